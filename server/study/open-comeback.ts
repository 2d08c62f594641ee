import type { ComebackReply } from '../../shared/api/comeback.ts'
import { type Day, type EpochMs, addDays } from '../../shared/basics/time.ts'
import { forecastComeback } from '../../shared/queue/plan-comeback.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { countDueByDay, findDueCards } from '../db/queue.ts'
import type { Reader } from '../db/tables.ts'
import { readSettings, todayFor } from './learner-settings.ts'

/** The backlog spread over `days` days from today on, with what becomes due meanwhile. Changes nothing. */
export async function openComeback(
  db: Reader,
  learnerId: LearnerId,
  days: number,
  deviceZone: string | undefined,
  now: EpochMs,
): Promise<ComebackReply> {
  const { today } = todayFor(await readSettings(db, learnerId), deviceZone, now)
  const backlog = (await findDueCards(db, learnerId, today)).length
  const due = await countDueByDay(db, learnerId, today, addDays(today, days))
  const dueByDay = new Map(due.map(({ day, count }) => [day as Day, count]))
  return { from: today, backlog, days: forecastComeback({ from: today, days }, backlog, dueByDay) }
}
