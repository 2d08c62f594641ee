import { sql } from 'kysely'
import type { Day } from '../../shared/basics/time.ts'
import type { EventId, LearnerId, LoggedEvent } from '../../shared/schedule/review-event.ts'
import type { StoredEvent } from './answer-store.ts'
import { askedSql } from './asked.ts'
import { readCardLogs } from './card-logs.ts'
import { toStoredEvent } from './event-rows.ts'
import type { Reader } from './tables.ts'

const eventsAtOnce = 2000

/** The whole log in parts, in order of the events' ids. */
export async function* listLogParts(db: Reader, learnerId: LearnerId): AsyncGenerator<StoredEvent[]> {
  let after: EventId | null = null
  for (;;) {
    const rows = await db
      .selectFrom('events')
      .selectAll()
      .where('learner_id', '=', learnerId)
      .where('id', '>', after ?? ('' as EventId))
      .orderBy('id')
      .limit(eventsAtOnce)
      .execute()
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
    yield rows.map(toStoredEvent)
  }
}

/** The whole logs of the cards that were answered on a day. */
export async function findDayLogs(
  db: Reader,
  learnerId: LearnerId,
  day: Day,
): Promise<(readonly LoggedEvent[])[]> {
  const cards = await db
    .selectFrom('events')
    .select('card_id')
    .distinct()
    .where('learner_id', '=', learnerId)
    .where('counted_on', '=', day)
    .where('kind', '=', 'reviewed')
    .execute()
  const logs = await readCardLogs(
    db,
    learnerId,
    cards.flatMap((row) => row.card_id ?? []),
  )
  return [...logs.values()]
}

/** Cards whose place in the queue does not fit their status and the learner's word. */
export async function countAskedFaults(db: Reader, learnerId: LearnerId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from cards
    left join schedules on schedules.learner_id = cards.learner_id and schedules.card_id = cards.id
    where cards.learner_id = ${learnerId} and coalesce(schedules.asked, -1) <>
      ${askedSql}
  `.execute(db)
  return rows[0]?.count ?? 0
}

/** What the engine itself finds wrong with its file; empty when it is whole. SQLite's own check. */
export async function checkFile(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(db)
  const orphans = await sql<{ table: string }>`pragma foreign_key_check`.execute(db)
  return [
    ...rows.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    ...[...new Set(orphans.rows.map((row) => row.table))].map(
      (table) => `Rows of ${table} speak of something that is not there.`,
    ),
  ]
}
