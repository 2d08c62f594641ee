import { expect, test } from 'vitest'
import { auc, memoryBin, memoryBins, rmseBins } from '../../../shared/insight/memory-metrics.ts'
import { logLoss } from '../../../shared/schedule/fit/log-loss.ts'
import { scoredAnswers } from '../../../shared/schedule/fit/scored-answers.ts'
import { aHistory } from '../../support/histories.ts'

test('log loss is the mean of −ln of the chance given to what happened', () => {
  expect(logLoss([0.9, 0.8, 0.4], [1, 0, 1])).toBeCloseTo(
    -(Math.log(0.9) + Math.log(0.2) + Math.log(0.4)) / 3,
    12,
  )
  expect(logLoss([0.9, 0.8, 0.4], [1, 0, 1], 1, 2)).toBeCloseTo(-Math.log(0.2), 12)
})

test('a perfect predictor loses nothing, a sure one that fails loses much but not infinity', () => {
  expect(logLoss([1, 0, 1], [1, 0, 1])).toBeCloseTo(0, 12)
  expect(logLoss([0], [1])).toBeGreaterThan(30)
  expect(logLoss([0], [1])).toBeLessThan(40)
})

test('a constant predictor is best at the share that was recalled', () => {
  const recalled = [1, 1, 1, 0]
  const at = (recall: number) => logLoss([recall, recall, recall, recall], recalled)
  expect(at(0.75)).toBeLessThan(at(0.7))
  expect(at(0.75)).toBeLessThan(at(0.8))
})

test('RMSE(bins) weighs each bin’s distance of means by its answers', () => {
  // Bin a: predicted 0.8 on average, happened 0.5 (2 answers); bin b: 0.6 against 1 (1 answer).
  const predicted = { recalls: [0.9, 0.7, 0.6], recalled: [1, 0, 1] }
  expect(rmseBins(predicted, ['a', 'a', 'b'])).toBeCloseTo(Math.sqrt((2 * 0.3 ** 2 + 0.4 ** 2) / 3), 12)
})

test('RMSE(bins) is zero for the mean of every bin', () => {
  expect(rmseBins({ recalls: [0.5, 0.5, 1], recalled: [1, 0, 1] }, ['a', 'a', 'b'])).toBe(0)
})

test.each([
  { recalls: [0.9, 0.8, 0.3], recalled: [1, 1, 0], expected: 1 },
  { recalls: [0.1, 0.2, 0.9], recalled: [1, 1, 0], expected: 0 },
  { recalls: [0.5, 0.5, 0.5], recalled: [1, 0, 1], expected: 0.5 },
  // Of the four pairs the recalled one is above in two and equal in one.
  { recalls: [0.9, 0.4, 0.4, 0.6], recalled: [1, 1, 0, 0], expected: 0.625 },
])('AUC of $recalls for $recalled is $expected', ({ recalls, recalled, expected }) => {
  expect(auc({ recalls, recalled })).toBeCloseTo(expected, 12)
})

test('AUC has no value where nothing was forgotten or nothing recalled', () => {
  expect(auc({ recalls: [0.9, 0.8], recalled: [1, 1] })).toBeNull()
  expect(auc({ recalls: [0.9, 0.8], recalled: [0, 0] })).toBeNull()
  expect(auc({ recalls: [], recalled: [] })).toBeNull()
})

test.each([
  // 2.48·3.62^⌊log₃.₆₂ Δ⌋ / 1.99·1.89^⌊log₁.₈₉ i⌋ / 1.65·1.73^⌊log₁.₇₃ lapses⌋, worked by hand.
  [1, 2, 0, '2.48/3.76/0'],
  [3, 2, 1, '2.48/3.76/2'],
  [4, 3, 2, '8.98/3.76/3'],
  [14, 4, 3, '32.5/7.11/5'],
  [50, 8, 6, '117.65/13.44/9'],
])('%i days, answer %i, %i lapses fall into bin %s', (days, number, lapses, bin) => {
  expect(memoryBin(days, number, lapses)).toBe(bin)
})

test('the bins count lapses before the answer, and no first answer among them', () => {
  const histories = [aHistory([0, 2], [1, 4], [4, 2], [1, 4])]
  expect(memoryBins(histories, scoredAnswers(histories))).toEqual([
    memoryBin(1, 2, 0),
    memoryBin(4, 3, 0),
    memoryBin(1, 4, 1),
  ])
})
