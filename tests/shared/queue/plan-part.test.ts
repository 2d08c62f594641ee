import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, addDays } from '../../../shared/basics/time.ts'
import type { CardId } from '../../../shared/card/card.ts'
import {
  type PartCard,
  type PartRules,
  countPart,
  partStates,
  planPart,
} from '../../../shared/queue/plan-part.ts'
import { defaultRecallFit } from '../../../shared/schedule/predicted-recall.ts'
import type { Grade } from '../../../shared/schedule/review-event.ts'
import { type CardState, isDue, isInDrill, newCardState } from '../../../shared/schedule/schedule.ts'

const today = '2026-03-02' as Day

interface Drawn {
  readonly isNew: boolean
  readonly interval: number
  readonly since: number
  readonly grade: number
  readonly missedDays: number
  readonly fact: number
  readonly isHidden: boolean
}
const drawn = fc.record<Drawn>({
  isNew: fc.boolean(),
  interval: fc.integer({ min: 1, max: 60 }),
  since: fc.integer({ min: 0, max: 40 }),
  grade: fc.integer({ min: 0, max: 5 }),
  missedDays: fc.integer({ min: 0, max: 9 }),
  fact: fc.integer({ min: 0, max: 5 }),
  isHidden: fc.boolean(),
})
const library = fc.array(drawn, { maxLength: 60 }).map((cards) => cards.map(toCard))

function toCard({ isNew, fact, isHidden, ...rest }: Drawn, i: number): PartCard {
  const state = isNew ? newCardState : known(rest)
  return {
    id: `card-${String(i).padStart(3, '0')}` as CardId,
    factKey: `fact-${fact}`,
    conceptId: `concept-${i % 4}`,
    state: { ...state, suspended: isHidden && i % 2 === 0 },
  }
}

function known({
  interval,
  since,
  grade,
  missedDays,
}: Omit<Drawn, 'isNew' | 'fact' | 'isHidden'>): CardState {
  const on = addDays(today, -since)
  const intervalDays = grade < 3 ? 1 : interval
  return {
    ...newCardState,
    schedule: {
      kind: 'sm2',
      repetitions: grade < 3 ? 0 : 3,
      intervalDays,
      easeHundredths: 250,
      lapses: 0,
      dueOn: addDays(on, intervalDays),
      repeatedOn: on,
    },
    lastAnswer: { on, at: 0, grade: grade as Grade },
    answers: 4,
    missedDays,
  }
}

const rules = (more: Partial<PartRules> = {}): PartRules => ({
  state: undefined,
  isWhole: false,
  today,
  fit: defaultRecallFit,
  leechDays: 6,
  burySiblings: true,
  ...more,
})
const states = fc.constantFrom(undefined, ...partStates)

test('a part asks only its own cards, each once, never one that is hidden', () => {
  fc.assert(
    fc.property(library, states, fc.boolean(), (cards, state, isWhole) => {
      const queue = planPart(cards, rules({ state, isWhole }))
      expect(new Set(queue.map(({ id }) => id)).size).toBe(queue.length)
      const hidden = new Set(cards.filter((card) => card.state.suspended).map(({ id }) => id))
      expect(queue.filter(({ id }) => hidden.has(id))).toEqual([])
      const { total, ...counts } = countPart(queue)
      expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(total)
    }),
  )
})

test('each card is asked for what it is: due ones count, new ones begin, the rest is practice or ahead', () => {
  fc.assert(
    fc.property(library, states, (cards, state) => {
      const byId = new Map(cards.map((card) => [card.id, card]))
      for (const { id, reason } of planPart(cards, rules({ state }))) {
        const card = byId.get(id)?.state ?? newCardState
        const isNew = card.schedule.kind === 'new'
        const isOpen = isDue(card, today) && (card.lastAnswer?.on ?? '') < today
        expect(reason === 'new').toBe(isNew)
        expect(reason === 'drill').toBe(isInDrill(card, today))
        expect(reason === 'review').toBe(!isNew && isOpen && !isInDrill(card, today))
        if (reason === 'practice') expect(state).not.toBe('ahead')
        if (reason === 'ahead') expect([state, card.lastAnswer?.on === today]).toEqual(['ahead', false])
      }
    }),
  )
})

test('a subject with any card that can be asked is always a session', () => {
  fc.assert(
    fc.property(library, (cards) => {
      const open = cards.filter(({ state }) => !state.suspended)
      expect(planPart(cards, rules()).length > 0).toBe(open.length > 0)
      const seen = open.filter(({ state }) => state.schedule.kind !== 'new')
      expect(planPart(cards, rules({ state: 'weak', isWhole: true })).length > 0).toBe(seen.length > 0)
    }),
  )
})

test('new cards of one fact never meet in a sitting, and no more than twenty begin', () => {
  fc.assert(
    fc.property(library, (cards) => {
      const facts = new Map(cards.map(({ id, factKey }) => [id, factKey]))
      const fresh = planPart(cards, rules({ state: 'new' }))
      expect(new Set(fresh.map(({ id }) => facts.get(id))).size).toBe(fresh.length)
      expect(planPart(cards, rules({ state: 'new', burySiblings: false })).length).toBeLessThanOrEqual(20)
    }),
  )
})

const cardOf = (changes: Partial<Drawn>, i = 0) =>
  toCard(
    { isNew: false, interval: 10, since: 1, grade: 4, missedDays: 0, fact: i, isHidden: false, ...changes },
    i,
  )

test('of the whole library the next week is studied ahead, and where nothing comes so soon, what comes first', () => {
  const whole = rules({ state: 'ahead', isWhole: true })
  const near = cardOf({ interval: 5 }, 1)
  const far = cardOf({ interval: 50 }, 3)
  expect(planPart([far, near], whole)).toEqual([{ id: near.id, reason: 'ahead' }])
  expect(planPart([far], whole)).toEqual([{ id: far.id, reason: 'ahead' }])
})

test('practice over the whole library begins nothing new, unless there is nothing else', () => {
  const seen = cardOf({}, 1)
  const unseen = cardOf({ isNew: true }, 3)
  expect(planPart([unseen, seen], rules({ isWhole: true }))).toEqual([{ id: seen.id, reason: 'practice' }])
  expect(planPart([unseen], rules({ isWhole: true }))).toEqual([{ id: unseen.id, reason: 'new' }])
})

test('the weak are those that would be gone in a week, the least sure first', () => {
  const cards = [
    cardOf({ interval: 40 }, 1),
    cardOf({ grade: 2, since: 3 }, 3),
    cardOf({ grade: 2, since: 2 }, 5),
  ]
  expect(planPart(cards, rules({ state: 'weak' })).map(({ id }) => id)).toEqual([cards[1]?.id, cards[2]?.id])
})
