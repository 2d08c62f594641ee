import { type Day, addDays } from '../basics/time.ts'
import { fuzzReachDays } from './fuzz-interval.ts'
import { dueAfter } from './schedule.ts'

/** The planned day where it lies inside the fuzz window, else the nominal one: a log from elsewhere cannot bend the schedule. */
export function acceptedDueOn(intervalDays: number, plannedDueOn: Day | undefined, day: Day): Day {
  const nominal = dueAfter(day, intervalDays)
  if (plannedDueOn === undefined || plannedDueOn <= day) return nominal
  const reach = fuzzReachDays(intervalDays)
  const inWindow = plannedDueOn >= addDays(nominal, -reach) && plannedDueOn <= addDays(nominal, reach)
  return inWindow ? plannedDueOn : nominal
}
