import { type Kysely, sql } from 'kysely'

/**
 * Where the notes speak of each fact and concept, and whether a fact belongs to its concept by its topic alone. Notes that
 * were read before get theirs when newer rules read them again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table concepts add column topic text not null default '[]'`,
  `alter table facts add column topic text not null default '[]'`,
  `alter table facts add column by_topic integer not null default 0`,
]
