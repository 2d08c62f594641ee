import { sql } from 'kysely'
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

/** Every change of scheduler in the log, and what undid one. */
export async function listSchedulerLog(db: Reader, learnerId: LearnerId): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('card_id', 'is', null)
    .where('kind', 'in', ['schedulerChanged', 'undone'])
    .execute()
  return rows.map(toStoredEvent)
}

/** Events in the order in which they arrived, after a position that an earlier call gave (0 for all). */
export async function listLogAfter(
  db: Reader,
  learnerId: LearnerId,
  position: number,
  limit: number,
): Promise<{ readonly events: StoredEvent[]; readonly position: number }> {
  // Rows are only ever added, so SQLite's own row number is the order of arrival.
  const arrival = sql<number>`events.rowid`
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .select(arrival.as('position'))
    .where('learner_id', '=', learnerId)
    .where(arrival, '>', position)
    .orderBy(arrival)
    .limit(limit)
    .execute()
  return { events: rows.map(toStoredEvent), position: rows.at(-1)?.position ?? position }
}
