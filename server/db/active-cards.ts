import type { CardId } from '../../shared/card/card.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { Reader } from './tables.ts'

/** Cards that are asked and not suspended. */
export async function listActiveCards(db: Reader, learnerId: LearnerId): Promise<CardId[]> {
  const rows = await db
    .selectFrom('schedules')
    .select('card_id')
    .where('learner_id', '=', learnerId)
    .where('asked', '=', 1)
    .where('suspended', '=', 0)
    .execute()
  return rows.map((row) => row.card_id)
}

/** How many of them were never answered. */
export async function countFresh(db: Reader, learnerId: LearnerId): Promise<number> {
  const row = await db
    .selectFrom('schedules')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('learner_id', '=', learnerId)
    .where('asked', '=', 1)
    .where('suspended', '=', 0)
    .where('kind', '=', 'new')
    .executeTakeFirstOrThrow()
  return row.count
}
