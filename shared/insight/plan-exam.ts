import { simulate } from './simulate.ts'
import type { SimulatedCollection, SimulationSettings } from './simulation.ts'

/** What it takes to know the cards of an exam by its day, and what comes of it. */
export interface ExamPlan {
  /** Cards that the exam is about. */
  readonly cards: number
  /** Of them, cards never seen. */
  readonly newCards: number
  /** New cards a day that it needs. */
  readonly newPerDay: number
  /** New cards that the learner's own limit leaves unseen on the day. */
  readonly unreached: number
  /** What a day takes until then, on average. */
  readonly reviewsPerDay: number
  readonly minutesPerDay: number
  /** How many of the cards would be recalled on the day, of all and of those begun by then. */
  readonly recalled: number
  readonly begun: number
}

/** On the last days before an exam nothing new is begun: what is met once is not known. */
const daysWithoutNew = 2
const seeds = [1, 2, 3] as const

/**
 * The plan of an exam in `days` days, from its cards alone. `limit` is how many new cards a day the learner takes; where the
 * exam needs more, some stay unseen, and the plan says how many.
 */
export function planExam(
  collection: SimulatedCollection,
  settings: Omit<SimulationSettings, 'newPerDay'>,
  { days, limit }: { readonly days: number; readonly limit: number },
): ExamPlan {
  const { histories, newCards } = collection
  // On its day nothing can be begun any more; before it there is always a day for it.
  const daysForNew = days === 0 ? 0 : Math.max(1, days - daysWithoutNew)
  const newPerDay = daysForNew === 0 ? 0 : Math.ceil(newCards / daysForNew)
  const taken = Math.min(newPerDay, limit)
  const reached = Math.min(newCards, taken * daysForNew)
  const simulated = simulate(
    { ...collection, newCards: reached },
    { ...settings, newPerDay: taken },
    days + 1,
    seeds,
  )
  const before = simulated.slice(0, Math.max(1, days))
  const mean = (key: 'reviews' | 'minutes') =>
    before.reduce((sum, day) => sum + day[key].median, 0) / before.length
  const begun = histories.length + reached
  return {
    cards: histories.length + newCards,
    newCards,
    newPerDay,
    unreached: newCards - reached,
    reviewsPerDay: mean('reviews'),
    minutesPerDay: mean('minutes'),
    // In the morning of the day: what the day before left.
    recalled: (before.at(-1)?.recall.median ?? 0) * begun,
    begun,
  }
}
