import { type Kysely, SqliteAdapter, sql } from 'kysely'

/**
 * On how many study days the first try of a card failed: what tells a leech. Only the log knows, so it is folded anew at the
 * next start, as after a change of scheduler.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  const number = isSqlite ? 'integer' : 'bigint'
  await sql.raw(`alter table schedules add column missed_days ${number} not null default 0`).execute(db)
  await sql
    .raw(`create index schedules_missed on schedules (learner_id, missed_days) where missed_days > 0`)
    .execute(db)
  await sql.raw(`update learners set profile = ''`).execute(db)
}
