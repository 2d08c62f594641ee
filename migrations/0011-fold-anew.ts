import { type Kysely, sql } from 'kysely'

/**
 * The rules of the fold changed: what was folded by the old ones is marked as folded with no profile, so that the start folds
 * the log anew, as it does after a change of scheduler.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`update learners set profile = ''`).execute(db)
}
