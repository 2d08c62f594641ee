import { type Day, addDays } from '../basics/time.ts'
import type { Grade } from './review-event.ts'

/** SM-2's schedule of a card. */
export interface Sm2Schedule {
  readonly kind: 'sm2'
  readonly repetitions: number
  /** The nominal interval: fuzz moves the due day, never this, or it would compound. */
  readonly intervalDays: number
  readonly easeHundredths: number
  readonly lapses: number
  readonly dueOn: Day
  /** The study day of the last repetition (drill and early passes are none). */
  readonly repeatedOn: Day
}

/** FSRS' schedule of a card. */
export interface FsrsSchedule {
  readonly kind: 'fsrs'
  /** Days until recall falls to 90 %. */
  readonly stability: number
  readonly difficulty: number
  /** Successes in a row: what fuzz is seeded by and what counts a lapse. */
  readonly repetitions: number
  /** The nominal interval: the days until recall falls to what the learner wants. */
  readonly intervalDays: number
  readonly lapses: number
  readonly dueOn: Day
  readonly repeatedOn: Day
}

/** The schedule of a card that was answered. */
export type Scheduled = Sm2Schedule | FsrsSchedule

/** When a card is asked again, and what its history amounts to. A fold of the card's events, nothing else. */
export type Schedule = { readonly kind: 'new' } | Scheduled

/** Everything the fold knows of one card. */
export interface CardState {
  readonly schedule: Schedule
  readonly suspended: boolean
  /** Not asked before this study day. */
  readonly buriedUntil: Day | null
  /** The last answer of any effect `schedule`, drill included, on the latest day that any counted on; it decides the drill. */
  readonly lastAnswer: { readonly on: Day; readonly at: number; readonly grade: Grade } | null
  /** Answers that counted for the schedule, drill included. */
  readonly answers: number
  /** Study days on which the card was known and its first answer failed: what tells a leech. */
  readonly missedDays: number
  /** The study day of the very first answer. */
  readonly firstAnsweredOn: Day | null
}

export const newCardState: CardState = {
  schedule: { kind: 'new' },
  suspended: false,
  buriedUntil: null,
  lastAnswer: null,
  answers: 0,
  missedDays: 0,
  firstAnsweredOn: null,
}

/** A card waits for its drill until it reached grade 4 or the study day ends. */
export const drillPassGrade = 4
/** A drilled card returns after ten minutes, or sooner when nothing else is left. */
export const drillDelayMs = 10 * 60_000
export const maxIntervalDays = 36_500

/** Whether the card's last answer of `today` asks for a same-day repeat (SM-2's step 7). */
export function isInDrill(state: CardState, today: Day): boolean {
  return state.lastAnswer !== null && state.lastAnswer.on === today && state.lastAnswer.grade < drillPassGrade
}

/** Whether its day has come. A new card is never due: it is introduced. */
export function isDue(state: CardState, today: Day): boolean {
  return state.schedule.kind !== 'new' && state.schedule.dueOn <= today
}

/** Whether nothing hides the card today. */
export function isActive(state: CardState, today: Day): boolean {
  return !state.suspended && (state.buriedUntil === null || state.buriedUntil <= today)
}

/** The day an interval ends, clamped to what the calendar of a life can hold. */
export function dueAfter(day: Day, intervalDays: number): Day {
  return addDays(day, Math.min(intervalDays, maxIntervalDays))
}
