import { expect, test } from 'vitest'
import {
  averageRecall,
  evaluateMemory,
  predictBlocks,
  movingAverage,
} from '../../../shared/insight/evaluate-memory.ts'
import { syntheticLog } from '../../../shared/insight/synthetic-log.ts'
import { scoredAnswers } from '../../../shared/schedule/fit/scored-answers.ts'
import { aHistory } from '../../support/histories.ts'

test('each of the last five of six blocks is predicted by what was known before it', () => {
  const asked: number[] = []
  const blocks = predictBlocks(
    (until) => {
      asked.push(until)
      return Array.from({ length: 13 }, (_, rank) => until * 100 + rank)
    },
    3,
    2,
  )
  expect(asked).toEqual([3, 5, 7, 9, 11])
  expect([...blocks]).toEqual([303, 304, 505, 506, 707, 708, 909, 910, 1111, 1112])
})

test('AVG says the share of the training part', () => {
  const scored = scoredAnswers([aHistory([0, 4], [1, 4], [1, 4], [1, 2], [1, 4])])
  expect([...averageRecall(scored, 3)]).toEqual([2 / 3, 2 / 3, 2 / 3, 2 / 3])
})

test('MOVING-AVG starts at σ(1.2) and steps by three tenths of its error', () => {
  const scored = scoredAnswers([aHistory([0, 4], [1, 4], [1, 2], [1, 4])])
  const sigma = (x: number) => 1 / (1 + Math.exp(-x))
  const second = 1.2 + 0.3 * (1 - sigma(1.2))
  const third = second - 0.3 * sigma(second)
  expect([...movingAverage(scored)]).toEqual([sigma(1.2), sigma(second), sigma(third)])
})

test('a log too short to cut in six is not evaluated', () => {
  expect(evaluateMemory([])).toBeNull()
  expect(evaluateMemory([aHistory([0, 4], [1, 4], [1, 4], [1, 4], [1, 4], [1, 4])])).toBeNull()
  expect(evaluateMemory([aHistory([0, 4], [1, 4], [1, 4], [1, 4], [1, 4], [1, 4], [1, 4])])?.tested).toBe(5)
})

test('on the made-up log every predictor is measured, and fitting to the learner wins', () => {
  const evaluation = evaluateMemory(syntheticLog('evaluate', { cards: 400, days: 400 }))
  const lossOf = (name: string) =>
    evaluation?.figures.find(({ predictor }) => predictor === name)?.logLoss ?? Number.NaN
  expect(evaluation?.figures).toHaveLength(9)
  for (const { logLoss, rmseBins, auc } of evaluation?.figures ?? []) {
    expect(logLoss).toBeGreaterThan(0)
    expect(rmseBins).toBeGreaterThan(0)
    expect(auc).toBeGreaterThan(0.4)
  }
  expect(lossOf('FSRS-6 fitted')).toBeLessThan(lossOf('FSRS-6 default'))
  expect(lossOf('FSRS-6 fitted')).toBeLessThan(lossOf('AVG'))
  for (const which of ['FSRS-6 default', 'FSRS-6 fitted'])
    expect(lossOf(which)).toBeLessThan(lossOf(`${which}, first answers only`))
  expect(lossOf('SM-2, power curve fitted')).toBeLessThan(lossOf('SM-2, power curve'))
})

test('the later part of a log changes nothing in what was predicted of the earlier', () => {
  const histories = syntheticLog('cut', { cards: 100, days: 200 })
  const scored = scoredAnswers(histories)
  const half = Math.floor(scored.count / 2)
  const other = { ...scored, recalled: scored.recalled.map((one, rank) => (rank < half ? one : 1 - one)) }
  expect(averageRecall(other, half)).toEqual(averageRecall(scored, half))
  expect(movingAverage(other).slice(0, half)).toEqual(movingAverage(scored).slice(0, half))
})
