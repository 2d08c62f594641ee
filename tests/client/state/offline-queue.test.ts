import { expect, test } from 'vitest'
import type { QueueCard } from '../../../shared/api/queue.ts'
import type { Settings } from '../../../shared/api/settings.ts'
import { type Day, addDays } from '../../../shared/basics/time.ts'
import { defaultSettings } from '../../../shared/queue/settings.ts'
import { sm2Scheduler } from '../../../shared/schedule/memory-model.ts'
import { newCardState } from '../../../shared/schedule/schedule.ts'
import { queueFromShelf } from '../../../client/state/offline-queue.ts'
import type { Scope } from '../../../client/state/scope.ts'
import type { KeptStock, Shelf } from '../../../client/state/shelf.ts'
import { aCardId, noon } from '../../support/factories.ts'

const yesterday = '2026-03-01' as Day
const today = addDays(yesterday, 1)

function aDueCard(number: number, dueOn = today): QueueCard {
  const repeatedOn = addDays(dueOn, -10)
  const card = aShelvedCard(number)
  return {
    ...card,
    reason: 'review',
    state: {
      ...card.state,
      schedule: {
        kind: 'sm2',
        repetitions: 3,
        intervalDays: 10,
        easeHundredths: 250,
        lapses: 0,
        dueOn,
        repeatedOn,
      },
      lastAnswer: { on: repeatedOn, at: 0, grade: 4 },
      answers: 3,
      firstAnsweredOn: addDays(repeatedOn, -7),
    },
  }
}

function aShelvedCard(number: number): QueueCard {
  return {
    id: aCardId(number),
    kind: 'basic',
    factKey: `fact-${number}`,
    conceptId: `concept-${number}`,
    concept: 'Concept',
    prompt: { kind: 'text', text: '', html: '' },
    answer: { kind: 'text', text: '', html: '' },
    typed: null,
    sources: [],
    reason: 'new',
    flag: null,
    state: newCardState,
    isLeech: false,
    previews: [],
  }
}

function aShelf(cards: readonly QueueCard[], settings: Partial<Settings> = {}): Shelf {
  return {
    reply: {
      today: yesterday,
      zone: 'UTC',
      now: noon,
      counts: { drill: 0, review: 0, new: 0, total: 0 },
      secondsPerCard: 15,
      answeredToday: 40,
      next: null,
      tomorrow: 0,
      cards: [],
      breakUntil: null,
      comebackDaysLeft: 0,
      isReading: false,
      settings: { ...defaultSettings, zone: 'UTC', ...settings },
      epoch: 'epoch',
    },
    ids: [],
    scheduler: {
      profile: 'sm2',
      scheduler: 'sm2',
      weights: null,
      desiredRetention: null,
      fitted: false,
      scoredAnswers: 0,
    },
    at: noon,
    cards: new Map(cards.map((card) => [card.id, card])),
  }
}

const plan = (shelf: Shelf, stock: KeptStock | null = null) =>
  queueFromShelf(shelf, stock, sm2Scheduler, today)
const backlog = Array.from({ length: 150 }, (_, i) => aDueCard(i + 1))
const idsOf = (cards: readonly QueueCard[]) => cards.map(({ id }) => id)

const noStock: KeptStock = { today, ids: [], elsewhere: [], answered: [], siblingDays: {} }

test('a device without its server asks nothing in a break, and says until when', () => {
  const breaks = [{ from: yesterday, until: addDays(today, 3) }]
  expect(plan(aShelf(backlog, { breaks }))).toMatchObject({
    cards: [],
    counts: { total: 0 },
    breakUntil: addDays(today, 3),
  })
})

test('a device without its server asks the day’s share of a comeback plan, and nothing new', () => {
  const comeback = { from: addDays(yesterday, -1), days: 10 }
  const day = plan(aShelf([...backlog, aShelvedCard(900)], { comeback }))
  expect(day.counts).toEqual({ drill: 0, review: 19, new: 0, total: 19 })
  expect(day.comebackDaysLeft).toBe(8)
})

test('the share counts the cards that are due and lie only at the server', () => {
  const comeback = { from: today, days: 10 }
  const stock = {
    today,
    answered: [],
    ids: idsOf(backlog),
    siblingDays: {},
    elsewhere: [
      { dueOn: addDays(today, -40), count: 100 },
      { dueOn: yesterday, from: addDays(today, 1), count: 7 },
      { dueOn: addDays(today, 1), count: 900 },
    ],
  }
  const day = plan(aShelf(backlog, { comeback }), stock)
  expect(day.counts.review).toBe(25)
  expect(day.next).toEqual({ on: addDays(today, 1), count: 900 })
  expect(day.tomorrow).toBe(900)
})

