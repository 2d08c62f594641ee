import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteDialect, SqliteDriver } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { openSqliteAnswerStore } from './answer-store.sqlite.ts'
import type { AnswerStore } from './answer-store.ts'
import { type FolderLock, lockDataFolder } from './lock-data-folder.ts'
import { migrate } from './migrate.ts'
import { type SqliteFile, openSqliteFile } from './sqlite-driver.ts'
import { StartFailure } from './start-failure.ts'
import type { Reader, Tables, Writer } from './tables.ts'
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
    refuseVanishedDatabase(folder, file, lock)
    return await openLocked(file, lock, now)
  } catch (error) {
    lock.release()
    throw readable(error, file)
  }
}

async function openLocked(file: string, lock: FolderLock, now: number): Promise<Database> {
  const connection = openSqliteFile(file, { timeout: 5000 })
  const db = await openConnections(file, connection, lock, now)
  // The silent fall-back shows only after a write, so one is made at every start.
  connection.exec('update instance set created_at = created_at')
  assertDurable(connection)
  return db
}

async function openConnections(
  file: string,
  connection: SqliteFile,
  lock: FolderLock,
  now: number,
): Promise<Database> {
  prepareConnection(connection)
  const writer = new Kysely<Tables>({ dialect: new ImmediateSqliteDialect({ database: connection }) })
  await migrate(writer)
  const epoch = await ensureInstance(writer, lock, now)
  const own = openReader(file)
  return {
    reader: own.reader,
    writer,
    file,
    answers: openSqliteAnswerStore(connection),
    turns: new WriteTurns(),
    epoch,
    close: async () => {
      await own.close()
      await writer.destroy()
      lock.release()
    },
  }
}

/** A connection that can only read. Another thread may have one, too. */
export function openReader(file: string): { reader: Reader; close(): Promise<void> } {
  const connection = openSqliteFile(file, { readonly: true, timeout: 5000 })
  connection.pragma('trusted_schema = OFF')
  const reader = new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection }) })
  return { reader, close: () => reader.destroy() }
}

function prepareConnection(connection: SqliteFile): void {
  connection.pragma('journal_mode = WAL')
  // Set explicitly: the library's build falls back to NORMAL at the first access after switching to WAL, and NORMAL
  // may lose acknowledged reviews in a power cut.
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('trusted_schema = OFF')
  connection.pragma('busy_timeout = 5000')
}

function assertDurable(connection: SqliteFile): void {
  const synchronous = connection.pragma('synchronous', { simple: true })
  const mode = connection.pragma('journal_mode', { simple: true })
  if (synchronous !== 2 || mode !== 'wal') {
    throw new Error(
      `Inconsistent: the database would not be durable (synchronous ${String(synchronous)}, journal ${String(mode)})`,
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
      `Put the file back (a copy${backups.length > 0 ? ` is in ${join(folder, 'backups')}` : ' from your backup'}), ` +
      'or, to begin again on purpose, move the whole folder away or set DATA_DIR to another one.',
  )
}

/** A fault of the file or its disk as a sentence for its owner; everything else as it is. */
export function readable(error: unknown, file: string): unknown {
  if (error instanceof StartFailure || !(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') {
    return new StartFailure(
      `${file} is damaged or not a database (${error.message}). Nothing was changed. Restore it from a backup, then start again.`,
    )
  }
  if (code === 'SQLITE_FULL')
    return new StartFailure(`The disk that holds ${file} is full. Free some space, then start again.`)
  if (code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY' || code === 'EACCES' || code === 'EROFS') {
    return new StartFailure(
      `${file} cannot be opened for writing (${error.message}). Check the folder’s permissions, or set DATA_DIR.`,
    )
  }
  if (code === 'MODULE_NOT_FOUND' || code === 'ERR_DLOPEN_FAILED' || /bindings file/.test(error.message)) {
    return new StartFailure(
      'The database driver better-sqlite3 is not installed for this Node. ' +
        'It is compiled during npm ci, which needs a C++ compiler, make and Python 3 (Debian: apt-get install build-essential python3). ' +
        'Install them, delete node_modules and run npm start again; or use Node 22.14 or newer, which needs no compiler.',
    )
  }
  return error
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

// A deferred BEGIN fails at once with SQLITE_BUSY when a read becomes a write beside another writer.
class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDialect>[0]
  constructor(config: ConstructorParameters<typeof SqliteDialect>[0]) {
    super(config)
    this.#config = config
  }
  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver(this.#config)
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}
