import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Migrator } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { migrations } from '../../../server/db/migrate.ts'
import { openDatabase } from '../../../server/db/open-database.ts'
import { checkBackup } from '../../../server/db/sqlite/check-backup.ts'
import { openWriter } from '../../../server/db/sqlite/connections.ts'
import { listBackups } from '../../../server/db/sqlite/backup-folder.ts'
import { type SqliteFile, openSqliteFile } from '../../../server/db/sqlite/sqlite-driver.ts'
import type { Reader } from '../../../server/db/tables.ts'
import { examine } from '../../../server/upkeep/doctor.ts'
import { repair } from '../../../server/upkeep/repair.ts'
import { Schedulers } from '../../../server/study/schedulers.ts'
import { followProfile } from '../../../server/study/refold.ts'
import { aLearner, noon } from '../../support/factories.ts'
import { fillEarlierSchema } from '../../support/earlier-schema.ts'

const steps = Object.keys(migrations)
const earlier = steps.slice(0, -1)
let folder = ''
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A database as the program of then would have made it, with a card, its log and a schedule. */
async function layEarlier(step: string): Promise<string> {
  folder = mkdtempSync(join(tmpdir(), 'recollect-earlier-'))
  const file = join(folder, 'recollect.db')
  const { connection, writer } = openWriter(file)
  await migrateTo(writer, step)
  fillEarlierSchema(connection)
  await writer.destroy()
  return file
}

async function migrateTo(db: Reader, step: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateTo(step)
  if (error !== undefined) throw error
}

/** What no later version may lose: every column that the rows had then. */
function rowsOf(file: SqliteFile): Record<string, unknown[]> {
  return Object.fromEntries(
    ['learners', 'notes', 'concepts', 'cards', 'events'].map((table) => [
      table,
      file.prepare(`select * from ${table} order by 1, 2`).all(),
    ]),
  )
}

test.each(earlier)(
  'a database of the time of %s is copied, brought up to date, and keeps every row',
  async (step) => {
    const file = await layEarlier(step)
    const then = openSqliteFile(file, { readonly: true })
    const before = rowsOf(then)
    then.close()

    const db = await openDatabase(folder, noon)
    const schedulers = new Schedulers()
    await followProfile({ id: aLearner, db }, schedulers)
    const now = openSqliteFile(file, { readonly: true })
    const after = rowsOf(now)
    now.close()
    for (const [table, rows] of Object.entries(before)) {
      expect(after[table]).toHaveLength(rows.length)
      rows.forEach((row, place) => {
        const { profile: _, ...kept } = row as Record<string, unknown>
        expect(after[table]?.[place]).toMatchObject(kept)
      })
    }
    // The caches are of today's rules: made anew, they fit the log, and stay.
    await repair(db, aLearner, schedulers)
    const faults = []
    for await (const fault of examine(db.reader, aLearner, schedulers)) faults.push(fault)
    expect(faults).toEqual([])
    await db.close()

    const [copy, ...others] = listBackups(join(folder, 'backups'))
    expect(others).toEqual([])
    expect(copy).toMatchObject({ reason: 'before-update', at: noon })
    expect(checkBackup(copy?.file ?? '').log.count).toBe(before.events?.length)
  },
)

test('a database of today is opened without a backup', async () => {
  await layEarlier(steps.at(-1) ?? '')
  await (await openDatabase(folder, noon)).close()
  expect(readdirSync(folder)).not.toContain('backups')
})

test('where no backup can be made, the database is not brought up to date', async () => {
  const file = await layEarlier('0005-card-search')
  // Something else stands where the backups go.
  writeFileSync(join(folder, 'backups'), 'a file')
  await expect(openDatabase(folder, noon)).rejects.toThrow(
    /makes a backup before it does\. No backup could be written/,
  )
  const then = openSqliteFile(file, { readonly: true })
  expect(then.prepare('select count(*) as n from kysely_migration').get()).toEqual({ n: 5 })
  then.close()
})
