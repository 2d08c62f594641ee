import { type Kysely, SqliteAdapter, sql } from 'kysely'

/** What the learner decided about cards, one row a decision. One whose change was undone does not count. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  await sql.raw(isSqlite ? `${table} strict` : table.replaceAll(/\binteger\b/g, 'bigint')).execute(db)
  await sql.raw(index).execute(db)
}

const table = `create table card_decisions (
    learner_id text not null references learners (id),
    id text not null,
    card_id text not null,
    card_key text not null,
    decision text not null,
    at integer not null,
    change_id text not null,
    primary key (learner_id, id),
    foreign key (learner_id, card_id) references cards (learner_id, id),
    foreign key (learner_id, change_id) references library_changes (learner_id, id))`

const index = `create index card_decisions_by_card on card_decisions (learner_id, card_id)`
