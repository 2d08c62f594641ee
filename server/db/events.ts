import type { EventId, LearnerId } from '../../shared/schedule/review-event.ts'
import type { StoredEvent } from './answer-store.ts'
import { toStoredEvent } from './event-rows.ts'
import type { Reader } from './tables.ts'

/** One event of the log. */
export async function findEvent(
  db: Reader,
  learnerId: LearnerId,
  id: EventId,
): Promise<StoredEvent | undefined> {
  const row = await db
    .selectFrom('events')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toStoredEvent(row)
}
