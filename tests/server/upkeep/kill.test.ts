import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Migrator } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../../../shared/basics/random.ts'
import { migrate, migrations } from '../../../server/db/migrate.ts'
import { openDatabase } from '../../../server/db/open-database.ts'
import { backUp } from '../../../server/db/sqlite/back-up.ts'
import { listBackups } from '../../../server/db/sqlite/backup-folder.ts'
import { checkBackup } from '../../../server/db/sqlite/check-backup.ts'
import { openWriter } from '../../../server/db/sqlite/connections.ts'
import { openSqliteFile } from '../../../server/db/sqlite/sqlite-driver.ts'
import { fillEarlierSchema } from '../../support/earlier-schema.ts'
import { noon } from '../../support/factories.ts'

/** So often each work is killed: a few times in the suite, fifty before a release (KILLS=50). */
const kills = Number(process.env.KILLS ?? 4)
const random = randomFrom('kill')
const built = (name: string) => new URL(`../../../dist/server/${name}.js`, import.meta.url).href

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recollect-kill-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A data folder with a database of some version and a note. */
async function lay(name: string, reviewsOfEach: number, step?: string): Promise<string> {
  const data = join(folder, name)
  mkdirSync(join(data, 'notes'), { recursive: true })
  writeFileSync(join(data, 'notes', `${name}.md`), `# ${name}\n`)
  const { connection, writer } = openWriter(join(data, 'recollect.db'))
  if (step === undefined) await migrate(writer)
  else {
    const migrator = new Migrator({ db: writer, provider: { getMigrations: async () => migrations } })
    expect((await migrator.migrateTo(step)).error).toBeUndefined()
  }
  fillEarlierSchema(connection, reviewsOfEach)
  await writer.destroy()
  return data
}

/** A built program on a data folder. */
function begin(call: string, data: string): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '-e', call], {
    env: {
      ...process.env,
      BASE_URL: '',
      HOST: 'localhost',
      PORT: '0',
      DATA_DIR: data,
      LEARNINGS_DIR: join(data, 'notes'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

const commandOf = (file: string, name: string, args: readonly string[]) =>
  `const { ${name} } = await import('${built(file)}'); process.exitCode = await ${name}(process.env, ${JSON.stringify(args)})`

/** How long the work takes when nobody ends it. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Kills the program somewhere in its work, wherever that is on this machine just now. */
async function killWithin(child: ChildProcess, wholeMs: number, from = 0): Promise<void> {
  const ended = once(child, 'close')
  const timer = setTimeout(() => child.kill('SIGKILL'), wholeMs * (from + random() * (1.1 - from)))
  await ended
  clearTimeout(timer)
}

const rowsIn = (file: string): { events: number; steps: number } => {
  const opened = openSqliteFile(file, { readonly: true })
  const count = (table: string) =>
    (opened.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n
  const rows = { events: count('events'), steps: count('kysely_migration') }
  expect(opened.pragma('integrity_check', { simple: true })).toBe('ok')
  opened.close()
  return rows
}

test('a backup that is killed leaves no damaged one, and the next takes away what it left', async () => {
  const data = await lay('backing-up', 3000)
  const run = () => begin(commandOf('backup', 'runBackup', []), data)
  const whole = await timeOf(() => once(run(), 'close'))
  const checked = new Set<string>()
  for (let round = 0; round < kills; round++) {
    await killWithin(run(), whole, 0.3)
    for (const { file } of listBackups(join(data, 'backups')).filter((made) => !checked.has(made.file))) {
      expect(checkBackup(file).log.count).toBe(9000)
      checked.add(file)
    }
  }
  const before = listBackups(join(data, 'backups')).length
  await once(run(), 'close')
  const names = readdirSync(join(data, 'backups'))
  expect(names.filter((name) => !/^\d{4}-.*-by-hand\.db$/.test(name))).toEqual([])
  expect(names).toHaveLength(before + 1)
  expect(rowsIn(join(data, 'recollect.db')).events).toBe(9000)
})

test('a restore that is killed has happened, or has not: the next start opens the old data or the new', async () => {
  const old = await lay('old', 1000)
  const other = await lay('other', 2000)
  const wish = { file: join(other, 'recollect.db'), dataDir: other, folder: join(folder, 'kept'), now: noon }
  const backup = backUp({ ...wish, reason: 'by-hand' }).file
  const run = (data: string) => begin(commandOf('restore', 'runRestore', [backup]), data)
  const fresh = (round: number) => {
    const data = join(folder, `restoring-${round}`)
    cpSync(old, data, { recursive: true })
    return data
  }
  const whole = await timeOf(() => once(run(fresh(-1)), 'close'))
  const seen = new Set<string>()
  for (let round = 0; round < kills; round++) {
    const data = fresh(round)
    await killWithin(run(data), whole, 0.4)
    await (await openDatabase(data, noon)).close()
    const isNew = rowsIn(join(data, 'recollect.db')).events === 6000
    seen.add(isNew ? 'new' : 'old')
    expect(rowsIn(join(data, 'recollect.db')).events).toBe(isNew ? 6000 : 3000)
    expect(readdirSync(join(data, 'notes'))).toEqual([isNew ? 'other.md' : 'old.md'])
    expect(existsSync(join(data, 'restoring'))).toBe(false)
    if (isNew) {
      const [kept = ''] = readdirSync(join(data, 'before-restore'))
      expect(rowsIn(join(data, 'before-restore', kept, 'recollect.db')).events).toBe(3000)
      expect(readFileSync(join(data, 'before-restore', kept, 'notes', 'old.md'), 'utf8')).toBe('# old\n')
    }
    rmSync(data, { recursive: true })
  }
  expect(seen.size).toBeGreaterThan(0)
})

test('an update that is killed leaves the old schema or the new, every row, and a backup of before', async () => {
  const old = await lay('updating', 2000, '0001-first-house')
  const steps = Object.keys(migrations).length
  const run = (data: string) =>
    begin(`const { run } = await import('${built('main')}'); await run(process.env, [])`, data)
  const fresh = (round: number) => {
    const data = join(folder, `updating-${round}`)
    cpSync(old, data, { recursive: true })
    return data
  }
  const whole = await timeOf(async () => {
    const server = run(fresh(-1))
    await once(server.stdout ?? server, 'data')
    server.kill('SIGKILL')
    await once(server, 'close')
  })
  for (let round = 0; round < kills; round++) {
    const data = fresh(round)
    await killWithin(run(data), whole, 0.4)
    const found = rowsIn(join(data, 'recollect.db'))
    expect([1, steps]).toContain(found.steps)
    expect(found.events).toBe(6000)
    if (found.steps === steps) expect(listBackups(join(data, 'backups'))).toHaveLength(1)
    for (const { file } of listBackups(join(data, 'backups'))) expect(checkBackup(file).log.count).toBe(6000)
    await (await openDatabase(data, noon)).close()
    expect(rowsIn(join(data, 'recollect.db'))).toEqual({ events: 6000, steps })
    rmSync(data, { recursive: true })
  }
})

test('the programs that are killed are the built ones', () => {
  for (const name of ['main', 'backup', 'restore']) expect(existsSync(fileURLToPath(built(name)))).toBe(true)
})
