import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import * as firstHouse from '../../migrations/0001-first-house.ts'
import * as inbox from '../../migrations/0002-inbox.ts'
import * as schedulers from '../../migrations/0003-schedulers.ts'
import * as cardFlags from '../../migrations/0004-card-flags.ts'
import * as cardSearch from '../../migrations/0005-card-search.ts'
import * as cardDecisions from '../../migrations/0006-card-decisions.ts'
import * as cardWorth from '../../migrations/0007-card-worth.ts'
import * as topics from '../../migrations/0008-topics.ts'
import * as cardLanguages from '../../migrations/0009-card-languages.ts'
import * as drafts from '../../migrations/0010-drafts.ts'
import * as foldAnew from '../../migrations/0011-fold-anew.ts'
import * as quizzes from '../../migrations/0012-quizzes.ts'
import * as conceptStandings from '../../migrations/0013-concept-standings.ts'
import * as missedDays from '../../migrations/0014-missed-days.ts'
import * as ignoredFacts from '../../migrations/0015-ignored-facts.ts'
import * as accounts from '../../migrations/0016-accounts.ts'
import { StartFailure } from './start-failure.ts'
import type { Tables } from './tables.ts'

/** Every migration in order of its name. A shipped one is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-first-house': firstHouse,
  '0002-inbox': inbox,
  '0003-schedulers': schedulers,
  '0004-card-flags': cardFlags,
  '0005-card-search': cardSearch,
  '0006-card-decisions': cardDecisions,
  '0007-card-worth': cardWorth,
  '0008-topics': topics,
  '0009-card-languages': cardLanguages,
  '0010-drafts': drafts,
  '0011-fold-anew': foldAnew,
  '0012-quizzes': quizzes,
  '0013-concept-standings': conceptStandings,
  '0014-missed-days': missedDays,
  '0015-ignored-facts': ignoredFacts,
  '0016-accounts': accounts,
}

/**
 * Brings the schema to this code's version: all steps or none, whatever ends the process. Refuses a database that a newer
 * version of the app has written.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const applied = await appliedMigrations(db)
  refuseNewerSchema(applied)
  if (applied.length === Object.keys(migrations).length) return
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (error === undefined) return
  // A full disk or a damaged file is said in its own sentence by whoever opens the database.
  if (error instanceof Error && 'code' in error) throw error
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'the first step'
  throw new StartFailure(
    `The database could not be brought up to date: ${failed} failed (${error instanceof Error ? error.message : JSON.stringify(error)}). Nothing was changed.`,
  )
}

/** Refuses a database of another version than this code, for commands that only look. */
export async function refuseOtherSchema(db: Kysely<Tables>): Promise<void> {
  const applied = await appliedMigrations(db)
  refuseNewerSchema(applied)
  if (applied.length === Object.keys(migrations).length) return
  throw new StartFailure(
    'The database was written by an older version of Recollect. Start it once, so that it is brought up to date; then ask again.',
  )
}

function refuseNewerSchema(applied: readonly string[]): void {
  refuseUnknownSteps(
    applied,
    (step) =>
      new StartFailure(
        `The database was written by a newer version of Recollect (it has “${step}”, which this version does not know). ` +
          'Nothing was changed. Start the newer version, or point DATA_DIR at another folder.',
      ),
  )
}

/** Throws what `failure` makes of the first step that this version does not know. */
export function refuseUnknownSteps(
  applied: readonly string[],
  failure: (step: string) => StartFailure,
): void {
  const unknown = applied.find((name) => migrations[name] === undefined)
  if (unknown !== undefined) throw failure(unknown)
}

/** Whether a database that holds something is about to be changed by `migrate`. */
export async function isOlderSchema(db: Kysely<Tables>): Promise<boolean> {
  const applied = await appliedMigrations(db)
  return applied.length > 0 && applied.length < Object.keys(migrations).length
}

/** Asked directly: the migrator's own look at the whole schema would cost a tenth of the start. */
async function appliedMigrations(db: Kysely<Tables>): Promise<string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
    return rows.map((row) => row.name)
  } catch (error) {
    if (error instanceof Error && /no such table|does not exist/.test(error.message)) return []
    throw error
  }
}
