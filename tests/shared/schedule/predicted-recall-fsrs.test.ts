import { expect, test } from 'vitest'
import { type Day, addDays } from '../../../shared/basics/time.ts'
import { recallAfter, relativeElapsedAt } from '../../../shared/schedule/forgetting-curve.ts'
import { defaultFsrsParameters, fsrsRecall } from '../../../shared/schedule/fsrs.ts'
import { defaultDecay, defaultRecallFit, predictedRecall } from '../../../shared/schedule/predicted-recall.ts'
import { type CardState, newCardState } from '../../../shared/schedule/schedule.ts'

const today = '2026-03-02' as Day
const held: CardState = {
  ...newCardState,
  schedule: {
    kind: 'fsrs',
    stability: 20,
    difficulty: 5,
    repetitions: 2,
    intervalDays: 12,
    lapses: 0,
    dueOn: addDays(today, 12),
    repeatedOn: today,
  },
}

test('under FSRS the prediction is the model’s own, whatever interval the desired retention gave', () => {
  expect(predictedRecall(held, addDays(today, 20))).toBeCloseTo(0.9, 10)
  expect(predictedRecall(held, addDays(today, 7))).toBe(fsrsRecall(7, 20, defaultFsrsParameters))
  expect(predictedRecall(held, addDays(today, -1))).toBe(1)
})

test('a learner’s own decay bends the curve around the same 90 %', () => {
  const fit = { ...defaultRecallFit, fsrsDecay: 0.5 }
  expect(predictedRecall(held, addDays(today, 20), fit)).toBeCloseTo(0.9, 10)
  expect(predictedRecall(held, addDays(today, 200), fit)).toBeLessThan(
    predictedRecall(held, addDays(today, 200)) ?? 0,
  )
})

test('the usual decay is that of the default parameters', () => {
  expect(defaultDecay).toBe(defaultFsrsParameters[20])
})

test.each([0.7, 0.8, 0.9, 0.97])('the curve falls to %f when its inverse says so', (recall) => {
  for (const decay of [0.1, 0.1542, 0.5])
    expect(recallAfter(relativeElapsedAt(recall, decay), decay)).toBeCloseTo(recall, 10)
})
