import { type Kysely, SqliteAdapter, sql } from 'kysely'

/** Cards that were drafted from outside, and which sections of notes a model has seen already. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  for (const table of tables)
    await sql.raw(isSqlite ? `${table} strict` : table.replaceAll(/\binteger\b/g, 'bigint')).execute(db)
  await sql.raw(index).execute(db)
}

const tables = [
  `create table drafts (
    learner_id text not null references learners (id),
    id text not null,
    note_id text not null,
    kind text not null,
    question text not null,
    answer text not null,
    quote text not null,
    lines text not null,
    concept text,
    corrects text,
    card_key text not null,
    drafted_by text not null,
    drafted_at integer not null,
    state text not null,
    card_id text,
    decided_at integer,
    primary key (learner_id, id),
    foreign key (learner_id, note_id) references notes (learner_id, id),
    foreign key (learner_id, card_id) references cards (learner_id, id))`,
  `create table drafted_sections (
    learner_id text not null references learners (id),
    content_hash text not null,
    model text not null,
    at integer not null,
    drafts integer not null,
    primary key (learner_id, content_hash, model))`,
]

const index = `create index drafts_by_note on drafts (learner_id, state, note_id, id)`
