import { type Day, addDays, daysBetween } from '../basics/time.ts'

/** A backlog spread over some days, from its first day on; new cards wait until it is over. */
export interface ComebackPlan {
  readonly from: Day
  /** 1 to 180. */
  readonly days: number
}

/** What one day of a plan holds. */
export interface ComebackDay {
  readonly day: Day
  readonly reviews: number
  /** What still waits when the day is done. */
  readonly left: number
}

export const comebackDays = { least: 1, usual: 7, most: 180 } as const

/** Days of the plan that are left, `today` among them; 0 when it is over or has not begun. */
export function comebackDaysLeft(plan: ComebackPlan | null, today: Day): number {
  if (plan === null || today < plan.from) return 0
  return Math.max(0, plan.days - daysBetween(plan.from, today))
}

/**
 * How many reviews today holds under a plan: an equal share of all that waits for each day that is left. What was
 * reviewed today already counts, so that the share does not grow while it is worked off.
 */
export function comebackShare(dueNow: number, reviewedToday: number, daysLeft: number): number {
  if (daysLeft < 1) return dueNow
  return Math.max(0, Math.ceil((dueNow + reviewedToday) / daysLeft) - reviewedToday)
}

/** The plan day by day, with what becomes due meanwhile: what the learner sees before agreeing to it. */
export function forecastComeback(
  plan: ComebackPlan,
  backlog: number,
  dueByDay: ReadonlyMap<Day, number>,
): ComebackDay[] {
  let left = backlog
  return Array.from({ length: plan.days }, (_, i) => {
    const day = addDays(plan.from, i)
    left += i === 0 ? 0 : (dueByDay.get(day) ?? 0)
    const reviews = comebackShare(left, 0, plan.days - i)
    left -= reviews
    return { day, reviews, left }
  })
}
