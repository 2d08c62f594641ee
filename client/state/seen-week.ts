import type { Day } from '../../shared/basics/time.ts'
import { weekBeside, weekOf } from '../../shared/insight/week.ts'
import { putOffUntil } from './not-now.ts'

/** By this name the offer to look back stays away. */
export const seenWeekKey = 'week'

/** The week that is over was looked at: Today offers the next one when the present one is over. */
export async function seeWeek(today: Day): Promise<void> {
  // An offer that comes once more does no harm.
  await putOffUntil(seenWeekKey, weekBeside(weekOf(today), 1).from).catch(() => {})
}
