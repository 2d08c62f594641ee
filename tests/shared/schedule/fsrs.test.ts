import fc from 'fast-check'
import { type Card, createEmptyCard, fsrs } from 'ts-fsrs'
import { expect, test } from 'vitest'
import {
  defaultFsrsParameters,
  desiredRetention,
  fsrsBounds,
  fsrsIntervalDays,
  fsrsRecall,
  isFsrsParameters,
  nextFsrs,
  ratingOf,
} from '../../../shared/schedule/fsrs.ts'
import type { Memory } from '../../../shared/schedule/memory-model.ts'
import type { Grade } from '../../../shared/schedule/review-event.ts'
import { maxIntervalDays } from '../../../shared/schedule/schedule.ts'
import { dayMs } from '../../support/factories.ts'
import { drilledHistory, randomHistory } from '../../support/histories.ts'

const defaults = defaultFsrsParameters
const anyGrade = fc.integer({ min: 0, max: 5 }).map((grade) => grade as Grade)
const anyParameters = fc
  .tuple(...fsrsBounds.map(([min, max]) => fc.double({ min, max, noNaN: true })))
  .map((parameters): readonly number[] => parameters)

test('the defaults are the 21 published numbers', () => {
  expect(defaults).toHaveLength(21)
  expect(isFsrsParameters(defaults)).toBe(true)
  expect(defaults[20]).toBe(0.1542)
})

test('every state is the one that a full replay by ts-fsrs comes to', () => {
  // Where both agree: a log in UTC days, no fuzz, no learning steps.
  const theirs = fsrs({
    enable_fuzz: false,
    enable_short_term: true,
    learning_steps: [],
    relearning_steps: [],
  })
  fc.assert(
    fc.property(drilledHistory, (history) => {
      const start = (history[0]?.day ?? 0) * dayMs
      let card: Card = createEmptyCard(new Date(start))
      let memory: Memory | null = null
      let before = history[0]?.day ?? 0
      const answers = history.flatMap(({ day, grade, drill = [] }) =>
        [grade, ...drill].map((each, minute) => ({ day, at: day * dayMs + minute * 60_000, grade: each })),
      )
      for (const { day, at, grade } of answers) {
        card = theirs.next(card, new Date(at), ratingOf(grade)).card
        memory = nextFsrs(memory, day - before, grade, defaults)
        before = day
        expect(Math.abs(memory.stability - card.stability)).toBeLessThan(1e-6 * Math.max(1, card.stability))
        expect(memory.difficulty).toBeCloseTo(card.difficulty, 6)
      }
    }),
    { numRuns: 300 },
  )
})

test('recall falls to 90 % when as many days have passed as the stability says, for every decay', () => {
  fc.assert(
    fc.property(
      anyParameters,
      fc.double({ min: 0.001, max: 36_500, noNaN: true }),
      (parameters, stability) => {
        expect(fsrsRecall(stability, stability, parameters)).toBeCloseTo(0.9, 10)
      },
    ),
  )
  expect(fsrsRecall(0, 5, defaults)).toBe(1)
  expect(fsrsRecall(-3, 5, defaults)).toBe(1)
})

test('no parameters, gaps or grades make a step throw or leave its range', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: -5, max: 40_000 }), anyGrade), { maxLength: 30 })
  fc.assert(
    fc.property(anyParameters, steps, (parameters, answers) => {
      let memory: Memory | null = null
      for (const [elapsed, grade] of answers) {
        memory = nextFsrs(memory, elapsed, grade, parameters)
        expect(memory.stability).toBeGreaterThanOrEqual(0.001)
        expect(memory.stability).toBeLessThanOrEqual(36_500)
        expect(memory.difficulty).toBeGreaterThanOrEqual(1)
        expect(memory.difficulty).toBeLessThanOrEqual(10)
        expect(Math.round(memory.stability * 1e8) / 1e8).toBe(memory.stability)
      }
    }),
    { numRuns: 300 },
  )
})

const held: Memory = { stability: 10, difficulty: 5 }

test.each([0, -1, -40])('a later answer of the same day (%i days on) is the short-term step', (elapsed) => {
  for (const grade of [0, 1, 2, 3, 4, 5] as const)
    expect(nextFsrs(held, elapsed, grade, defaults)).toEqual(nextFsrs(held, 0, grade, defaults))
})

