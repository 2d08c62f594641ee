import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { scoreQuiz, wilsonRange } from '../../../shared/quiz/score-quiz.ts'

test('14 right of 18 leave 55 to 91 % plausible', () => {
  const range = wilsonRange(14, 18)
  expect(range?.low).toBeCloseTo(0.548, 3)
  expect(range?.high).toBeCloseTo(0.91, 2)
})

test('nothing asked gives no range', () => {
  expect(wilsonRange(0, 0)).toBeNull()
  expect(scoreQuiz([]).range).toBeNull()
})

test('the range holds the share, stays within 0 and 1, and mirrors when right and wrong change places', () => {
  const counts = fc
    .integer({ min: 1, max: 500 })
    .chain((asked) => fc.tuple(fc.integer({ min: 0, max: asked }), fc.constant(asked)))
  fc.assert(
    fc.property(counts, ([right, asked]) => {
      const { low, high } = wilsonRange(right, asked) ?? { low: NaN, high: NaN }
      const mirrored = wilsonRange(asked - right, asked)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(right / asked)
      expect(high).toBeGreaterThanOrEqual(right / asked)
      expect(mirrored?.low).toBeCloseTo(1 - high, 9)
    }),
  )
})

test('a near miss counts as right', () => {
  const score = scoreQuiz([{ verdict: 'right' }, { verdict: 'near' }, { verdict: 'wrong' }])
  expect(score).toMatchObject({ asked: 3, right: 2, near: 1, wrong: 1 })
})
