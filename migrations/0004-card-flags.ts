import { type Kysely, SqliteAdapter, sql } from 'kysely'

/** Why the learner flagged a card, and what a search of cards walks along. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  for (const statement of isSqlite ? [...statements, ...ofSqlite] : statements) {
    await sql.raw(statement).execute(db)
  }
}

const statements = [
  `alter table cards add column flag text`,
  `create index cards_flagged on cards (learner_id, flag) where flag is not null`,
  `create index cards_retired on cards (learner_id, id) where status = 'retired'`,
]

// What a card says, lowered: words are found by a walk along this index alone, without the long rows. PostgreSQL takes no
// index entry of this length, and has means of its own.
const ofSqlite = [
  `create index cards_sought on cards
    (learner_id, id, lower(coalesce(edited_front, front) || ' ' || coalesce(edited_back, back)), concept_id)`,
]
