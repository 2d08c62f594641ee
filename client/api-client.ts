import type { CardPatch, CardReply } from '../shared/api/cards.ts'
import type { Problem } from '../shared/api/common.ts'
import type { ConceptReply, ConceptsReply } from '../shared/api/concepts.ts'
import type { ImportReply } from '../shared/api/imports.ts'
import type { NoteReply, NotesReply } from '../shared/api/notes.ts'
import type { QueueReply } from '../shared/api/queue.ts'
import type { QuizAnswerBody, QuizReply } from '../shared/api/quizzes.ts'
import type { EventBody, ReviewsReply } from '../shared/api/reviews.ts'
import type { Settings } from '../shared/api/settings.ts'
import type { StatsReply } from '../shared/api/stats.ts'

/** A request that was not met. `offline` is ours (no answer came); every other code is the server's. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly requestId: string | undefined
  constructor(code: string, status: number, sentence: string, requestId?: string) {
    super(sentence)
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.requestId = requestId
  }
}

type Query = Record<string, string | number | undefined>

export const api = {
  queue: (query: { limit?: number; zone: string; conceptId?: string | undefined }) =>
    read<QueueReply>('/queue', query),
  sendReviews: (events: readonly EventBody[], keepalive: boolean) =>
    write<ReviewsReply>('POST', '/reviews', { events }, { keepalive }),
  patchCard: (id: string, patch: CardPatch) =>
    write<CardReply>('PATCH', `/cards/${encodeURIComponent(id)}`, patch),
  suspendCard: (id: string) => write<unknown>('PUT', `/cards/${encodeURIComponent(id)}/suspension`, {}),
  resumeCard: (id: string) => write<unknown>('DELETE', `/cards/${encodeURIComponent(id)}/suspension`),
  concepts: () => read<ConceptsReply>('/concepts'),
  concept: (id: string) => read<ConceptReply>(`/concepts/${encodeURIComponent(id)}`),
  startQuiz: (body: { conceptId?: string; length: number }) => write<QuizReply>('POST', '/quizzes', body),
  quiz: (id: string) => read<QuizReply>(`/quizzes/${encodeURIComponent(id)}`),
  answerQuiz: (id: string, body: QuizAnswerBody) =>
    write<QuizReply>('POST', `/quizzes/${encodeURIComponent(id)}/answers`, body),
  notes: () => read<NotesReply>('/notes'),
  note: (id: string) => read<NoteReply>(`/notes/${encodeURIComponent(id)}`),
  removeNote: (id: string) => write<ImportReply>('DELETE', `/notes/${encodeURIComponent(id)}`),
  planImport: (files: readonly File[]) => upload<ImportReply>('/imports?dryRun=true', files),
  applyImport: (files: readonly File[]) => upload<ImportReply>('/imports', files),
  readFolder: () => write<ImportReply>('POST', '/imports', { files: [] }),
  settings: () => read<Settings>('/settings'),
  saveSettings: (settings: Settings) => write<Settings>('PUT', '/settings', settings),
  stats: () => read<StatsReply>('/stats'),
}

function read<Reply>(path: string, query: Query = {}): Promise<Reply> {
  return request<Reply>(withQuery(path, query), { method: 'GET' })
}

function write<Reply>(method: string, path: string, body?: unknown, more: RequestInit = {}): Promise<Reply> {
  // The custom header cannot be sent across origins without a preflight: it keeps other sites from writing here.
  const headers: Record<string, string> = { 'x-recollect': '1' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  return request<Reply>(path, {
    ...more,
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

/** Files travel as the bytes they are: only the server can say that one is not UTF-8. */
function upload<Reply>(path: string, files: readonly File[]): Promise<Reply> {
  const form = new FormData()
  for (const file of files) form.append('file', file, file.name)
  return request<Reply>(path, { method: 'POST', headers: { 'x-recollect': '1' }, body: form })
}

async function request<Reply>(path: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(`/api/v1${path}`, init).catch(() => {
    throw new ApiError('offline', 0, 'The Recollect server does not answer.')
  })
  if (response.ok) return response.status === 204 ? (undefined as Reply) : ((await response.json()) as Reply)
  throw await toApiError(response)
}

async function toApiError(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => null)) as Partial<Problem> | null
  const sentence = problem?.detail ?? problem?.title ?? 'The server could not answer this request.'
  return new ApiError(problem?.code ?? 'unknown', response.status, sentence, problem?.requestId)
}

function withQuery(path: string, query: Query): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  )
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`
}
