import { type Day, daysBetween } from '../basics/time.ts'
import { recallAfter } from './forgetting-curve.ts'
import type { CardState } from './schedule.ts'

/** How the interval that SM-2 chose relates to the days until recall falls to 90 %, by repetitions 0, 1, 2, ≥ 3. */
export type StabilityPerInterval = readonly [number, number, number, number]
/** What is assumed of a learner whose log is too short to say. */
export const defaultStabilityPerInterval: StabilityPerInterval = [0.65, 2.3, 1.1, 1.0]
/** How slowly the power curve of FSRS-6 falls (w20). */
export const defaultDecay = 0.1542

/** What predictions take from a learner's own log where fitting won, else the defaults. */
export interface RecallFit {
  readonly perInterval: StabilityPerInterval
  /** w20 of the learner's FSRS parameters. */
  readonly fsrsDecay: number
}
export const defaultRecallFit: RecallFit = {
  perInterval: defaultStabilityPerInterval,
  fsrsDecay: defaultDecay,
}

/**
 * The chance of recall on `day`, null for a card never answered: R = (1 + F·Δ/S)^−decay with F = 0.9^(−1/decay) − 1.
 * FSRS holds S; SM-2 predicts nothing by itself, so under it S is taken as k·I and the chance is an estimate.
 */
export function predictedRecall(
  { schedule }: Pick<CardState, 'schedule'>,
  day: Day,
  fit: RecallFit = defaultRecallFit,
): number | null {
  if (schedule.kind === 'new') return null
  const elapsed = daysBetween(schedule.repeatedOn, day)
  if (schedule.kind === 'fsrs') return recallAfter(Math.max(0, elapsed) / schedule.stability, fit.fsrsDecay)
  return sm2Recall(elapsed, schedule.intervalDays, schedule.repetitions, fit.perInterval)
}

/** The same from the bare numbers of an SM-2 schedule. */
export function sm2Recall(
  elapsedDays: number,
  intervalDays: number,
  repetitions: number,
  perInterval: StabilityPerInterval = defaultStabilityPerInterval,
): number {
  const elapsed = Math.max(0, elapsedDays)
  return recallAfter(relativeOverdueness(elapsed, intervalDays, repetitions, perInterval), defaultDecay)
}

/** Elapsed days over the days until recall falls to 90 %: the larger, the lower the predicted recall. */
export function relativeOverdueness(
  elapsedDays: number,
  intervalDays: number,
  repetitions: number,
  perInterval: StabilityPerInterval = defaultStabilityPerInterval,
): number {
  const factor = perInterval[Math.min(repetitions, 3)] ?? 1
  return elapsedDays / (factor * Math.max(1, intervalDays))
}
