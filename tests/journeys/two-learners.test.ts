import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { insertLearner } from '../../server/db/learners.ts'
import { writing } from '../../server/db/open-database.ts'
import type { CardSearchReply } from '../../shared/api/cards.ts'
import type { ConceptsReply } from '../../shared/api/concepts.ts'
import type { ImportReply } from '../../shared/api/imports.ts'
import type { NotesReply } from '../../shared/api/notes.ts'
import type { QueueReply } from '../../shared/api/queue.ts'
import type { QuizReply } from '../../shared/api/quizzes.ts'
import type { LogReply } from '../../shared/api/reviews.ts'
import type { Settings } from '../../shared/api/settings.ts'
import type { StatsReply } from '../../shared/api/stats.ts'
import { defaultSettings } from '../../shared/queue/settings.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { reviewOf } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'

const guest = '01890000-0000-7000-8000-000000000002' as LearnerId
const guestNotes = `# Gardens

- **Compost**: decayed plants that feed the soil of a garden.
- **Mulch**: a layer on the soil that keeps water in it.
- **Pruning**: the cutting of branches so that a plant grows better.
- **Grafting**: the joining of two plants so that they grow as one.
`

let app: TestApp
let owner: LearnerId

beforeEach(async () => {
  app = await buildTestApp()
  owner = app.learner.id
  const settings = { ...defaultSettings, fuzz: false, zone: 'UTC', newPerDay: 3, cardDensity: 'all' } as const
  await writing(app.deps.db, (trx) => insertLearner(trx, guest, 'Guest', settings, app.now + 1))
  await mkdir(join(app.folder, guest))
  await writeFile(join(app.folder, guest, 'gardens.md'), guestNotes)
  await ask<ImportReply>(guest, 'POST', '/imports', { files: [] })
})
afterEach(() => app.close())

test('two learners of one database each see their own notes, concepts, cards and settings alone', async () => {
  const seen = async (learner: LearnerId) => ({
    notes: (await ask<NotesReply>(learner, 'GET', '/notes')).notes.map(({ path }) => path),
    folder: (await ask<NotesReply>(learner, 'GET', '/notes')).folder,
    terms: (await ask<ConceptsReply>(learner, 'GET', '/concepts?limit=200')).concepts.map(({ term }) => term),
    newPerDay: (await ask<Settings>(learner, 'GET', '/settings')).newPerDay,
    queued: (await ask<QueueReply>(learner, 'GET', '/queue')).counts.total,
  })
  const owners = await seen(owner)
  const guests = await seen(guest)
  expect(owners.notes).toEqual(['caching.md'])
  expect(guests.notes).toEqual(['gardens.md'])
  expect(guests.folder).toBe(join(app.folder, guest))
  expect(guests.terms).toContain('Compost')
  expect(owners.terms.filter((term) => guests.terms.includes(term))).toEqual([])
  expect(guests).toMatchObject({ newPerDay: 3, queued: 3 })
  expect(owners.newPerDay).toBe(defaultSettings.newPerDay)
})

test('an answer joins the log of the learner who gave it, and nobody else can undo it or see its card', async () => {
  const { cards } = await ask<QueueReply>(guest, 'GET', '/queue')
  const [card] = cards
  if (card === undefined) throw new Error('the guest has nothing to answer')
  const review = reviewOf(app, card, 4)
  const [refused] = (
    await ask<{ verdicts: { code?: string }[] }>(owner, 'POST', '/reviews', { events: [review] })
  ).verdicts
  expect(refused?.code).toBe('unknown_card')
  await ask(guest, 'POST', '/reviews', { events: [review] })
  const logOf = async (learner: LearnerId) => (await ask<LogReply>(learner, 'GET', '/reviews')).events
  expect(await logOf(guest)).toMatchObject([{ event: { id: review.id } }])
  expect(await logOf(owner)).toEqual([])
  expect((await ask<StatsReply>(guest, 'GET', '/stats')).log.count).toBe(1)
  expect((await ask<StatsReply>(owner, 'GET', '/stats')).log.count).toBe(0)
  expect(await statusOf(owner, 'DELETE', `/reviews/${review.id}`)).toBe(404)
  expect(await statusOf(owner, 'GET', `/cards/${card.id}`)).toBe(404)
  expect(await statusOf(guest, 'GET', `/cards/${card.id}`)).toBe(200)
})

test('the same pattern finds each learner’s own cards, whoever asked first', async () => {
  const found = async (learner: LearnerId) => {
    const { cards } = await ask<CardSearchReply>(
      learner,
      'GET',
      `/cards/search?q=${encodeURIComponent('re:"."')}`,
    )
    return new Set(cards.map(({ concept }) => concept))
  }
  const [owners, guests, again] = [await found(owner), await found(guest), await found(owner)]
  expect(guests).toContain('Compost')
  expect(owners).toContain('Eviction')
  expect([...owners].filter((concept) => guests.has(concept))).toEqual([])
  expect(again).toEqual(owners)
})

test('a quiz is made of the notes of the learner who asks for it, and opened by them alone', async () => {
  const quiz = await ask<QuizReply>(guest, 'POST', '/quizzes', {})
  const terms = new Set(quiz.questions.map(({ question }) => question.concept))
  expect([...terms].every((term) => guestNotes.includes(term))).toBe(true)
  expect(await statusOf(owner, 'GET', `/quizzes/${quiz.id}`)).toBe(404)
})

test('a change of one library is neither listed nor undone by another learner', async () => {
  const files = [{ path: 'more.md', text: '# More\n\n- **Trellis**: a frame on which plants climb.\n' }]
  const { changeId } = await ask<ImportReply>(guest, 'POST', '/imports', { files })
  const changes = async (learner: LearnerId) =>
    (await ask<{ changes: { id: string }[] }>(learner, 'GET', '/changes')).changes.map(({ id }) => id)
  expect(await changes(guest)).toContain(changeId)
  expect(await changes(owner)).not.toContain(changeId)
  expect(await statusOf(owner, 'DELETE', `/changes/${changeId}`)).toBe(404)
  expect(await statusOf(guest, 'DELETE', `/changes/${changeId}`)).toBe(200)
})

async function ask<Reply>(
  learner: LearnerId,
  method: 'GET' | 'POST',
  url: string,
  payload?: object,
): Promise<Reply> {
  const response = await respond(learner, method, url, payload)
  if (response.statusCode >= 300) throw new Error(`${method} ${url}: ${response.statusCode} ${response.body}`)
  return response.json<Reply>()
}

async function statusOf(learner: LearnerId, method: 'GET' | 'DELETE', url: string): Promise<number> {
  return (await respond(learner, method, url)).statusCode
}

function respond(learner: LearnerId, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) {
  return app.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { learner },
    ...(payload === undefined ? {} : { payload }),
  })
}
