import type { Day } from '../basics/time.ts'
import type { LevelCause, LevelChange } from '../mastery/concept-standing.ts'
import type { Level } from '../mastery/levels.ts'
import { type Week, isWithin } from './week.ts'

/** How a level moved over a whole week, and the last step that moved it that way. */
export interface WeekMove {
  readonly on: Day
  readonly from: Level
  readonly to: Level
  readonly why: LevelCause
}

/** The steps of a week as one; null where the level ended where it began. */
export function weekMove(history: readonly LevelChange[], week: Week): WeekMove | null {
  const steps = history.filter(({ on }) => isWithin(on, week))
  const [first, last] = [steps[0], steps.at(-1)]
  if (first === undefined || last === undefined || first.from === last.to) return null
  const isRise = last.to > first.from
  const decided = steps.findLast((step) => step.to > step.from === isRise) ?? last
  return { on: decided.on, from: first.from, to: last.to, why: decided.why }
}
