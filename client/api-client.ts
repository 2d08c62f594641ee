import type {
  CardActionBody,
  CardActionReply,
  CardPatch,
  CardReply,
  CardSearchReply,
  CardSort,
} from '../shared/api/cards.ts'
import type {
  ChangesReply,
  ConceptChangeBody,
  ConceptChangeReply,
  LibraryChange,
} from '../shared/api/changes.ts'
import type { Problem } from '../shared/api/common.ts'
import type { ComebackReply } from '../shared/api/comeback.ts'
import type { ConceptReply, ConceptsReply } from '../shared/api/concepts.ts'
import type { ImportReply } from '../shared/api/imports.ts'
import type { DecisionsBody, DecisionsReply, InboxReply, WaitingKind } from '../shared/api/inbox.ts'
import type { NoteReply, NoteSaved, NotesReply } from '../shared/api/notes.ts'
import type { QueueQuery, QueueReply } from '../shared/api/queue.ts'
import type { QuizAnswerBody, QuizReply } from '../shared/api/quizzes.ts'
import type { ReadingReply } from '../shared/api/reading.ts'
import type { EventBody, ReviewsReply } from '../shared/api/reviews.ts'
import type { FitReply, SimulationBody, SimulationReply } from '../shared/api/memory.ts'
import type { SchedulerBody, SchedulerReply } from '../shared/api/scheduler.ts'
import type { Settings, SettingsPatch } from '../shared/api/settings.ts'
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

type Query = Record<string, string | number | boolean | undefined>
/** What of the queue is asked for; every field but the zone may be left out. */
export type QueueAsked = { readonly [Field in keyof QueueQuery]?: QueueQuery[Field] | undefined } & {
  readonly zone: string
}

/** A file on its way in, under the path it had in the folder it was chosen from. */
export interface ChosenFile {
  readonly path: string
  readonly file: File
}

export const api = {
  queue: (query: QueueAsked) => read<QueueReply>('/queue', { ...query }),
  scheduler: () => read<SchedulerReply>('/scheduler'),
  changeScheduler: (body: SchedulerBody) => write<SchedulerReply>('PUT', '/scheduler', body),
  fitScheduler: () => write<FitReply>('POST', '/scheduler/fit', {}),
  simulate: (body: SimulationBody) => write<SimulationReply>('POST', '/simulations', body),
  searchCards: (query: { q: string; sort?: CardSort; offset?: number; limit?: number; zone: string }) =>
    read<CardSearchReply>('/cards/search', query),
  actOnCards: (body: CardActionBody) => write<CardActionReply>('POST', '/cards/actions', body),
  comeback: (days: number, zone: string) => read<ComebackReply>('/comeback', { days, zone }),
  card: (id: string) => read<CardReply>(`/cards/${encodeURIComponent(id)}`),
  changeSettings: (patch: SettingsPatch) => write<Settings>('PUT', '/settings', patch),
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
  if (response.status === 204) return undefined as Reply
  if (response.ok) return readJson<Reply>(response)
  throw await toApiError(response)
}

/** A proxy or a sign-in page may answer in the server's place, with something that is no answer. */
async function readJson<Reply>(response: Response): Promise<Reply> {
  try {
    return (await response.json()) as Reply
  } catch {
    throw new ApiError('unreadable', response.status, 'What came back is not an answer of Recollect.')
  }
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
