import type { Day } from '../basics/time.ts'
import type { Slip } from '../mastery/slipping-since.ts'
import type { ForgottenCard, WeekAnswers } from './week-answers.ts'
import type { WeekMove } from './week-levels.ts'
import type { Week } from './week.ts'

export interface NamedConcept {
  readonly conceptId: string
  readonly term: string
}

/** A concept whose level moved in a week. */
export interface MovedConcept extends WeekMove, NamedConcept {}

/** A concept on its way to lose its level, since when and why. */
export interface SlippingConcept extends Slip, NamedConcept {}

/** A card as the week speaks of it. */
export interface ForgottenFront extends ForgottenCard {
  /** Its question, in plain words. */
  readonly front: string
}

/** All that a week says: what was learnt, what slipped, what is to do. */
export interface WeekReport extends Week, Omit<WeekAnswers, 'forgotten'> {
  readonly today: Day
  /** The first day of the whole log; null before it. */
  readonly firstDay: Day | null
  /** Concepts that rose above Started: the highest level first. */
  readonly rises: readonly MovedConcept[]
  /** Concepts that were answered for the first time. */
  readonly begun: readonly NamedConcept[]
  /** The furthest fall first. */
  readonly falls: readonly MovedConcept[]
  /** Concepts on their way to lose their level today, the highest first; none where the week is over. */
  readonly slipping: readonly SlippingConcept[]
  /** At most so many as are worth working on; `forgottenTotal` counts all. */
  readonly forgotten: readonly ForgottenFront[]
  readonly forgottenTotal: number
  /** How many of all of them were not recalled since. */
  readonly stillForgotten: number
  /** Cards that come in the seven days from today on, and their minutes; null where the week is long over. */
  readonly ahead: { readonly cards: number; readonly minutes: number } | null
}

/** Something to do that is not of the week itself: it is asked for apart. */
export interface WeekSuggestion {
  readonly name: string
  readonly reason: string
  readonly minutes: number
}

/** Whether there is nothing to tell of a week. */
export function isEmptyWeek({ days, rises, falls, slipping }: WeekReport): boolean {
  return days.length + rises.length + falls.length + slipping.length === 0
}
