import { logLoss } from './log-loss.ts'
import type { ScoredAnswers } from './scored-answers.ts'

/** The share of the answers, the latest ones, on which new parameters have to prove themselves. */
export const heldOutShare = 0.2

/** What came of fitting. `before` and `after` are log losses on the held-out answers; null where there were too few. */
export interface Fit<Parameters> {
  /** The new ones where they won, else the current ones. */
  readonly parameters: Parameters
  readonly adopted: boolean
  readonly before: number | null
  readonly after: number | null
  readonly trainedOn: number
  readonly heldOut: number
}

/** How something is fitted to the first answers, and what it then predicts of all of them. */
export interface Fitting<Parameters> {
  readonly train: (until: number) => Parameters
  readonly predict: (parameters: Parameters) => Float64Array
}

/** The gate that every fit goes through: train on the earlier answers, adopt only on a win over the later ones. */
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
  const fitted = train(trainedOn)
  const before = logLoss(predict(current), scored.recalled, trainedOn, scored.count)
  const after = logLoss(predict(fitted), scored.recalled, trainedOn, scored.count)
  const adopted = after < before
  return { parameters: adopted ? fitted : current, adopted, before, after, trainedOn, heldOut }
}
