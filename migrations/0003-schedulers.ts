import { type Kysely, SqliteAdapter, sql } from 'kysely'

/** A second scheduler: what FSRS knows of a card, its parameters, and the queue's index for both. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  for (const statement of statements) {
    const typed = isSqlite
      ? statement
      : statement.replaceAll(/\binteger\b/g, 'bigint').replaceAll(/\breal\b/g, 'double precision')
    await sql.raw(typed.replace('(strict)', isSqlite ? 'strict' : '')).execute(db)
  }
}

const statements = [
  `alter table schedules add column stability real`,
  `alter table schedules add column difficulty real`,
  // The profile that the schedules were folded with; the newest standing “schedulerChanged” of the log decides it.
  `alter table learners add column profile text not null default 'sm2'`,
  // SM-2's factors of predicted recall, fitted on the learner's own answers; without it the usual ones.
  `alter table learners add column sm2_recall text`,
  `drop index schedules_due`,
  `create index schedules_due on schedules
    (learner_id, due_on, repeated_on, interval_days, repetitions, buried_until, last_answer_on, card_id, stability)
    where due_on is not null and asked = 1 and suspended = 0`,
  `create index schedules_lapses on schedules (learner_id, lapses) where lapses > 0`,
  // What the events call a profile: a scheduler with its parameters. Never changed, so an old event still means the same.
  `create table profiles (
    learner_id text not null references learners (id),
    id text not null,
    scheduler text not null,
    parameters text not null,
    made_at integer not null,
    evidence text,
    primary key (learner_id, id)) (strict)`,
]
