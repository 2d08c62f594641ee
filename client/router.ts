/** Every address of the app in one place. */
export const paths = {
  today: '/',
  review: (conceptId?: string) =>
    conceptId === undefined ? '/review' : `/review?concept=${encodeURIComponent(conceptId)}`,
  reviewDone: '/review/done',
  study: '/study',
  quiz: (conceptId?: string) =>
    conceptId === undefined ? '/quiz' : `/quiz?concept=${encodeURIComponent(conceptId)}`,
  quizRun: (id: string) => `/quiz/${encodeURIComponent(id)}`,
  quizResult: (id: string) => `/quiz/${encodeURIComponent(id)}/result`,
  concepts: '/concepts',
  concept: (id: string) => `/concepts/${encodeURIComponent(id)}`,
  notes: '/notes',
  note: (id: string, line?: number) =>
    `/notes/${encodeURIComponent(id)}${line === undefined ? '' : `?line=${line}`}`,
  editNote: (id: string, line?: number) =>
    `/notes/${encodeURIComponent(id)}/edit${line === undefined ? '' : `?line=${line}`}`,
  newNote: '/notes/new',
  changes: '/notes/changes',
  inbox: (waiting?: string) => (waiting === undefined ? '/inbox' : `/inbox?waiting=${waiting}`),
  skim: (noteId?: string) => (noteId === undefined ? '/skim' : `/skim?note=${encodeURIComponent(noteId)}`),
  cards: (q?: string, cardId?: string) => {
    const params = new URLSearchParams()
    if (q !== undefined && q !== '') params.set('q', q)
    if (cardId !== undefined) params.set('card', cardId)
    const text = params.toString()
    return text === '' ? '/cards' : `/cards?${text}`
  },
  stats: '/stats',
  settings: '/settings',
} as const

/** Whether the page fills the window by itself, without rail and tabs: nothing should pull you out of a sitting. */
export function isSitting(path: string): boolean {
  return path === '/review' || /^\/quiz\/[^/]+$/.test(path)
}
