import { type Kysely, sql } from 'kysely'

/** What the sides of a card are written in, where that is not English. Cards made before get it when their note is read anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table cards add column languages text').execute(db)
}
