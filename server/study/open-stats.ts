import type { StatsReply } from '../../shared/api/stats.ts'
import { addDays } from '../../shared/basics/time.ts'
import { countCardsByStatus } from '../db/cards.ts'
import { findLogDigest } from '../db/learners.ts'
import { countDueByDay, findDueCards } from '../db/queue.ts'
import { countAnswered, listStudyDays } from '../db/study-days.ts'
import type { Learner } from '../learner.ts'
import { readSettings, todayFor } from './learner-settings.ts'

const forecastDays = 30
/** Below this many answers a share says nothing, so none is given. */
const fewestForShare = 20

/** The learner's history by day and what is coming, from the rows kept with every answer: the log is not read. */
export async function openStats(learner: Learner): Promise<StatsReply> {
  const { id: learnerId, clock, zone } = learner
  const db = learner.db.reader
  const { today } = todayFor(await readSettings(db, learnerId), zone, clock())
  const days = await listStudyDays(db, learnerId)
  const due = await findDueCards(db, learnerId, today)
  const coming = new Map(
    (await countDueByDay(db, learnerId, today, addDays(today, forecastDays - 1))).map((row) => [
      row.day,
      row.count,
    ]),
  )
  const statuses = new Map((await countCardsByStatus(db, learnerId)).map((row) => [row.status, row.count]))
  const asked = days.reduce((sum, day) => sum + day.reviewCards, 0)
  const passed = days.reduce((sum, day) => sum + day.reviewPassed, 0)
  return {
    today,
    days: days.map((day) => ({
      day: day.day,
      answers: day.answers,
      passed: day.passed,
      newCards: day.newCards,
      durationMs: day.durationMs,
    })),
    forecast: Array.from({ length: forecastDays }, (_, index) =>
      index === 0 ? due.length : (coming.get(addDays(today, index)) ?? 0),
    ),
    studiedOfLast28: days.filter((day) => day.day > addDays(today, -28) && day.day <= today).length,
    retention: { asked, passed, share: asked < fewestForShare ? null : passed / asked },
    cards: {
      ready: statuses.get('ready') ?? 0,
      doubtful: statuses.get('doubtful') ?? 0,
      retired: statuses.get('retired') ?? 0,
      ...(await countAnswered(db, learnerId)),
    },
    log: await findLogDigest(db, learnerId),
  }
}
