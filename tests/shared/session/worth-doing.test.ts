import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type WorthConcept,
  type WorthInput,
  suggestionKinds,
  worthDoing,
} from '../../../shared/session/worth-doing.ts'

const concept = (term: string, changes: Partial<WorthConcept> = {}): WorthConcept => ({
  id: term,
  term,
  conflicts: 0,
  due: 0,
  cards: 8,
  facts: 8,
  covered: 8,
  answered: 8,
  recallNow: 7,
  level: 2,
  levelName: 'Familiar',
  slipping: false,
  heldPrerequisites: [],
  ...changes,
})
const input = (changes: Partial<WorthInput> = {}): WorthInput => ({
  concepts: [],
  leeches: 0,
  leechDays: 6,
  misses: { sure: 0, other: 0 },
  quizDaysAgo: 1,
  inbox: 0,
  secondsPerCard: 15,
  quizMinutes: (_, facts) => Math.min(10, facts),
  hidden: new Set(),
  ...changes,
})
const kinds = (changes: Partial<WorthInput>) => worthDoing(input(changes)).map(({ kind }) => kind)

test.each<[string, Partial<WorthInput>, readonly string[]]>([
  ['nothing', {}, []],
  [
    'a contradiction where cards are due',
    { concepts: [concept('A', { conflicts: 1, due: 2 })] },
    ['conflict'],
  ],
  ['a contradiction where none is due', { concepts: [concept('A', { conflicts: 1 })] }, ['quiet_conflict']],
  ['an answer that was sure and wrong', { misses: { sure: 1, other: 0 } }, ['sure_but_wrong']],
  ['a level about to be lost', { concepts: [concept('A', { level: 3, slipping: true })] }, ['slipping']],
  ['a low level about to be lost', { concepts: [concept('A', { level: 2, slipping: true })] }, []],
  ['fewer than 6 in 10 recalled', { concepts: [concept('A', { recallNow: 4.7 })] }, ['weak']],
  [
    'exactly 6 in 10',
    { concepts: [concept('A', { answered: 10, facts: 10, covered: 10, recallNow: 6 })] },
    [],
  ],
  ['too few facts to say', { concepts: [concept('A', { answered: 2, recallNow: 0 })] }, []],
  ['a card that keeps failing', { leeches: 1 }, ['leeches']],
  [
    'a new concept of which all that it builds on is held',
    { concepts: [concept('A', { level: 0, answered: 0, recallNow: 0, heldPrerequisites: ['B'] })] },
    ['ready'],
  ],
  [
    'a new concept that nobody said anything of',
    { concepts: [concept('A', { level: 0, answered: 0, recallNow: 0 })] },
    [],
  ],
  ['a concept that was begun', { concepts: [concept('A', { level: 1, heldPrerequisites: ['B'] })] }, []],
  [
    'a new concept that no card asks about',
    { concepts: [concept('A', { level: 0, answered: 0, covered: 0, heldPrerequisites: ['B'] })] },
    [],
  ],
  ['a miss in a quiz', { misses: { sure: 0, other: 2 } }, ['misses']],
  [
    'no quiz for a week',
    { quizDaysAgo: 7, concepts: [concept('A', { answered: 20, facts: 20, covered: 20, recallNow: 19 })] },
    ['quiz'],
  ],
  [
    'a quiz of this week',
    { quizDaysAgo: 6, concepts: [concept('A', { answered: 20, facts: 20, covered: 20, recallNow: 19 })] },
    [],
  ],
  ['too little learned for a quiz', { quizDaysAgo: null, concepts: [concept('A')] }, []],
  ['facts without a card', { concepts: [concept('A', { covered: 6 })] }, ['uncovered']],
  ['six cards in the Inbox', { inbox: 6 }, ['inbox']],
  ['five cards in the Inbox', { inbox: 5 }, []],
])('%s', (_, changes, expected) => {
  expect(kinds(changes)).toEqual(expected)
})

test('weak concepts, leeches and a quiz come before housekeeping, and one kind hides no other', () => {
  const weak = Array.from({ length: 9 }, (_, i) => concept(`W${i}`, { recallNow: i / 2, covered: 1 }))
  const suggestions = worthDoing(input({ concepts: weak, leeches: 3, quizDaysAgo: null, inbox: 90 }))
  expect(suggestions.map(({ kind }) => kind)).toEqual(['weak', 'leeches', 'quiz'])
  expect(suggestions[0]?.conceptId).toBe('W0')
  expect(kinds({ concepts: weak })).toEqual(['weak', 'weak', 'uncovered'])
})

const concepts = fc.array(
  fc.record({
    conflicts: fc.nat(1),
    due: fc.nat(2),
    covered: fc.nat(8),
    answered: fc.nat(8),
    recallNow: fc.double({ min: 0, max: 8, noNaN: true }),
    level: fc.nat(5),
    slipping: fc.boolean(),
  }),
  { maxLength: 30 },
)

test('there are at most three, in the order of their kinds, each with a reason, a rule with numbers, and minutes', () => {
  fc.assert(
    fc.property(concepts, fc.nat(3), fc.nat(20), (drawn, leeches, inbox) => {
      const all = drawn.map((one, i) => concept(`C${i}`, one))
      const suggestions = worthDoing(input({ concepts: all, leeches, inbox, quizDaysAgo: null }))
      expect(suggestions.length).toBeLessThanOrEqual(3)
      const order = suggestions.map(({ kind }) => suggestionKinds.indexOf(kind))
      expect(order).toEqual(order.toSorted((a, b) => a - b))
      for (const { reason, rule, minutes } of suggestions) {
        expect(reason).toMatch(/\w\.$/)
        expect(rule).toMatch(/Here: .*\d/)
        expect(minutes).toBeGreaterThanOrEqual(1)
      }
    }),
  )
})

test('what was put off makes room for the next', () => {
  fc.assert(
    fc.property(concepts, (drawn) => {
      const all = drawn.map((one, i) => concept(`C${i}`, one))
      const first = worthDoing(input({ concepts: all, leeches: 2 }))
      const hidden = new Set(first.map(({ key }) => key))
      const then = worthDoing(input({ concepts: all, leeches: 2, hidden }))
      expect(then.filter(({ key }) => hidden.has(key))).toEqual([])
    }),
  )
})
