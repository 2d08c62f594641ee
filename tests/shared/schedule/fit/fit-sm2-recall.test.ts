import { expect, test } from 'vitest'
import { syntheticLog } from '../../../../shared/insight/synthetic-log.ts'
import { fitSm2Recall, trainSm2Recall } from '../../../../shared/schedule/fit/fit-sm2-recall.ts'
import {
  type StabilityPerInterval,
  defaultStabilityPerInterval,
} from '../../../../shared/schedule/predicted-recall.ts'
import { readSm2 } from '../../../../shared/schedule/fit/replay-sm2.ts'
import { aHistory } from '../../../support/histories.ts'

const histories = syntheticLog('sm2', { cards: 500, days: 400 })
const usual = defaultStabilityPerInterval

test('factors fitted to a learner predict their later answers better than the usual ones', () => {
  const fit = fitSm2Recall(histories, usual)
  expect(fit.adopted).toBe(true)
  expect(fit.after).toBeLessThan(fit.before ?? 0)
  expect(fitSm2Recall(histories, usual)).toEqual(fit)
})

test('factors that are worse than the current ones are not adopted', () => {
  const { parameters } = fitSm2Recall(histories, usual)
  expect(fitSm2Recall(histories, parameters)).toMatchObject({ adopted: false, parameters })
})

test('from 300 scored answers on, not before', () => {
  const log = (cards: number) =>
    Array.from({ length: cards }, (_, at) => aHistory([0, 4], [1, at % 3 === 0 ? 2 : 4]))
  expect(fitSm2Recall(log(299), usual)).toMatchObject({ before: null, after: null, adopted: false })
  expect(fitSm2Recall(log(300), usual).before).not.toBeNull()
})

test('repetitions without answers keep the usual factor', () => {
  const readings = readSm2(Array.from({ length: 50 }, () => aHistory([0, 4], [1, 2])))
  const fitted: StabilityPerInterval = trainSm2Recall(readings, readings.scored.count)
  expect(fitted[1]).toBeLessThan(usual[1])
  for (const repetitions of [0, 2, 3] as const) expect(fitted[repetitions]).toBeCloseTo(usual[repetitions], 2)
})
