import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase, writing } from '../../../server/db/open-database.ts'
import { openSqliteFile } from '../../../server/db/sqlite/sqlite-driver.ts'
import { noon } from '../../support/factories.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recollect-db-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a database is durable after its first write: WAL with synchronous FULL', async () => {
  const db = await openDatabase(folder, noon)
  await writing(db, (trx) =>
    trx
      .updateTable('instance')
      .set({ created_at: noon + 1 })
      .execute(),
  )
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(db.writer)
  expect(rows).toEqual([{ synchronous: 2 }])
  await db.close()
})

test('a second server on the same data folder refuses, and the first goes on', async () => {
  const db = await openDatabase(folder, noon)
  await expect(openDatabase(folder, noon)).rejects.toThrow(/Another Recollect server/)
  await writing(db, (trx) =>
    trx
      .updateTable('instance')
      .set({ created_at: noon + 1 })
      .execute(),
  )
  await db.close()
  await (await openDatabase(folder, noon)).close()
})

test('a database that vanished is an error that says so, never a silent new one', async () => {
  await (await openDatabase(folder, noon)).close()
  await rm(join(folder, 'recollect.db'))
  await expect(openDatabase(folder, noon)).rejects.toThrow(/recollect\.db is gone/)
  expect(existsSync(join(folder, 'recollect.db'))).toBe(false)
})

test('a folder with backups and no database is not begun anew', async () => {
  mkdirSync(join(folder, 'backups'))
  writeFileSync(join(folder, 'backups', '2026-03-01.db'), 'a backup')
  await expect(openDatabase(folder, noon)).rejects.toThrow(
    /npm run restore FILE; there are some in .*backups/,
  )
})

test('a database that a newer version wrote is refused and left as it is', async () => {
  await (await openDatabase(folder, noon)).close()
  const file = openSqliteFile(join(folder, 'recollect.db'))
  const known = file.prepare('select count(*) as n from kysely_migration').get() as { n: number }
  file.exec("insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2099')")
  file.close()
  await expect(openDatabase(folder, noon)).rejects.toThrow(/newer version/)
  const after = openSqliteFile(join(folder, 'recollect.db'))
  expect(after.prepare('select count(*) as n from kysely_migration').get()).toEqual({ n: known.n + 1 })
  after.close()
})

test('a file that is no database is refused and left as it is', async () => {
  writeFileSync(
    join(folder, 'recollect.db'),
    'These are not the bytes of a database, and there are more than a hundred of them, so that nobody can take them for one.',
  )
  await expect(openDatabase(folder, noon)).rejects.toThrow(/damaged or not a database/)
})
