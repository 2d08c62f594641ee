import type { WeekQuery, WeekReply } from '../../shared/api/week.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { type Day, addDays, isDay } from '../../shared/basics/time.ts'
import { isRecent, weekOf } from '../../shared/insight/week.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { countDueByDay, findDueCards } from '../db/queue.ts'
import { findFirstStudyDay } from '../db/study-days.ts'
import type { Reader } from '../db/tables.ts'
import type { Learner } from '../learner.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import type { MemoryRunner } from './memory-runner.ts'
import { readFronts } from './read-fronts.ts'
import { readSecondsPerCard } from './read-seconds-per-card.ts'

/** More names are none to work on. */
const mostForgotten = 15
const daysAhead = 7

/** The week that a day lies in, the present one without a day: what was learnt in it, what slipped, what comes. */
export async function openWeek(learner: Learner, run: MemoryRunner, { day }: WeekQuery): Promise<WeekReply> {
  const { id: learnerId, clock, zone } = learner
  const db = learner.db.reader
  const { today } = todayFor(await readSettings(db, learnerId), zone, clock())
  const week = weekAsked(day ?? today, today)
  const { answers, ...moves } = await run({ kind: 'gatherWeek', learnerId, week, today })
  const { forgotten, ...figures } = answers
  const named = forgotten.slice(0, mostForgotten)
  const fronts = await readFronts(
    db,
    learnerId,
    named.map(({ card }) => card),
  )
  return {
    today,
    ...week,
    firstDay: await findFirstStudyDay(db, learnerId),
    ...figures,
    ...moves,
    forgotten: named.map((card) => ({ ...card, front: fronts.get(card.card) ?? '' })),
    forgottenTotal: forgotten.length,
    stillForgotten: forgotten.filter(({ isRecalledSince }) => !isRecalledSince).length,
    ahead: isRecent(week, today) ? await readAhead(db, learnerId, today) : null,
  }
}

function weekAsked(day: Day, today: Day) {
  if (!isDay(day)) throw new Refusal('invalid_day', `“${String(day)}” is not a date. Write it as 2026-12-01.`)
  const week = weekOf(day)
  if (week.from > today) throw new Refusal('invalid_day', 'That week has not begun yet.')
  return week
}

async function readAhead(db: Reader, learnerId: LearnerId, today: Day): Promise<WeekReply['ahead']> {
  const due = (await findDueCards(db, learnerId, today)).length
  const coming = await countDueByDay(db, learnerId, today, addDays(today, daysAhead - 1))
  const cards = due + coming.reduce((sum, { count }) => sum + count, 0)
  const seconds = cards * (await readSecondsPerCard(db, learnerId))
  return { cards, minutes: cards === 0 ? 0 : Math.max(1, Math.round(seconds / 60)) }
}