test('a drill that recalls takes no stability away; one that does not costs some, and Easy adds some', () => {
  fc.assert(
    fc.property(
      anyParameters,
      fc.double({ min: 0.001, max: 36_500, noNaN: true }),
      anyGrade,
      (parameters, stability, grade) => {
        const memory = { stability: Math.max(0.001, Math.round(stability * 1e8) / 1e8), difficulty: 5 }
        const after = nextFsrs(memory, 0, grade, parameters).stability
        if (grade >= 3) expect(after).toBeGreaterThanOrEqual(memory.stability)
      },
    ),
  )
  expect(nextFsrs(held, 0, 2, defaults).stability).toBeLessThan(held.stability)
  expect(nextFsrs(held, 0, 5, defaults).stability).toBeGreaterThan(held.stability)
})

test('first answers stand in their order of stability, whatever a fit to few of them says', () => {
  const odd = [3, 9, 4, 2, ...defaults.slice(4)]
  const starts = ([2, 3, 4, 5] as const).map((grade) => nextFsrs(null, 0, grade, odd).stability)
  expect(starts).toEqual([3, 4, 4, 4])
})

test('an early pass strengthens a memory, and a late one strengthens it more', () => {
  const after = (elapsed: number) => nextFsrs(held, elapsed, 4, defaults).stability
  expect(after(2)).toBeGreaterThan(held.stability)
  expect(after(10)).toBeGreaterThan(after(2))
  expect(after(40)).toBeGreaterThan(after(10))
})

test('a failure never lengthens the stability', () => {
  fc.assert(
    fc.property(randomHistory, fc.integer({ min: 1, max: 3000 }), (history, gap) => {
      const memory = history.reduce<Memory | null>(
        (before, { grade }, at) =>
          nextFsrs(before, (history[at]?.day ?? 0) - (history[at - 1]?.day ?? 0), grade, defaults),
        null,
      )
      if (memory === null) return
      expect(nextFsrs(memory, gap, 2, defaults).stability).toBeLessThanOrEqual(memory.stability)
    }),
  )
})

test.each([
  [0, 1],
  [1, 1],
  [2, 1],
  [3, 2],
  [4, 3],
  [5, 4],
] as const)('grade %i is rating %i', (grade, rating) => {
  expect(ratingOf(grade)).toBe(rating)
})

test('the interval is the stability at 90 %, shorter above and longer below', () => {
  expect(fsrsIntervalDays(30, desiredRetention.usual, defaults)).toBe(30)
  expect(fsrsIntervalDays(30, 0.95, defaults)).toBeLessThan(30)
  expect(fsrsIntervalDays(30, 0.8, defaults)).toBeGreaterThan(30)
})

test('the interval is a whole day or more and never past what a life can hold', () => {
  expect(fsrsIntervalDays(0.001, 0.9, defaults)).toBe(1)
  expect(fsrsIntervalDays(36_500, 0.7, defaults)).toBe(maxIntervalDays)
  fc.assert(
    fc.property(
      anyParameters,
      fc.double({ min: 0.001, max: 36_500, noNaN: true }),
      (parameters, stability) => {
        const days = fsrsIntervalDays(stability, 0.9, parameters)
        expect(Number.isInteger(days) && days >= 1 && days <= maxIntervalDays).toBe(true)
      },
    ),
  )
})

test('a desired retention beyond its limits counts as the limit', () => {
  expect(fsrsIntervalDays(30, 0.2, defaults)).toBe(fsrsIntervalDays(30, desiredRetention.least, defaults))
  expect(fsrsIntervalDays(30, 1, defaults)).toBe(fsrsIntervalDays(30, desiredRetention.most, defaults))
})

test.each([
  ['too few', defaults.slice(0, 19)],
  ['too many', [...defaults, 1]],
  ['not a number', defaults.with(3, Number.NaN)],
  ['out of bounds', defaults.with(20, 0.9)],
])('parameters that are %s are told apart', (_, parameters) => {
  expect(isFsrsParameters(parameters)).toBe(false)
})
