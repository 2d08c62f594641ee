import { type Day, addDays, weekdayOf } from '../basics/time.ts'

/** Seven study days, Monday to Sunday. */
export interface Week {
  readonly from: Day
  readonly until: Day
}

/** The week that a day lies in. */
export function weekOf(day: Day): Week {
  const from = addDays(day, -((weekdayOf(day) + 6) % 7))
  return { from, until: addDays(from, 6) }
}

/** The week before (−1) or after (1) another one. */
export function weekBeside({ from }: Week, step: -1 | 1): Week {
  return weekOf(addDays(from, step * 7))
}

/** Whether a day lies in a week. */
export const isWithin = (day: Day, { from, until }: Week): boolean => day >= from && day <= until

/** Whether what is to be done now still belongs to a week: to the one that runs, and to the one before it. */
export function isRecent(week: Week, today: Day): boolean {
  return isWithin(today, week) || isWithin(addDays(today, -7), week)
}
