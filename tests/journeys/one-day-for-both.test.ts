import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { QueueCard, QueueReply } from '../../shared/api/queue.ts'
import type { EventBody } from '../../shared/api/reviews.ts'
import type { Settings } from '../../shared/api/settings.ts'
import { type Day, type EpochMs, addDays, studyDayOf } from '../../shared/basics/time.ts'
import { defaultSettings } from '../../shared/queue/settings.ts'
import { defaultFsrsParameters } from '../../shared/schedule/fsrs.ts'
import type { Scheduler } from '../../shared/schedule/memory-model.ts'
import { fsrsProfile } from '../../shared/schedule/profile.ts'
import type { Grade, LearnerId } from '../../shared/schedule/review-event.ts'
import { type CardState, newCardState } from '../../shared/schedule/schedule.ts'
import { applyAnswer } from '../../shared/schedule/scheduler.ts'
import { queueFromShelf } from '../../client/state/offline-queue.ts'
import type { KeptStock, Shelf } from '../../client/state/shelf.ts'
import { insertLearner, saveActiveProfile } from '../../server/db/learners.ts'
import { type Database, openDatabase, writing } from '../../server/db/open-database.ts'
import { insertProfile } from '../../server/db/profiles.ts'
import { type SqliteFile, openSqliteFile } from '../../server/db/sqlite/sqlite-driver.ts'
import { toFoldColumns } from '../../server/db/state-rows.ts'
import type { Learner } from '../../server/learner.ts'
import { Library } from '../../server/library/library.ts'
import { planHere } from '../../server/library/planner.ts'
import { AnswerTurn } from '../../server/study/answer-turn.ts'
import { openQueue } from '../../server/study/open-queue.ts'
import { matchHere } from '../../server/study/pattern-matcher.ts'
import { openStock } from '../../server/study/open-stock.ts'
import { Schedulers } from '../../server/study/schedulers.ts'
import { cardColumns, conceptColumns, insertRow } from '../bench/insert-row.ts'
import { aCardId, aDevice, anId, dayMs, noon } from '../support/factories.ts'

let folder: string
let db: Database
let file: SqliteFile
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recollect-day-'))
  db = await openDatabase(folder, noon)
  file = openSqliteFile(db.file, { timeout: 5000 })
})
afterAll(async () => {
  file.close()
  await db.close()
  await rm(folder, { recursive: true, force: true })
})

const today = studyDayOf(noon, 'UTC', 4)
const fsrsSetting = { weights: defaultFsrsParameters, desiredRetention: 0.9 }

/** A card of the library, with the answers before today: days since the one before, and the grade. */
interface DrawnCard {
  readonly answers: readonly (readonly [gap: number, grade: Grade])[]
  readonly sinceLast: number
  readonly position: number
  readonly asked: boolean
  readonly suspended: boolean
  readonly buriedDays: number | null
}
interface DrawnFact {
  readonly concept: number
  readonly cards: readonly DrawnCard[]
}
/** What the learner does to the card that is asked next. */
type Act = Grade | 'bury' | 'suspend'

