/** Longer than this and the learner was not answering. */
export const longestAnswerMs = 60_000

export interface AnswerTimer {
  readonly start: () => void
  readonly pause: () => void
  readonly resume: () => void
  /** Time shown so far, hidden time left out, at most a minute. */
  readonly read: () => number
}

/** Counts how long a card is in front of the learner. */
export function createAnswerTimer(clock: () => number): AnswerTimer {
  let counted = 0
  let since: number | null = null
  const stop = () => {
    if (since !== null) counted += Math.max(0, clock() - since)
    since = null
  }
  return {
    start: () => {
      counted = 0
      since = clock()
    },
    pause: stop,
    resume: () => {
      since ??= clock()
    },
    read: () => {
      const running = since === null ? 0 : Math.max(0, clock() - since)
      return Math.min(longestAnswerMs, Math.round(counted + running))
    },
  }
}
