import { type Kysely, sql } from 'kysely'

/** What kind of writing a note is, and since when a learner's decisions tell which cards they want. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table notes add column genre text not null default 'study'`,
  `alter table learners add column taste_reset text`,
]
