import { type Kysely, type Migration, Migrator } from 'kysely'
import * as firstHouse from '../../migrations/0001-first-house.ts'
import { StartFailure } from './start-failure.ts'
import type { Tables } from './tables.ts'

/** Every migration in order of its name. A shipped one is never edited. */
const migrations: Record<string, Migration> = {
  '0001-first-house': firstHouse,
}

/** Brings the schema to this code's version. Refuses a database that a newer version of the app has written. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  await refuseNewerSchema(db)
  const { error, results } = await migrator.migrateToLatest()
  if (error === undefined) return
  // A full disk or a damaged file is said in its own sentence by whoever opens the database.
  if (error instanceof Error && 'code' in error) throw error
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'the first step'
  throw new StartFailure(
    `The database could not be brought up to date: ${failed} failed (${error instanceof Error ? error.message : JSON.stringify(error)}). Nothing was changed.`,
  )
}

async function refuseNewerSchema(db: Kysely<Tables>): Promise<void> {
  const names = await appliedMigrations(db)
  const unknown = names.find((name) => migrations[name] === undefined)
  if (unknown === undefined) return
  throw new StartFailure(
    `The database was written by a newer version of Recollect (it has “${unknown}”, which this version does not know). ` +
      'Nothing was changed. Start the newer version, or point DATA_DIR at another folder.',
  )
}

async function appliedMigrations(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const untyped = db as unknown as Kysely<{ kysely_migration: { name: string } }>
  const rows = await untyped.selectFrom('kysely_migration').select('name').execute()
  return rows.map((row) => row.name)
}
