import { wilsonRange } from '../quiz/score-quiz.ts'

/** How many of how many. */
export interface Tally {
  readonly asked: number
  readonly passed: number
}

export const noTally: Tally = { asked: 0, passed: 0 }

export function addToTally({ asked, passed }: Tally, isPassed: boolean): Tally {
  return { asked: asked + 1, passed: passed + (isPassed ? 1 : 0) }
}

/** Below this many a percentage pretends to know more than it does: it is given with its count and range, or not at all. */
export const fewestForPercent = 20

/** `1 card`, `1,234 cards`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${whole(count)} ${count === 1 ? noun : plural}`
}

/** `1,234`. */
export function whole(count: number): string {
  return count.toLocaleString('en')
}

/** `82 %`. For shares that stand beside their count. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** `27 of 33`. */
export function tallyWords({ passed, asked }: Tally): string {
  return `${whole(passed)} of ${whole(asked)}`
}

/** `65–91 %`, the range that a share plausibly lies in (Wilson, 95 %); null where nothing was asked. */
export function rangeWords({ passed, asked }: Tally): string | null {
  const range = wilsonRange(passed, asked)
  return range === null ? null : `${Math.round(range.low * 100)}–${percent(range.high)}`
}

/** `27 of 33 (65–91 %)`: never a share without what it rests on. */
export function tallyWithRange(tally: Tally): string {
  const range = rangeWords(tally)
  return range === null ? '0 of 0' : `${tallyWords(tally)} (${range})`
}

/** `87 %`, and of few the count alone: `6 of 7`. */
export function shareOrCount(tally: Tally): string {
  return tally.asked < fewestForPercent ? tallyWords(tally) : percent(tally.passed / tally.asked)
}
