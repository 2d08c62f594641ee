import { type Day, addDays } from '../basics/time.ts'

/** How far back the charts look: days, or everything. */
export const statsRanges = ['30', '90', '365', 'all'] as const
export type StatsRange = (typeof statsRanges)[number]
/** A bad day misleads, and a year hides a bad month. */
export const usualRange: StatsRange = '90'

/** The first day of a range that ends today; null for all of it. */
export function rangeStart(range: StatsRange, today: Day): Day | null {
  return range === 'all' ? null : addDays(today, 1 - Number(range))
}
