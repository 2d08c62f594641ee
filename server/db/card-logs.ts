import type { CardId } from '../../shared/card/card.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { StoredEvent, StoredState } from './answer-store.ts'
import { toStoredEvent } from './event-rows.ts'
import { inChunks } from './in-chunks.ts'
import { type FoldColumns, toFoldColumns } from './state-rows.ts'
import type { Reader, SchedulesTable, Writer } from './tables.ts'

/** A card's cached fold, to be held against its log. */
export interface CachedFold {
  readonly cardId: CardId
  /** The names of the columns in which another fold is not the cached one. */
  readonly differsFrom: (fold: StoredState) => readonly string[]
}

/** The next cards by id that have a row in `schedules`, with their cached fold. */
export async function listFoldsAfter(
  db: Reader,
  learnerId: LearnerId,
  after: CardId | null,
  limit: number,
): Promise<CachedFold[]> {
  const rows = await db
    .selectFrom('schedules')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('card_id', '>', after ?? ('' as CardId))
    .orderBy('card_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    cardId: row.card_id,
    differsFrom: (fold) =>
      Object.entries(toFoldColumns(fold))
        .filter(([column, value]) => row[column as keyof SchedulesTable] !== value)
        .map(([column]) => column),
  }))
}

/** The logs of some cards, by card. Cards without an event are left out. */
export async function readCardLogs(
  db: Reader,
  learnerId: LearnerId,
  cardIds: readonly CardId[],
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

/** Those of the cards that have an event later than `now`: a clock ran ahead when it came. */
export async function findCardsAhead(
  db: Reader,
  learnerId: LearnerId,
  cardIds: readonly CardId[],
  now: number,
): Promise<CardId[]> {
  const found: CardId[] = []
  for (const chunk of inChunks(cardIds, 500)) {
    const rows = await db
      .selectFrom('schedules')
      .select('card_id')
      .where('learner_id', '=', learnerId)
      .where('card_id', 'in', chunk)
      .where('newest_time', '>', now)
      .execute()
    found.push(...rows.map((row) => row.card_id))
  }
  return found
}

/** Replaces a card's cached fold. */
export async function saveFold(
  trx: Writer,
  learnerId: LearnerId,
  cardId: CardId,
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
