import { expect, test } from 'vitest'
import { fitOnEarlier } from '../../../../shared/schedule/fit/fit-on-earlier.ts'
import { lossGain } from '../../../../shared/schedule/fit/log-loss.ts'
import { scoredAnswers } from '../../../../shared/schedule/fit/scored-answers.ts'
import { aHistory } from '../../../support/histories.ts'

test('a win within the noise of the later answers is no win', () => {
  // Of the eight later answers one is forgotten.
  const log = Array.from({ length: 40 }, (_, at) => aHistory([0, 4], [1, at % 7 === 0 ? 2 : 4]))
  const answers = scoredAnswers(log)
  const predict = (recall: number) => new Float64Array(answers.count).fill(recall)
  const won = (current: number, fitted: number) => {
    const fit = fitOnEarlier(answers, current, { train: () => fitted, predict }, 1)
    expect(fit.parameters).toBe(fit.adopted ? fitted : current)
    return { ...fit, gain: (fit.before ?? 0) - (fit.after ?? 0), margin: fit.margin ?? 0 }
  }
  const thin = won(0.8, 0.81)
  expect(thin.gain).toBeGreaterThan(0)
  expect(thin.gain).toBeLessThan(thin.margin)
  expect(thin.adopted).toBe(false)
  const clear = won(0.5, 0.85)
  expect(clear.gain).toBeGreaterThan(clear.margin)
  expect(clear.adopted).toBe(true)
})

test('the margin is one standard error of the difference per answer', () => {
  const gain = lossGain([0.5, 0.5, 0.5], [0.8, 0.8, 0.8], [1, 1, 0], 0, 3)
  const [right, wrong] = [Math.log(0.8 / 0.5), Math.log(0.2 / 0.5)]
  const mean = (2 * right + wrong) / 3
  const variance = (2 * (right - mean) ** 2 + (wrong - mean) ** 2) / 2
  expect(gain.mean).toBeCloseTo(mean, 12)
  expect(gain.standardError).toBeCloseTo(Math.sqrt(variance / 3), 12)
})
