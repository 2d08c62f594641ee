import { simulate } from './simulate.ts'
import type { SimulatedCollection, SimulationSettings } from './simulation.ts'

/** How many new cards a day keep a learner at the minutes they gave. */
export interface Steering {
  readonly newPerDay: number
  /** What a day then takes, on average over the days looked at. */
  readonly minutes: number
  /** What a day takes without anything new. */
  readonly minutesWithoutNew: number
}

/** So far ahead a day's work is looked at: what is begun today comes back within it several times. */
const daysAhead = 30
/** More new cards a day nobody begins. */
const mostNew = 100
const seeds = [1, 2, 3] as const

/**
 * The most new cards a day with which the coming month takes no more than `target` minutes a day: none where the reviews
 * alone take longer. It is found by halving, for more new cards never take less time.
 */
export function steerNewCards(
  collection: SimulatedCollection,
  settings: Omit<SimulationSettings, 'newPerDay'>,
  target: number,
): Steering {
  // As if there were always more: what is brought in tomorrow is not known today.
  const endless = { ...collection, newCards: Math.max(collection.newCards, mostNew * daysAhead) }
  const minutesAt = (newPerDay: number) => {
    const days = simulate(endless, { ...settings, newPerDay }, daysAhead, seeds)
    return days.reduce((sum, { minutes }) => sum + minutes.median, 0) / days.length
  }
  const minutesWithoutNew = minutesAt(0)
  let best = { newPerDay: 0, minutes: minutesWithoutNew }
  let [low, high] = [1, mostNew]
  while (low <= high) {
    const newPerDay = Math.floor((low + high) / 2)
    const minutes = minutesAt(newPerDay)
    if (minutes <= target) {
      best = { newPerDay, minutes }
      low = newPerDay + 1
    } else high = newPerDay - 1
  }
  return { ...best, minutesWithoutNew }
}
