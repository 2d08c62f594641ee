import { type Kysely, sql } from 'kysely'

/**
 * Facts whose lines their learner rejected count for no concept any more: what is kept of concepts is made anew where
 * anything was rejected.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`delete from concept_standings where learner_id in (select learner_id from rejections)`)
    .execute(db)
}
