import { logLoss, lossGain } from './log-loss.ts'
import type { ScoredAnswers } from './scored-answers.ts'

/** The share of the answers, the latest ones, on which new parameters have to prove themselves. */
export const heldOutShare = 0.2

/**
 * New parameters must win by so many standard errors of the difference per answer: a bare win is often luck, and in one of
 * four cuts of two real logs it hurt later on.
 */
export const leastMargin = 1

/** What came of fitting. `before` and `after` are log losses on the held-out answers; null where there were too few. */
export interface Fit<Parameters> {
  /** The new ones where they won, else the current ones. */
  readonly parameters: Parameters
  readonly adopted: boolean
  readonly before: number | null
  readonly after: number | null
  /** By how much the loss had to fall; absent where there were too few answers. */
  readonly margin?: number
  readonly trainedOn: number
  readonly heldOut: number
}

/** How something is fitted to the first answers, and what it then predicts of all of them. */
export interface Fitting<Parameters> {
  readonly train: (until: number) => Parameters
  readonly predict: (parameters: Parameters) => Float64Array
}

/** The gate that every fit goes through: train on the earlier answers, adopt only on a clear win over the later ones. */
export function fitOnEarlier<Parameters>(
  scored: ScoredAnswers,
  current: Parameters,
  { train, predict }: Fitting<Parameters>,
  fewest: number,
): Fit<Parameters> {
  const heldOut = Math.floor(scored.count * heldOutShare)
  const trainedOn = scored.count - heldOut
  if (scored.count < fewest)
    return { parameters: current, adopted: false, before: null, after: null, trainedOn: 0, heldOut: 0 }
  const { count, recalled } = scored
  const fitted = train(trainedOn)
  const [old, anew] = [predict(current), predict(fitted)]
  const { mean, standardError } = lossGain(old, anew, recalled, trainedOn, count)
  const margin = leastMargin * standardError
  const adopted = mean > margin
  return {
    parameters: adopted ? fitted : current,
    adopted,
    before: logLoss(old, recalled, trainedOn, count),
    after: logLoss(anew, recalled, trainedOn, count),
    margin,
    trainedOn,
    heldOut,
  }
}
