import { v7 as uuidv7 } from 'uuid'
import type { ConceptRow, ConceptsReply } from '../../shared/api/concepts.ts'
import type { NotesReply } from '../../shared/api/notes.ts'
import type { QueueCard, QueueReply } from '../../shared/api/queue.ts'
import type { ReviewsReply } from '../../shared/api/reviews.ts'
import { type EpochMs, studyDayOf } from '../../shared/basics/time.ts'
import type { TestApp } from './build-test-app.ts'

/** Asks and checks that the answer is the expected kind of answer. */
export async function get<Reply>(test: TestApp, url: string): Promise<Reply> {
  const response = await test.app.inject({ url: `/api/v1${url}` })
  if (response.statusCode !== 200) throw new Error(`GET ${url}: ${response.statusCode} ${response.body}`)
  return response.json<Reply>()
}

export async function send<Reply = Record<string, unknown>>(
  test: TestApp,
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  payload?: object,
) {
  const response = await test.app.inject({
    method,
    url: `/api/v1${url}`,
    ...(payload === undefined ? {} : { payload }),
  })
  return { status: response.statusCode, body: response.json<Reply>() }
}

/** Every concept that the notes speak of, in the order of their names. */
export async function listAllConcepts(test: TestApp): Promise<ConceptRow[]> {
  const all: ConceptRow[] = []
  for (let cursor = ''; ;) {
    const page = await get<ConceptsReply>(test, `/concepts?sort=az&limit=200${cursor}`)
    all.push(...page.concepts)
    if (page.nextCursor === null) return all
    cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`
  }
}

/** The id of the note that lies at a path. */
export async function noteIdOf(test: TestApp, path: string): Promise<string> {
  const { notes } = await get<NotesReply>(test, '/notes')
  const note = notes.find((one) => one.path === path && !one.missing)
  if (note === undefined) throw new Error(`There is no note ${path}.`)
  return note.id
}

/** A review as the client would send it now. */
export function reviewOf(
  test: TestApp,
  card: Pick<QueueCard, 'id'>,
  grade: number,
  changes: Record<string, unknown> = {},
) {
  return {
    kind: 'reviewed',
    id: uuidv7(),
    deviceId: 'test-device',
    at: test.now,
    zone: 'UTC',
    studyDay: studyDayOf(test.now as EpochMs, 'UTC', 4),
    cardId: card.id,
    grade,
    durationMs: 5000,
    via: 'review',
    effect: 'schedule',
    kindShown: 'basic',
    profile: 'sm2',
    ...changes,
  }
}

export function undoOf(test: TestApp, targetId: string) {
  return {
    kind: 'undone',
    id: uuidv7(),
    deviceId: 'test-device',
    at: test.now,
    zone: 'UTC',
    studyDay: studyDayOf(test.now as EpochMs, 'UTC', 4),
    targetId,
  }
}

export async function record(test: TestApp, ...events: object[]): Promise<ReviewsReply> {
  const { status, body } = await send(test, 'POST', '/reviews', { events })
  if (status !== 200) throw new Error(`POST /reviews: ${status} ${JSON.stringify(body)}`)
  return body as unknown as ReviewsReply
}

export function queue(test: TestApp, limit = 50): Promise<QueueReply> {
  return get<QueueReply>(test, `/queue?limit=${limit}&zone=UTC`)
}
