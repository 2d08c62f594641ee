import { type Kysely, SqliteAdapter, sql } from 'kysely'

/**
 * What waits for the learner, what they said about lines and concepts, and what can be undone. Notes remember the date and
 * size of their file, so that an unchanged folder is not read again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...columns, ...indexes]) await sql.raw(typed(db, statement)).execute(db)
  for (const statement of tables) await sql.raw(typed(db, statement, ' strict')).execute(db)
  for (const statement of tableIndexes) await sql.raw(statement).execute(db)
}

function typed(db: Kysely<unknown>, statement: string, suffix = ''): string {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  return isSqlite ? statement + suffix : statement.replaceAll(/\binteger\b/g, 'bigint')
}

const columns = [
  `alter table notes add column modified_us integer not null default 0`,
  `alter table notes add column size_bytes integer not null default -1`,
  // A text of the file that the learner took back: as long as the file has it, the reading stored here stands.
  `alter table notes add column held_hash text`,
  `alter table facts add column term text not null default ''`,
  `alter table cards add column waiting text`,
  `alter table cards add column proposed text`,
  `alter table cards add column kept_at integer`,
  `alter table cards add column skipped_at integer`,
]

const indexes = [
  `create index cards_waiting on cards (learner_id, waiting) where waiting is not null`,
  `create index card_notes_by_card on card_notes (learner_id, card_id)`,
  `create index cards_doubtful on cards (learner_id, id) where status = 'doubtful' and accepted_at is null`,
]

const tables = [
  // Lines that give no card because the learner said so; “span” is the hash of their text, wherever it stands.
  `create table rejections (
    learner_id text not null references learners (id),
    id text not null,
    span text not null,
    quote text not null,
    made_at integer not null,
    primary key (learner_id, id))`,

  `create table concept_words (
    learner_id text not null references learners (id),
    kind text not null,
    subject text not null,
    value text,
    sentence text not null,
    concept_key text not null,
    change_id text not null,
    primary key (learner_id, kind, subject))`,

  // What changed the library and how it was before; “before” is dropped after 30 days.
  `create table library_changes (
    learner_id text not null references learners (id),
    id text not null,
    kind text not null,
    at integer not null,
    sentence text not null,
    before text,
    undone_at integer,
    primary key (learner_id, id))`,
]

const tableIndexes = [
  `create unique index rejections_by_span on rejections (learner_id, span)`,
  `create index library_changes_by_time on library_changes (learner_id, at)`,
]
