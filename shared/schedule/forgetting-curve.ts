/**
 * The power curve of FSRS-6: R = (1 + F·x)^(−decay) with F = 0.9^(−1/decay) − 1, where x is the elapsed time over the
 * time until recall falls to 90 %. 1 at x = 0, 0.9 at x = 1, for every decay.
 */
export function recallAfter(relativeElapsed: number, decay: number): number {
  return (1 + curveFactor(decay) * relativeElapsed) ** -decay
}

/** The x at which the curve has fallen to `recall`: the inverse of `recallAfter`. */
export function relativeElapsedAt(recall: number, decay: number): number {
  return (recall ** (-1 / decay) - 1) / curveFactor(decay)
}

/** F of the power curve. */
export function curveFactor(decay: number): number {
  return 0.9 ** (-1 / decay) - 1
}