test('limits for today alone hold on a device without its server', () => {
  const todayOnly = { day: today, newPerDay: 0, reviewsPerDay: 5 }
  expect(plan(aShelf(backlog, { todayOnly })).counts.total).toBe(5)
})

test('cards that were answered today and lie only at the server count for the day, each once', () => {
  const answered = [1, 801, 802].map((number) => ({
    id: aCardId(number),
    isNew: number === 802,
    siblings: [],
  }))
  const aToday = { ...aDueCard(1).state, lastAnswer: { on: today, at: noon, grade: 4 } } as QueueCard['state']
  const shelf = aShelf([{ ...aDueCard(1), state: aToday }, aDueCard(2), aDueCard(3)], { reviewsPerDay: 3 })
  const day = plan(shelf, { ...noStock, answered })
  expect(day.answeredToday).toBe(3)
  // Two of the three reviews of this day are done.
  expect(day.counts.review).toBe(1)
  expect(plan(shelf, { ...noStock, today: yesterday, answered }).answeredToday).toBe(1)
})

test('a new day begins with no answers, and every key is labelled for it', () => {
  const day = plan(aShelf([aDueCard(1)], { gradeKeys: 6 }))
  expect(day.answeredToday).toBe(0)
  expect(day.cards[0]?.previews.map(({ grade }) => grade)).toEqual([0, 1, 2, 3, 4, 5])
})

test('a label keeps away from the day of a sibling that lies only at the server', () => {
  const good = (siblingDays: KeptStock['siblingDays']) =>
    plan(aShelf([aDueCard(1)]), { ...noStock, ids: [aCardId(1)], siblingDays }).cards[0]?.previews.find(
      ({ grade }) => grade === 4,
    )?.dueOn ?? ''
  const alone = good({})
  expect(good({ [aCardId(1)]: [alone] })).not.toBe(alone)
})

test('new cards come in the order in which the server introduces them', () => {
  const shelf = aShelf([1, 2, 3].map((number) => aShelvedCard(number)))
  const ids = [3, 1, 2].map((number) => aCardId(number))
  expect(idsOf(plan(shelf, { ...noStock, ids }).cards)).toEqual(ids)
})

/** A card of the note `boats/knots.md`, due in a week. */
const aKnot = (number: number): QueueCard => ({
  ...aDueCard(number, addDays(today, 7)),
  prompt: { kind: 'text', text: 'What is a bowline?', html: '' },
  conceptId: 'bowline',
  sources: [{ noteId: 'note-1', file: 'boats/knots.md', lines: [3], heading: [], text: [] }],
})
const knotsShelf = aShelf([aDueCard(1), aKnot(2), aShelvedCard(3)])
const choose = (scope: Scope) => queueFromShelf(knotsShelf, null, sm2Scheduler, today, scope)

test.each<[string, Scope, string]>([
  ['a concept', { conceptId: 'bowline', practice: true }, 'practice'],
  ['a note by its id', { noteId: 'note-1' }, 'practice'],
  ['a note by its path', { noteId: 'boats/knots.md' }, 'practice'],
  ['a folder', { folder: 'boats' }, 'practice'],
  ['the words of a search', { q: 'bowline' }, 'practice'],
  ['a concept, ahead of its day', { conceptId: 'bowline', state: 'ahead' }, 'ahead'],
])('%s is studied without the server, as far as its cards lie here', (_, scope, reason) => {
  const { cards, counts, part } = choose(scope)
  expect(cards.map((card) => [card.id, card.reason])).toEqual([[aCardId(2), reason]])
  expect([counts.total, part?.missing]).toEqual([1, null])
  expect(cards[0]?.previews).toHaveLength(4)
})

test.each<[string, Scope]>([
  ['a tag', { tag: 'sailing' }],
  ['a topic', { topic: 'Boats' }],
  ['a search by what only the server knows', { q: 'is:flagged' }],
  ['a note whose cards lie elsewhere', { noteId: 'note-9' }],
])('%s is said to be missing, with what can be studied here', (_, scope) => {
  const { cards, part } = choose(scope)
  expect(cards).toEqual([])
  expect(part?.missing).toMatch(/the server does not answer|it does not answer/)
  expect(part?.instead.map(({ name, cards: count }) => [name, count])).toEqual([
    ['Cards that are due, on this device', 1],
    ['Your weakest cards, on this device', 2],
    ['Cards of the coming days, on this device', 2],
    ['Cards never seen, on this device', 1],
  ])
})
