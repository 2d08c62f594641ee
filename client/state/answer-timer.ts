/** Longer than this and the learner was not answering. */
export const longestAnswerMs = 60_000

/** Why the time stands still. */
export type Pause = 'hidden' | 'revealed' | 'busy'

export interface AnswerTimer {
  readonly start: () => void
  readonly pause: (why?: Pause) => void
  readonly resume: (why?: Pause) => void
  /** Time shown so far, paused time left out, at most a minute. */
  readonly read: () => number
}

/** Counts how long a prompt is in front of the learner. It runs while nothing holds it. */
export function createAnswerTimer(clock: () => number): AnswerTimer {
  const pauses = new Set<Pause>()
  let counted = 0
  let since: number | null = null
  const stop = () => {
    if (since !== null) counted += Math.max(0, clock() - since)
    since = null
  }
  return {
    start: () => {
      pauses.delete('revealed')
      counted = 0
      since = pauses.size > 0 ? null : clock()
    },
    pause: (why = 'hidden') => {
      pauses.add(why)
      stop()
    },
    resume: (why = 'hidden') => {
      pauses.delete(why)
      if (pauses.size === 0) since ??= clock()
    },
    read: () => {
      const running = since === null ? 0 : Math.max(0, clock() - since)
      return Math.min(longestAnswerMs, Math.round(counted + running))
    },
  }
}
