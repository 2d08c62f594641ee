import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { AnswerStore } from './answer-store.ts'
import { isOlderSchema, migrate } from './migrate.ts'
import { backUp } from './sqlite/back-up.ts'
import { backupFolder } from './sqlite/backup-folder.ts'
import { assertDurable, openReader, openWriter } from './sqlite/connections.ts'
import { finishRestore } from './sqlite/finish-restore.ts'
import { type FolderLock, lockDataFolder } from './sqlite/lock-data-folder.ts'
import { readableFault } from './sqlite/readable-fault.ts'
import { openSqliteAnswerStore } from './sqlite/sqlite-answer-store.ts'
import { BackupFailure, StartFailure } from './start-failure.ts'
import type { Reader, Writer } from './tables.ts'
import { WriteTurns } from './write-turns.ts'

/** The open database: a reader for questions, `writing` for changes, prepared statements for the answer path. */
export interface Database {
  /** A connection of its own that can only read: questions are answered while a long change is being stored. */
  readonly reader: Reader
  /** Only `writing` uses it. */
  readonly writer: Reader
  /** Where the file lies, for a thread that opens it by itself. */
  readonly file: string
  readonly answers: AnswerStore
  readonly turns: WriteTurns
  /** Changes whenever the database is restored from a backup, so that clients send again what it lacks. */
  readonly epoch: string
  close(): Promise<void>
}

/** Runs `work` in one transaction (`BEGIN IMMEDIATE`), alone among the writers of this process. */
export function writing<Result>(db: Database, work: (trx: Writer) => Promise<Result>): Promise<Result> {
  return db.turns.take(() => db.writer.transaction().execute(work))
}

/** Opens (on the first start: creates) the database of a data folder, migrated and safe to write. */
export async function openDatabase(folder: string, now: number): Promise<Database> {
  const file = join(folder, 'recollect.db')
  makeFolder(folder)
  const lock = lockDataFolder(folder)
  try {
    finishRestore(folder)
    refuseVanishedDatabase(folder, file, lock)
    return await openLocked(folder, lock, now)
  } catch (error) {
    lock.release()
    throw readableFault(error, file)
  }
}

async function openLocked(folder: string, lock: FolderLock, now: number): Promise<Database> {
  const file = join(folder, 'recollect.db')
  const { connection, writer } = openWriter(file)
  if (await isOlderSchema(writer)) backUpBeforeUpdate(folder, file, now)
  await migrate(writer)
  const epoch = await ensureInstance(writer, lock, now)
  const own = openReader(file)
  const turns = new WriteTurns()
  assertDurable(connection)
  return {
    reader: own.reader,
    writer,
    file,
    answers: openSqliteAnswerStore(connection, turns),
    turns,
    epoch,
    close: async () => {
      await own.close()
      await writer.destroy()
      lock.release()
    },
  }
}

/** What an update could spoil is copied first, and nothing is begun while that cannot be. */
function backUpBeforeUpdate(folder: string, file: string, now: number): void {
  try {
    backUp({ file, dataDir: folder, folder: backupFolder(folder), reason: 'before-update', now })
  } catch (error) {
    if (!(error instanceof BackupFailure)) throw error
    throw new StartFailure(
      `This version of Recollect changes the database, and makes a backup before it does. ${error.message}`,
    )
  }
}

async function ensureInstance(reader: Reader, lock: FolderLock, now: number): Promise<string> {
  const known = await reader.selectFrom('instance').selectAll().executeTakeFirst()
  if (known !== undefined) {
    if (lock.instanceId !== known.id) lock.rememberInstance(known.id)
    return known.epoch
  }
  const created = { id: uuidv7(), epoch: uuidv7(), created_at: now }
  await reader.transaction().execute((trx) => trx.insertInto('instance').values(created).execute())
  lock.rememberInstance(created.id)
  return created.epoch
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new StartFailure(
      `The data folder ${folder} cannot be created (${reason(error)}). Set DATA_DIR to a folder you may write to.`,
    )
  }
}

function refuseVanishedDatabase(folder: string, file: string, lock: FolderLock): void {
  if (existsSync(file)) return
  const backups = existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')) : []
  if (lock.instanceId === null && backups.length === 0) return
  throw new StartFailure(
    `The data folder ${folder} held a database, and recollect.db is gone. No new one is created, so that nothing is hidden. ` +
      `Put the file back, or restore a backup (npm run restore FILE${backups.length > 0 ? `; there are some in ${join(folder, 'backups')}` : ''}), ` +
      'or, to begin again on purpose, move the whole folder away or set DATA_DIR to another one.',
  )
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
