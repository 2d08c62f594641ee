import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { listBackups } from '../../../server/db/sqlite/backup-folder.ts'
import { checkBackup } from '../../../server/db/sqlite/check-backup.ts'
import { finishRestore } from '../../../server/db/sqlite/finish-restore.ts'
import { openSqliteFile } from '../../../server/db/sqlite/sqlite-driver.ts'
import { stageRestore } from '../../../server/db/sqlite/stage-restore.ts'
import { BackupFailure } from '../../../server/db/start-failure.ts'
import { openDatabase } from '../../../server/db/open-database.ts'
import { keepBackedUp } from '../../../server/upkeep/automatic-backups.ts'
import { Backups } from '../../../server/upkeep/backups.ts'
import { doHere } from '../../../server/upkeep/upkeep-runner.ts'
import type { EpochMs } from '../../../shared/basics/time.ts'
import { backupEveryMs } from '../../../shared/upkeep/keep-backups.ts'
import { get, queue, record, reviewOf, send } from '../../support/api.ts'
import { type TestApp, buildTestApp } from '../../support/build-test-app.ts'

let app: TestApp
/** A backup of a library with answers and a note that was written in it. */
let backup: string
beforeAll(async () => {
  app = await buildTestApp()
  for (const card of (await queue(app, 3)).cards) await record(app, reviewOf(app, card, 4))
  expect(
    (
      await send(app, 'POST', '/notes', {
        path: 'gardens.md',
        text: '# Gardens\n\n- **Mulch**: a layer on the soil.\n',
      })
    ).status,
  ).toBeLessThan(300)
  backup = (await app.deps.backups.make('by-hand')).file
})
afterAll(() => app.close())

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recollect-backups-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a backup is one file that holds the answers and the notes that we keep, and says what it is', async () => {
  const { log } = await get<{ log: object }>(app, '/reviews?limit=1')
  const [kept] = app.deps.backups.list()
  expect(kept).toMatchObject({ file: backup, at: app.now, reason: 'by-hand' })
  expect(checkBackup(backup)).toEqual({ madeAt: app.now, log, files: 1 })
  expect(readdirSync(join(app.folder, 'data', 'backups'))).toEqual([`${kept?.id}.db`])
})

test('restored into an empty folder it is the whole library, in a life of its own', async () => {
  const { keptIn, backup: checked } = await stageRestore(backup, folder, app.now)
  expect(checked.log.count).toBe(3)
  // Nothing is in place yet: the next who opens the folder puts it there.
  expect(readdirSync(folder)).toEqual(['restoring'])
  const db = await openDatabase(folder, app.now)
  expect(db.epoch).not.toBe(app.deps.db.epoch)
  const { count } = await db.reader
    .selectFrom('events')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  await db.close()
  expect(count).toBe(3)
  expect(readFileSync(join(folder, 'notes', 'gardens.md'), 'utf8')).toContain('Mulch')
  expect(readdirSync(join(folder, keptIn))).toEqual([])
  expect(existsSync(join(folder, 'restoring'))).toBe(false)
})

test('what was there before a restore is kept, with the log of its database', async () => {
  for (const name of ['recollect.db', 'recollect.db-wal', 'recollect.db-shm'])
    writeFileSync(join(folder, name), `old ${name}`)
  mkdirSync(join(folder, 'notes'))
  writeFileSync(join(folder, 'notes', 'late.md'), 'old')
  const { keptIn } = await stageRestore(backup, folder, app.now)
  expect(finishRestore(folder)).toBe(join(folder, keptIn))
  expect(readdirSync(join(folder, keptIn)).sort()).toEqual([
    'notes',
    'recollect.db',
    'recollect.db-shm',
    'recollect.db-wal',
  ])
  expect(readFileSync(join(folder, keptIn, 'recollect.db-wal'), 'utf8')).toBe('old recollect.db-wal')
  // The old log beside the new database would be played into it.
  expect(readdirSync(folder).sort()).toEqual(['before-restore', 'learners', 'notes', 'recollect.db'])
  expect(readdirSync(join(folder, 'notes'))).toEqual(['gardens.md'])
  expect(finishRestore(folder)).toBeNull()
})

