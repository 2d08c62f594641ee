import type { ComebackReply } from '../../shared/api/comeback.ts'
import { addDays } from '../../shared/basics/time.ts'
import { forecastComeback } from '../../shared/queue/plan-comeback.ts'
import { countDueByDay, findDueCards } from '../db/queue.ts'
import type { Learner } from '../learner.ts'
import { readSettings, todayFor } from './learner-settings.ts'

/** The backlog spread over `days` days from today on, with what becomes due meanwhile. Changes nothing. */
export async function openComeback(learner: Learner, days: number): Promise<ComebackReply> {
  const { id: learnerId, clock, zone } = learner
  const db = learner.db.reader
  const { today } = todayFor(await readSettings(db, learnerId), zone, clock())
  const backlog = (await findDueCards(db, learnerId, today)).length
  const due = await countDueByDay(db, learnerId, today, addDays(today, days))
  const dueByDay = new Map(due.map(({ day, count }) => [day, count]))
  return { from: today, backlog, days: forecastComeback({ from: today, days }, backlog, dueByDay) }
}
