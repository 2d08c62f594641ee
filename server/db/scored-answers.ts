import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { Reader } from './tables.ts'

/** How many answers came a day or more after another of the same card: a close count of what fitting learns from. */
export async function countScoredAnswers(db: Reader, learnerId: LearnerId): Promise<number> {
  const row = await db
    .selectFrom('study_days')
    .select((eb) => eb.fn.sum<number | null>('review_cards').as('count'))
    .where('learner_id', '=', learnerId)
    .executeTakeFirstOrThrow()
  return row.count ?? 0
}
