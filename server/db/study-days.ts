import type { CardId } from '../../shared/card/card.ts'
import type { Day } from '../../shared/basics/time.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { DayCounts } from '../../shared/insight/count-day.ts'
import type { Reader, StudyDaysTable, Writer } from './tables.ts'

/** What was done on a day; undefined when nothing was. */
export async function findStudyDay(
  db: Reader,
  learnerId: LearnerId,
  day: Day,
): Promise<DayCounts | undefined> {
  const row = await db
    .selectFrom('study_days')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('day', '=', day)
    .executeTakeFirst()
  return row && toDayCounts(row)
}

/** Every day with answers, oldest first: a chart reads these rows and never the log. */
export async function listStudyDays(
  db: Reader,
  learnerId: LearnerId,
): Promise<(DayCounts & { readonly day: Day })[]> {
  const rows = await db
    .selectFrom('study_days')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('answers', '>', 0)
    .orderBy('day')
    .execute()
  return rows.map((row) => ({ day: row.day, ...toDayCounts(row) }))
}

/** The first day with answers; null before it. */
export async function findFirstStudyDay(db: Reader, learnerId: LearnerId): Promise<Day | null> {
  const row = await db
    .selectFrom('study_days')
    .select('day')
    .where('learner_id', '=', learnerId)
    .where('answers', '>', 0)
    .orderBy('day')
    .limit(1)
    .executeTakeFirst()
  return row?.day ?? null
}

/** The cards that were answered from one day to another. */
export async function listCardsAnswered(
  db: Reader,
  learnerId: LearnerId,
  from: Day,
  until: Day,
): Promise<CardId[]> {
  const rows = await db
    .selectFrom('events')
    .select((eb) => eb.ref('card_id').$notNull().as('cardId'))
    .distinct()
    .where('learner_id', '=', learnerId)
    .where('counted_on', '>=', from)
    .where('counted_on', '<=', until)
    .where('kind', '=', 'reviewed')
    .execute()
  return rows.map(({ cardId }) => cardId)
}

/** Durations of the newest answers, for the time estimate. */
export async function listLastDurations(db: Reader, learnerId: LearnerId, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('events')
    .select((eb) => eb.ref('duration_ms').$notNull().as('ms'))
    .where('learner_id', '=', learnerId)
    .where('kind', '=', 'reviewed')
    .where('via', '=', 'review')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.ms)
}

/** How many cards were answered at least once, and how many are suspended: each is the length of an index. */
export async function countAnswered(
  db: Reader,
  learnerId: LearnerId,
): Promise<{ answered: number; suspended: number }> {
  const count = (query: ReturnType<typeof ofLearner>) =>
    query.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const ofLearner = () => db.selectFrom('schedules').where('learner_id', '=', learnerId)
  const answered = await count(ofLearner().where('last_answer_on', 'is not', null))
  const suspended = await count(ofLearner().where('suspended', '=', 1))
  return { answered: answered.count, suspended: suspended.count }
}

/** Every day on which the log has an answer, and every day that is cached. */
export async function listAnsweredDays(db: Reader, learnerId: LearnerId): Promise<Day[]> {
  const logged = await db
    .selectFrom('events')
    .select('counted_on as day')
    .distinct()
    .where('learner_id', '=', learnerId)
    .where('kind', '=', 'reviewed')
    .execute()
  const cached = await db.selectFrom('study_days').select('day').where('learner_id', '=', learnerId).execute()
  return [...new Set([...logged, ...cached].map((row) => row.day))].sort()
}

/** A row of `study_days` as the counts it holds. */
export function toDayCounts(row: StudyDaysTable): DayCounts {
  return {
    answers: row.answers,
    passed: row.passed,
    newCards: row.new_cards,
    reviewCards: row.review_cards,
    reviewPassed: row.review_passed,
    durationMs: row.duration_ms,
  }
}

export async function saveStudyDay(
  trx: Writer,
  learnerId: LearnerId,
  day: Day,
  counts: DayCounts,
): Promise<void> {
  const columns = {
    answers: counts.answers,
    passed: counts.passed,
    new_cards: counts.newCards,
    review_cards: counts.reviewCards,
    review_passed: counts.reviewPassed,
    duration_ms: counts.durationMs,
  }
  await trx
    .insertInto('study_days')
    .values({ learner_id: learnerId, day, ...columns })
    .onConflict((conflict) => conflict.columns(['learner_id', 'day']).doUpdateSet(columns))
    .execute()
}
