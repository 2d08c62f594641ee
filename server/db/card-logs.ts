import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { StoredEvent, StoredState } from './answer-store.ts'
import { toStoredEvent } from './event-rows.ts'
import { type FoldColumns, toFoldColumns } from './state-rows.ts'
import type { Reader, SchedulesTable, Writer } from './tables.ts'

/** The next cards by id that have a row in `schedules`, with their cached fold. */
export function listSchedulesAfter(
  db: Reader,
  learnerId: LearnerId,
  after: string,
  limit: number,
): Promise<SchedulesTable[]> {
  return db
    .selectFrom('schedules')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('card_id', '>', after)
    .orderBy('card_id')
    .limit(limit)
    .execute()
}

/** The logs of some cards, by card. Cards without an event are left out. */
export async function readCardLogs(
  db: Reader,
  learnerId: LearnerId,
  cardIds: readonly string[],
): Promise<Map<string, StoredEvent[]>> {
  const logs = new Map<string, StoredEvent[]>()
  if (cardIds.length === 0) return logs
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('card_id', 'in', cardIds)
    .execute()
  for (const row of rows) {
    const event = toStoredEvent(row)
    const log = logs.get(row.card_id ?? '')
    if (log === undefined) logs.set(row.card_id ?? '', [event])
    else log.push(event)
  }
  return logs
}

/** Replaces a card's cached fold. */
export async function saveFold(
  trx: Writer,
  learnerId: LearnerId,
  cardId: string,
  stored: StoredState,
): Promise<void> {
  const columns: FoldColumns = toFoldColumns(stored)
  await trx
    .updateTable('schedules')
    .set(columns)
    .where('learner_id', '=', learnerId)
    .where('card_id', '=', cardId)
    .execute()
}
