import { type Day, daysBetween } from '../basics/time.ts'
import type { CardState } from './schedule.ts'

const decay = -0.1542
const factor = 0.9 ** (1 / decay) - 1
/** How the interval that SM-2 chose relates to the days until recall falls to 90 %, by repetitions 0, 1, 2, ≥ 3. */
const stabilityPerInterval = [0.65, 2.3, 1.1, 1.0] as const

/**
 * The estimated chance of recall on `day`, null for a card never answered. SM-2 predicts nothing by itself; this is the
 * power curve of FSRS-6 on SM-2's interval, R = (1 + F·Δ/(k·I))^−0.1542 with F = 0.9^(−1/0.1542) − 1.
 */
export function predictedRecall(state: CardState, day: Day): number | null {
  if (state.schedule.kind === 'new') return null
  const elapsed = Math.max(0, daysBetween(state.schedule.repeatedOn, day))
  return (
    (1 + factor * relativeOverdueness(elapsed, state.schedule.intervalDays, state.schedule.repetitions)) **
    decay
  )
}

/** Elapsed days over the days until recall falls to 90 %: the larger, the lower the predicted recall. */
export function relativeOverdueness(elapsedDays: number, intervalDays: number, repetitions: number): number {
  const perInterval = stabilityPerInterval[Math.min(repetitions, 3)] ?? 1
  return elapsedDays / (perInterval * Math.max(1, intervalDays))
}
