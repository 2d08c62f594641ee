import type { Settings } from '../../shared/api/settings.ts'
import type { StatsReply } from '../../shared/api/stats.ts'
import { type Day, addDays } from '../../shared/basics/time.ts'
import { counted } from './words.ts'

/** “About 9 new cards a day keep you at 15 minutes; last week 13.” Null where minutes do not steer. */
export function steeringWords(
  { minutesPerDay, steered, newPerDay }: Settings,
  stats: Pick<StatsReply, 'today' | 'days'> | null,
): string | null {
  // What a device kept from an older version has no minutes.
  if (minutesPerDay == null) return null
  if (steered === null || steered.forMinutes !== minutesPerDay) return 'Working out how many new cards fit …'
  const minutes = counted(minutesPerDay, 'minute')
  const past = stats === null ? null : lastWeek(stats)
  const before = past === null ? '' : `; last week ${Math.round(past)}`
  if (newPerDay === 0) {
    const alone = Math.round(steered.minutesWithoutNew)
    return `Your reviews alone take about ${counted(alone, 'minute')} a day this month: nothing new until they fit into ${minutesPerDay}${before}.`
  }
  return `About ${counted(newPerDay, 'new card')} a day ${newPerDay === 1 ? 'keeps' : 'keep'} you at ${minutes}${before}.`
}

/** Minutes a day over the last seven days, days without study among them; null before there was a week. */
function lastWeek({ today, days }: Pick<StatsReply, 'today' | 'days'>): number | null {
  const from = addDays(today as Day, -7)
  const [first] = days
  if (first === undefined || first.day > from) return null
  const week = days.filter(({ day }) => day >= from && day < today)
  return week.reduce((sum, { durationMs }) => sum + durationMs, 0) / 60_000 / 7
}
