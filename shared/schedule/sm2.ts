import type { Grade } from './review-event.ts'
import { maxIntervalDays } from './schedule.ts'

/** SM-2's state of one item. Everything is an integer; the ease factor is in hundredths (250 = 2.50). */
export interface Sm2State {
  /** Successful repetitions in a row (SM-2's n). */
  readonly repetitions: number
  readonly intervalDays: number
  readonly easeHundredths: number
}

export const sm2Start: Sm2State = { repetitions: 0, intervalDays: 0, easeHundredths: 250 }
export const minEaseHundredths = 130
const easeDelta = [-80, -54, -32, -14, 0, 10] as const

/**
 * Next state by SM-2, as Wozniak's own plug-in settles the four ambiguities of the 1990 text: the interval grows by the
 * ease from before this grade, halves round up, the ease changes on every grade, and a failure starts again at n = 0.
 * The ease factor never falls below 1.30. There is no cap; see `nextStoredSm2`.
 */
export function nextSm2(state: Sm2State, grade: Grade): Sm2State {
  const easeHundredths = Math.max(minEaseHundredths, state.easeHundredths + easeDelta[grade])
  if (grade < 3) return { repetitions: 0, intervalDays: 1, easeHundredths }
  return { repetitions: state.repetitions + 1, intervalDays: passedInterval(state), easeHundredths }
}

/** The same as it is stored: no interval is longer than `maxIntervalDays`, or it would outgrow any calendar. */
export function nextStoredSm2(state: Sm2State, grade: Grade): Sm2State {
  const { repetitions, intervalDays, easeHundredths } = nextSm2(state, grade)
  return { repetitions, intervalDays: Math.min(maxIntervalDays, intervalDays), easeHundredths }
}

function passedInterval(state: Sm2State): number {
  if (state.repetitions === 0) return 1
  if (state.repetitions === 1) return 6
  // Integer hundredths, half up: floats drift (after 2, 1, 3 the ease must be exactly 1.50).
  return Math.floor((state.intervalDays * state.easeHundredths + 50) / 100)
}