test('a database that was copied by hand is restored, too, and leaves the notes as they are', async () => {
  const copy = join(folder, 'copy.db')
  copyFileSync(backup, copy)
  const file = openSqliteFile(copy)
  file.exec('drop table backup; drop table backup_files')
  file.close()
  mkdirSync(join(folder, 'data', 'notes'), { recursive: true })
  writeFileSync(join(folder, 'data', 'notes', 'own.md'), 'mine')
  await stageRestore(copy, join(folder, 'data'), app.now)
  finishRestore(join(folder, 'data'))
  expect(readFileSync(join(folder, 'data', 'notes', 'own.md'), 'utf8')).toBe('mine')
})

const spoilt: [string, (copy: string) => void, RegExp][] = [
  ['is not there', (copy) => void copy, /There is no file/],
  ['is a folder', (copy) => mkdirSync(copy), /is a folder/],
  ['is empty', (copy) => writeFileSync(copy, ''), /is empty/],
  ['is no database', (copy) => writeFileSync(copy, 'a letter to nobody'.repeat(999)), /it is no database/],
  ['is cut off', (copy) => (copyFileSync(backup, copy), truncateSync(copy, 200_000)), /damaged or cut off/],
  ['has a page of zeroes', (copy) => zeroPage(copy), /damaged or cut off/],
  [
    'is of another program',
    (copy) => change(copy, 'create table songs (name text)', false),
    /of another program/,
  ],
  [
    'is of a newer version',
    (copy) => change(copy, "insert into kysely_migration (name, timestamp) values ('9999-later', '')"),
    /newer version of Recollect \(it has “9999-later”/,
  ],
  [
    'lacks an answer',
    (copy) => change(copy, 'delete from events where rowid = 1'),
    /2 answers that are not the 3/,
  ],
  ['has another grade', (copy) => change(copy, 'update events set grade = 0 where rowid = 1'), /damaged/],
  ['has another note', (copy) => change(copy, "update backup_files set content = x'00'"), /not as it was/],
  [
    'would write elsewhere',
    (copy) => change(copy, "update backup_files set path = 'notes/../../outside.md'"),
    /would lie elsewhere/,
  ],
]

function change(copy: string, statement: string, ofBackup = true): void {
  if (ofBackup) copyFileSync(backup, copy)
  const file = openSqliteFile(copy)
  file.exec(statement)
  file.close()
}

function zeroPage(copy: string): void {
  const bytes = readFileSync(backup)
  writeFileSync(copy, bytes.fill(0, 4096 * 3, 4096 * 4))
}

test.each(spoilt)(
  'a backup that %s is refused with a sentence, and the data stays',
  async (_, spoil, sentence) => {
    const data = join(folder, 'data')
    mkdirSync(data)
    writeFileSync(join(data, 'recollect.db'), 'the present data')
    const copy = join(folder, 'spoilt.db')
    spoil(copy)
    const refused = await stageRestore(copy, data, app.now).then(
      () => null,
      (error: unknown) => error,
    )
    expect(refused).toBeInstanceOf(BackupFailure)
    expect((refused as BackupFailure).message).toMatch(sentence)
    expect(readdirSync(data)).toEqual(['recollect.db'])
    expect(readFileSync(join(data, 'recollect.db'), 'utf8')).toBe('the present data')
  },
)

test('who was signed out since the backup stays signed out, and whoever is signed in stays so', async () => {
  const data = join(folder, 'data')
  await stageRestore(backup, data, app.now)
  const db = await openDatabase(data, app.now)
  await db.close()
  const inOld = openSqliteFile(join(data, 'recollect.db'))
  const learner = (inOld.prepare('select id from learners').get() as { id: string }).id
  const account = (hash: string) =>
    `insert into accounts values ('${learner}', 'Ada', 'ada', 'admin', '${hash}', null, 1)`
  const token = (id: string) =>
    `insert into api_tokens values ('${learner}', '${id}', '${id}', '${id}', '[]', 1, null, null)`
  inOld.exec(`${account('old-hash')}; ${token('stolen')}`)
  inOld.close()
  const backups = new Backups({
    dataDir: data,
    file: join(data, 'recollect.db'),
    clock: () => app.now as EpochMs,
    run: doHere,
  })
  const made = await backups.make('by-hand')
  const since = openSqliteFile(join(data, 'recollect.db'))
  since.exec(`delete from api_tokens; ${token('present')}; update accounts set password_hash = 'new-hash'`)
  since.close()
  await backups.stage(made.id)
  finishRestore(data)
  const restored = openSqliteFile(join(data, 'recollect.db'))
  expect(restored.prepare('select id from api_tokens').all()).toEqual([{ id: 'present' }])
  expect(restored.prepare('select password_hash as hash from accounts').all()).toEqual([{ hash: 'new-hash' }])
  restored.close()
})

/** Backups of the test's library in a folder of their own, with a clock that is turned. */
async function someBackups() {
  const data = join(folder, 'data')
  await stageRestore(backup, data, app.now)
  finishRestore(data)
  const file = join(data, 'recollect.db')
  const time = { now: app.now }
  const backups = new Backups({ dataDir: data, file, clock: () => time.now as EpochMs, run: doHere })
  const touch = () => utimesSync(file, time.now / 1000, time.now / 1000)
  touch()
  return { backups, time, touch, file }
}

test('a backup is made by itself every half hour in which something changed', async () => {
  const { backups, time, touch } = await someBackups()
  expect(await backups.makeIfDue()).toMatchObject({ reason: 'by-itself', at: time.now })
  time.now += backupEveryMs - 1
  touch()
  expect(await backups.makeIfDue()).toBeNull()
  expect(backups.dueAt()).toBe(time.now + 1)
  time.now += 1
  expect(await backups.makeIfDue()).not.toBeNull()
  // Nothing was written since.
  time.now += 10 * backupEveryMs
  expect(await backups.makeIfDue()).toBeNull()
  touch()
  // The clock was ahead for a while: what has a date to come says nothing about today.
  expect(await backups.makeIfDue()).not.toBeNull()
  time.now -= 365 * 86_400_000
  touch()
  expect(await backups.makeIfDue()).not.toBeNull()
  expect(backups.list()).toHaveLength(4)
})

test('asked for again when nothing has changed, the last one made by hand is the answer', async () => {
  const { backups, time, touch } = await someBackups()
  const made = await backups.make('by-hand')
  time.now += 1000
  expect(await backups.make('by-hand')).toEqual(made)
  touch()
  expect((await backups.make('by-hand')).at).toBe(time.now)
})

test('those made by hand stay; those made by themselves are thinned', async () => {
  const { backups, time, touch } = await someBackups()
  await backups.make('by-hand')
  for (let hours = 0; hours < 6; hours++) {
    time.now += 3_600_000
    touch()
    await backups.makeIfDue()
  }
  time.now += 5 * 86_400_000
  touch()
  await backups.makeIfDue()
  expect(backups.list().map(({ reason }) => reason)).toEqual(['by-itself', 'by-itself', 'by-hand'])
})

test('a failure is kept to be shown and logged, tried again after a while, and forgotten by the next success', async () => {
  const { backups, time, touch, file } = await someBackups()
  const damaged = openSqliteFile(file)
  damaged.exec('update events set grade = 1 - grade')
  damaged.close()
  touch()
  const logged: string[] = []
  let look = () => {}
  const looked = new Promise<void>((resolve) => {
    const log = { error: (_: object, sentence: string) => (logged.push(sentence), resolve()) }
    keepBackedUp(backups, log, (run) => ((look = run), () => {}))
  })
  look()
  await looked
  expect(logged).toEqual([expect.stringContaining('not as it was recorded')])
  expect(backups.failed).toEqual({
    at: time.now,
    sentence: expect.stringContaining('npm run doctor') as string,
  })
  expect(backups.list()).toEqual([])
  expect(await backups.makeIfDue()).toBeNull()
  const mended = openSqliteFile(file)
  mended.exec('update events set grade = 1 - grade')
  mended.close()
  time.now += 10 * 60_000
  touch()
  expect(await backups.makeIfDue()).not.toBeNull()
  expect(backups.failed).toBeNull()
})

test('what a killed program left of a copy is taken away, and what another one is making is not', async () => {
  const { backups } = await someBackups()
  mkdirSync(backups.folder, { recursive: true })
  const [mine, theirs, dead] = [process.pid, process.ppid, 999_999_999].map((pid) =>
    join(backups.folder, `.backup-${pid}.part`),
  )
  for (const part of [mine, theirs, dead]) writeFileSync(part ?? '', 'half')
  const made = await backups.make('by-hand')
  expect(readdirSync(backups.folder).sort()).toEqual([`.backup-${process.ppid}.part`, `${made.id}.db`])
  expect(listBackups(backups.folder)).toEqual([made])
})
