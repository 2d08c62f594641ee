import type { CardHistory } from '../schedule/card-history.ts'
import type { FsrsParameters } from '../schedule/fsrs.ts'
import type { SchedulerChoice } from './simulated-scheduler.ts'
import type { StudyHabits } from './study-habits.ts'

/** What a simulation starts from: the learner as the log shows them. */
export interface SimulatedCollection {
  /** The active cards that were answered before. */
  readonly histories: readonly CardHistory[]
  /** How many wait to be introduced. */
  readonly newCards: number
  /** The first day of the simulation, as `dayNumber` counts. */
  readonly today: number
  /** The FSRS parameters that describe the learner's memory, whatever scheduler asks. */
  readonly memory: FsrsParameters
  readonly habits: StudyHabits
}

/** What a learner may try out. */
export interface SimulationSettings {
  readonly newPerDay: number
  readonly reviewsPerDay: number
  readonly scheduler: SchedulerChoice
  /** How much of a day's work is done on each day of the week, Monday first: 1 all, 0.5 an easy day, 0 a rest day. */
  readonly weekdays: readonly number[]
  /** Days without study, `from` days after today. */
  readonly pause: { readonly from: number; readonly days: number } | null
}

/** Every day all the work, and no break. */
export const everyDay: Pick<SimulationSettings, 'weekdays' | 'pause'> = {
  weekdays: [1, 1, 1, 1, 1, 1, 1],
  pause: null,
}

/** What happened on one day of one run. */
export interface SimulatedCounts {
  /** Cards answered that had been answered before. */
  readonly reviews: number
  readonly newCards: number
  readonly minutes: number
  /** Mean chance of recall, at the end of the day, of all cards answered so far. */
  readonly recall: number
  /** Due cards that were left for another day. */
  readonly backlog: number
}
