import { minimise } from '../../basics/minimise.ts'
import type { CardHistory } from '../card-history.ts'
import { type Fit, fitOnEarlier } from './fit-on-earlier.ts'
import { answerLoss } from './log-loss.ts'
import { type StabilityPerInterval, defaultStabilityPerInterval, sm2Recall } from '../predicted-recall.ts'
import { type Sm2Readings, readSm2 } from './replay-sm2.ts'

/** From so many scored answers on, the learner's own factors may take the place of the usual ones. */
export const fewestSm2Answers = 300
/** How strongly the usual factors hold: leaving one by a factor of e must save this much loss. */
const price = 4
const widest = Math.log(12)

/**
 * Fits the four factors between SM-2's interval and stability to a learner's own answers, with the gate of `fitFsrs`:
 * adopted only if they predict the last fifth clearly better than the current ones.
 */
export function fitSm2Recall(
  histories: readonly CardHistory[],
  current: StabilityPerInterval,
): Fit<StabilityPerInterval> {
  const readings = readSm2(histories)
  const fitting = {
    train: (until: number) => trainSm2Recall(readings, until),
    predict: (perInterval: StabilityPerInterval) => predictSm2(readings, perInterval),
  }
  return fitOnEarlier(readings.scored, current, fitting, fewestSm2Answers)
}

/** The factors under which the first `until` scored answers are most likely. Each speaks only of its own repetitions. */
export function trainSm2Recall(readings: Sm2Readings, until: number): StabilityPerInterval {
  const ranks: [number[], number[], number[], number[]] = [[], [], [], []]
  for (let rank = 0; rank < until; rank++) {
    ranks[Math.min(3, readings.repetitions[rank] as number)]?.push(rank)
  }
  const [k0, k1, k2, k3] = defaultStabilityPerInterval
  return [
    trainFactor(readings, ranks[0], k0),
    trainFactor(readings, ranks[1], k1),
    trainFactor(readings, ranks[2], k2),
    trainFactor(readings, ranks[3], k3),
  ]
}

/** What the power curve on SM-2's interval predicted of every scored answer. */
export function predictSm2(readings: Sm2Readings, perInterval: StabilityPerInterval): Float64Array {
  return Float64Array.from({ length: readings.scored.count }, (_, rank) =>
    recallAt(readings, rank, perInterval),
  )
}

function trainFactor(readings: Sm2Readings, ranks: readonly number[], usual: number): number {
  const away = minimise(-widest, widest, (logRatio) => {
    const factor = usual * Math.exp(logRatio)
    const factors = [factor, factor, factor, factor] as const
    return ranks.reduce(
      (loss, rank) =>
        loss + answerLoss(recallAt(readings, rank, factors), readings.scored.recalled[rank] as number),
      price * logRatio ** 2,
    )
  })
  return usual * Math.exp(away)
}

function recallAt(readings: Sm2Readings, rank: number, perInterval: StabilityPerInterval): number {
  return sm2Recall(
    readings.elapsedDays[rank] as number,
    readings.intervalDays[rank] as number,
    readings.repetitions[rank] as number,
    perInterval,
  )
}
