/** The shares between which the true one lies, as far as so few answers can tell. */
export interface ShareRange {
  readonly low: number
  readonly high: number
}

/** How a quiz stands: near misses are among the right ones. */
export interface QuizScore {
  readonly asked: number
  readonly right: number
  /** Among the right ones: those with a slip of the pen. */
  readonly near: number
  readonly wrong: number
  /** Null before the first answer. */
  readonly range: ShareRange | null
}

const z = 1.959964

/** The Wilson 95 % range of a share. It holds the share itself and narrows as more is asked. */
export function wilsonRange(right: number, asked: number): ShareRange | null {
  if (asked <= 0) return null
  const share = right / asked
  const denominator = 1 + (z * z) / asked
  const centre = (share + (z * z) / (2 * asked)) / denominator
  const half = (z * Math.sqrt((share * (1 - share)) / asked + (z * z) / (4 * asked * asked))) / denominator
  // At 0 and at 1 the bound is exact; only rounding would miss it.
  return {
    low: right === 0 ? 0 : Math.max(0, centre - half),
    high: right === asked ? 1 : Math.min(1, centre + half),
  }
}

/** How a quiz went so far. A near miss counts as right. */
export function scoreQuiz(answers: readonly { readonly verdict: 'right' | 'near' | 'wrong' }[]): QuizScore {
  const wrong = answers.filter((answer) => answer.verdict === 'wrong').length
  const near = answers.filter((answer) => answer.verdict === 'near').length
  const right = answers.length - wrong
  return { asked: answers.length, right, near, wrong, range: wilsonRange(right, answers.length) }
}
