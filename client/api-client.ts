import type { CardPatch, CardReply } from '../shared/api/cards.ts'
import type {
  ChangesReply,
  ConceptChangeBody,
  ConceptChangeReply,
  LibraryChange,
} from '../shared/api/changes.ts'
import type { Problem } from '../shared/api/common.ts'
import type { ConceptReply, ConceptsReply } from '../shared/api/concepts.ts'
import type { ImportReply } from '../shared/api/imports.ts'
import type { DecisionsBody, DecisionsReply, InboxReply, WaitingKind } from '../shared/api/inbox.ts'
import type { NoteReply, NoteSaved, NotesReply } from '../shared/api/notes.ts'
import type { QueueReply } from '../shared/api/queue.ts'
import type { QuizAnswerBody, QuizReply } from '../shared/api/quizzes.ts'
import type { ReadingReply } from '../shared/api/reading.ts'
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

/** A file on its way in, under the path it had in the folder it was chosen from. */
export interface ChosenFile {
  readonly path: string
  readonly file: File
}

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
  saveNote: (id: string, body: { text: string; version: string }) =>
    write<NoteSaved>('PUT', `/notes/${encodeURIComponent(id)}`, body),
  createNote: (body: { path: string; text: string }) => write<NoteSaved>('POST', '/notes', body),
  allowLines: (rejectionId: string) =>
    write<unknown>('DELETE', `/rejections/${encodeURIComponent(rejectionId)}`),
  planImport: (files: readonly ChosenFile[], signal?: AbortSignal) =>
    upload<ImportReply>('/imports?dryRun=true', files, signal),
  applyImport: (files: readonly ChosenFile[], signal?: AbortSignal) =>
    upload<ImportReply>('/imports', files, signal),
  readFolder: () => write<ImportReply>('POST', '/imports', { files: [] }),
  reading: () => read<ReadingReply>('/reading'),
  pauseReading: (paused: boolean) => write<ReadingReply>('PATCH', '/reading', { paused }),
  cancelReading: () => write<unknown>('DELETE', '/reading'),
  inbox: (query: { cursor?: string; limit?: number; waiting?: WaitingKind }) =>
    read<InboxReply>('/inbox', query),
  decide: (body: DecisionsBody) => write<DecisionsReply>('POST', '/inbox/decisions', body),
  changes: () => read<ChangesReply>('/changes'),
  undoChange: (id: string) => write<LibraryChange>('DELETE', `/changes/${encodeURIComponent(id)}`),
  changeConcept: (body: ConceptChangeBody) => write<ConceptChangeReply>('POST', '/concept-changes', body),
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

/**
 * Files travel as the bytes they are: only the server can say that one is not UTF-8. The name of a part is the file's path,
 * because a file's own name loses its folders on the way.
 */
function upload<Reply>(path: string, files: readonly ChosenFile[], signal?: AbortSignal): Promise<Reply> {
  const form = new FormData()
  for (const { path: place, file } of files) form.append(place, file, file.name)
  return request<Reply>(path, {
    method: 'POST',
    headers: { 'x-recollect': '1' },
    body: form,
    ...(signal === undefined ? {} : { signal }),
  })
}

async function request<Reply>(path: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(`/api/v1${path}`, init).catch(() => {
    if (init.signal?.aborted === true) throw new ApiError('cancelled', 0, 'Cancelled.')
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
