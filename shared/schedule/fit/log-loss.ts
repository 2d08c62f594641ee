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