const grade = fc.integer({ min: 0, max: 5 }) as fc.Arbitrary<Grade>
const seldom = fc.integer({ min: 0, max: 9 }).map((drawn) => drawn === 0)
const drawnCard: fc.Arbitrary<DrawnCard> = fc.record({
  answers: fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), grade), { maxLength: 3 }),
  sinceLast: fc.integer({ min: 1, max: 12 }),
  position: fc.integer({ min: 0, max: 60 }),
  asked: seldom.map((not) => !not),
  suspended: seldom,
  buriedDays: fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, fc.integer({ min: -1, max: 4 })),
})
const library: fc.Arbitrary<readonly DrawnFact[]> = fc.array(
  fc.record({
    concept: fc.integer({ min: 0, max: 4 }),
    cards: fc.array(drawnCard, { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 25, size: 'max' },
)
const act: fc.Arbitrary<Act> = fc.oneof({ weight: 8, arbitrary: grade }, fc.constantFrom('bury', 'suspend'))
const acts = fc.array(act, { maxLength: 8 })
const from = fc.integer({ min: -2, max: 4 }).map((offset) => addDays(today, offset))
const someSettings: fc.Arbitrary<Partial<Settings>> = fc.record(
  {
    newPerDay: fc.constantFrom(0, 1, 2, 8),
    reviewsPerDay: fc.constantFrom(0, 1, 2, 12),
    burySiblings: fc.boolean(),
    fuzz: fc.boolean(),
    gradeKeys: fc.constantFrom(2, 4, 6),
    leechLapses: fc.integer({ min: 1, max: 3 }),
    restDays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 }),
    breaks: fc.array(
      fc.tuple(from, fc.integer({ min: 0, max: 2 })).map(([day, days]) => ({
        from: day,
        until: addDays(day, days),
      })),
      { maxLength: 2 },
    ),
    comeback: fc.option(fc.record({ from, days: fc.integer({ min: 1, max: 8 }) })),
    todayOnly: fc.option(
      fc.record({
        day: from,
        newPerDay: fc.integer({ min: 0, max: 8 }),
        reviewsPerDay: fc.integer({ min: 0, max: 12 }),
      }),
    ),
  },
  { requiredKeys: [] },
)

test('server and device plan the same day: the same cards in the same order, with the same labels and days', async () => {
  await fc.assert(
    fc.asyncProperty(
      library,
      someSettings,
      fc.constantFrom<'sm2' | 'fsrs'>('sm2', 'fsrs'),
      fc.integer({ min: 0, max: 3 }),
      acts,
      acts,
      acts,
      async (facts, settings, kind, daysLater, before, online, offline) => {
        const server = await aServer(facts, settings, kind)
        for (const one of before) await server.record(actOn((await server.queue(noon)).cards, one, noon))
        const device = aDeviceWith(await server.queue(noon), await server.stock(noon), server.scheduler)
        for (const one of online) {
          const event = actOn((await server.queue(noon)).cards, one, noon)
          device.take(event)
          await server.record(event)
        }

        const then = (noon + daysLater * dayMs) as EpochMs
        expect(asPlanned(device.queue(then))).toEqual(asPlanned(await server.queue(then)))
        for (const one of offline) {
          const event = actOn(device.queue(then).cards, one, then)
          device.take(event)
          await server.record(event)
        }
        expect(asPlanned(device.queue(then))).toEqual(asPlanned(await server.queue(then)))
      },
    ),
    { seed: 20_261_130, numRuns: 200 },
  )
})

test('a new card is introduced though the first new ones are siblings of cards that are due', async () => {
  const aNew = (position: number): DrawnCard => ({ ...aDue, answers: [], position })
  const aDue: DrawnCard = {
    answers: [[1, 4]],
    sinceLast: 3,
    position: 0,
    asked: true,
    suspended: false,
    buriedDays: null,
  }
  const facts = [
    { concept: 0, cards: [aDue, aNew(1), aNew(2)] },
    { concept: 1, cards: [aDue, aNew(3)] },
    { concept: 2, cards: [aNew(4)] },
  ]
  const server = await aServer(facts, { newPerDay: 1 }, 'sm2')
  expect((await server.queue(noon)).counts).toMatchObject({ review: 2, new: 1 })
})

/** Everything of a day but the moment it was asked for. */
function asPlanned({ now: _now, secondsPerCard: _pace, moreNew: _more, ...day }: QueueReply) {
  return JSON.parse(JSON.stringify(day)) as unknown
}

/** What the learner says of the first of these cards; null when there is none. */
function actOn([card]: readonly QueueCard[], said: Act, at: EpochMs): EventBody | null {
  if (card === undefined) return null
  const studyDay = studyDayOf(at, 'UTC', 4)
  const event = { id: anId<string>(), deviceId: aDevice, at, zone: 'UTC', studyDay, cardId: card.id }
  if (said === 'suspend') return { ...event, kind: 'suspended' }
  if (said === 'bury') return { ...event, kind: 'buried', until: addDays(studyDay, 1) }
  const preview = card.previews.find((one) => one.grade === said)
  return {
    ...event,
    kind: 'reviewed',
    grade: said,
    durationMs: 4000,
    via: 'review',
    effect: 'schedule',
    ...(preview?.plannedDueOn === undefined ? {} : { plannedDueOn: preview.plannedDueOn as Day }),
    kindShown: 'basic',
    profile: 'sm2',
  }
}

let learners = 0

/** A learner of the real server with this library, whose answers go the way of all answers. */
async function aServer(facts: readonly DrawnFact[], chosen: Partial<Settings>, kind: 'sm2' | 'fsrs') {
  learners++
  const settings = { ...defaultSettings, zone: 'UTC', ...chosen }
  const learnerId = `01890000-0000-7000-8000-${learners.toString(16).padStart(12, '0')}` as LearnerId
  const schedulers = new Schedulers()
  const profile = kind === 'sm2' ? 'sm2' : fsrsProfile(fsrsSetting)
  await writing(db, async (trx) => {
    await insertLearner(trx, learnerId, 'Learner', settings, noon)
    if (kind === 'sm2') return
    await insertProfile(trx, learnerId, { id: profile, setting: fsrsSetting, madeAt: noon, evidence: null })
    await saveActiveProfile(trx, learnerId, profile)
  })
  const scheduler = await schedulers.load(db.reader, learnerId, profile)
  storeLibrary(learnerId, facts, scheduler)
  const answers = new AnswerTurn(db.answers, schedulers)
  const library = new Library({ folder, uploadFolder: folder }, planHere(db))
  const learnerAt = (at: EpochMs): Learner => ({ id: learnerId, db, clock: () => at, zone: 'UTC', library })
  return {
    scheduler,
    queue: (at: EpochMs) =>
      openQueue(learnerAt(at), { limit: 200, conceptId: undefined, part: null }, scheduler, matchHere(db)),
    stock: (at: EpochMs) => openStock(learnerAt(at)),
    record: async (event: EventBody | null) => {
      if (event === null) return
      const { verdicts } = await answers.record({
        learnerId,
        events: [event],
        receivedAt: event.at as EpochMs,
      })
      expect(verdicts).toMatchObject([{ verdict: 'recorded' }])
    },
  }
}

function storeLibrary(learnerId: LearnerId, facts: readonly DrawnFact[], scheduler: Scheduler): void {
  const insertConcept = insertRow(file, 'concepts', conceptColumns)
  const insertCard = insertRow(file, 'cards', cardColumns)
  const conceptId = (concept: number) => `01890000-0000-7000-b000-${concept.toString().padStart(12, '0')}`
  file.transaction(() => {
    for (const concept of new Set(facts.map((fact) => fact.concept)))
      insertConcept(learnerId, conceptId(concept), `concept-${concept}`, `Concept ${concept}`, '[]', 1)
    let made = 0
    for (const [number, { concept, cards }] of facts.entries()) {
      for (const card of cards) {
        made++
        // Ids go down while cards are made: nothing may lean on their order.
        const id = aCardId(1000 - made)
        insertCard(
          learnerId,
          id,
          `card-${made}`,
          conceptId(concept),
          `fact-${number}`,
          'basic',
          `Front ${made}`,
          `Back ${made}`,
          '[]',
          'ready',
          '[]',
          '[]',
          noon,
        )
        const { state, newestTime } = stateOf(card, scheduler)
        const columns = toFoldColumns({ state, newestTime, newestId: '' })
        const row = {
          learner_id: learnerId,
          card_id: id,
          asked: card.asked ? 1 : 0,
          position: card.position,
          ...columns,
        }
        insertRow(file, 'schedules', Object.keys(row))(...Object.values(row))
      }
    }
  })()
}

function stateOf(card: DrawnCard, scheduler: Scheduler): { state: CardState; newestTime: number } {
  const hidden = {
    suspended: card.suspended,
    buriedUntil: card.buriedDays === null ? null : addDays(today, card.buriedDays),
  }
  let ago = card.answers.reduce((sum, [gap]) => sum + gap, 0) + card.sinceLast
  let state: CardState = { ...newCardState, ...hidden }
  let newestTime = 0
  for (const [gap, given] of card.answers) {
    ago -= gap
    newestTime = noon - ago * dayMs
    const answer = { grade: given, at: newestTime as EpochMs, plannedDueOn: undefined }
    state = applyAnswer(state, answer, addDays(today, -ago), scheduler)
  }
  return { state, newestTime }
}

/** A device with what the server gave it, as it lies in the browser: JSON, the cards in order of their ids. */
function aDeviceWith(queue: QueueReply, stock: Awaited<ReturnType<typeof openStock>>, scheduler: Scheduler) {
  const given = JSON.parse(JSON.stringify({ queue, stock })) as { queue: QueueReply; stock: typeof stock }
  const dealt = [...given.stock.cards, ...given.queue.cards]
  const cards = new Map(dealt.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((card) => [card.id, card]))
  // A card of the queue lies there as the queue had it.
  for (const card of given.queue.cards) cards.set(card.id, card)
  const { cards: _cards, ...kept }: { cards: QueueCard[] } & KeptStock = given.stock
  const shelf: Shelf = {
    reply: { ...given.queue, cards: [] },
    ids: given.queue.cards.map(({ id }) => id),
    scheduler: {
      profile: 'sm2',
      scheduler: 'sm2',
      weights: null,
      desiredRetention: null,
      fitted: false,
      scoredAnswers: 0,
    },
    at: queue.now,
    cards,
  }
  return {
    queue: (at: EpochMs) => queueFromShelf(shelf, kept, scheduler, studyDayOf(at, 'UTC', 4)),
    /** What the page keeps after a step of the session. */
    take: (event: EventBody | null) => {
      const card = event === null || !('cardId' in event) ? undefined : cards.get(event.cardId)
      if (event === null || card === undefined) return
      cards.set(card.id, { ...card, state: after(card.state as CardState, event, scheduler) })
    },
  }
}

function after(state: CardState, event: EventBody, scheduler: Scheduler): CardState {
  if (event.kind === 'suspended') return { ...state, suspended: true }
  if (event.kind === 'buried') return { ...state, buriedUntil: event.until }
  if (event.kind !== 'reviewed') return state
  const answer = {
    grade: event.grade as Grade,
    at: event.at as EpochMs,
    plannedDueOn: event.plannedDueOn,
  }
  return applyAnswer(state, answer, event.studyDay as Day, scheduler)
}
