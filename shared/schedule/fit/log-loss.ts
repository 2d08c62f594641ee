/** A prediction of exactly 0 or 1 that fails would cost infinity; it costs as much as the least step from it. */
const least = Number.EPSILON

/** −ln of the chance that was given to what happened. */
export function answerLoss(recall: number, recalled: number): number {
  const chance = recalled === 1 ? recall : 1 - recall
  return -Math.log(Math.min(1 - least, Math.max(least, chance)))
}

/** The mean log loss of predictions `from` to before `to`: the lower, the better they fit what happened. */
export function logLoss(
  recalls: ArrayLike<number>,
  recalled: ArrayLike<number>,
  from = 0,
  to = recalls.length,
): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += answerLoss(recalls[i] as number, recalled[i] as number)
  return sum / (to - from)
}

/** By how much one prediction beats another, with what chance alone would make of it. */
export interface LossGain {
  /** The mean of the losses that were spared; negative where there were more. */
  readonly mean: number
  /** The standard error of that mean, from how the answers differ. */
  readonly standardError: number
}

/** How much less `after` loses than `before` on the answers `from` to before `to`, answer by answer. */
export function lossGain(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  recalled: ArrayLike<number>,
  from: number,
  to: number,
): LossGain {
  const gains = Float64Array.from({ length: to - from }, (_, at) => {
    const happened = recalled[from + at] as number
    return (
      answerLoss(before[from + at] as number, happened) - answerLoss(after[from + at] as number, happened)
    )
  })
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length
  const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / Math.max(1, gains.length - 1)
  return { mean, standardError: Math.sqrt(variance / gains.length) }
}
