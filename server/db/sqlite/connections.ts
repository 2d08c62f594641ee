import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'
import type { Reader, Tables } from '../tables.ts'
import { type SqliteFile, openSqliteFile } from './sqlite-driver.ts'

/** The one connection that writes, and the same one as Kysely uses it. */
export interface WritingConnection {
  readonly connection: SqliteFile
  readonly writer: Reader
}

/** Opens the file for writing (on the first start: creates it), set so that what is acknowledged survives a power cut. */
export function openWriter(file: string): WritingConnection {
  const connection = openSqliteFile(file, { timeout: 5000 })
  connection.pragma('journal_mode = WAL')
  // Set explicitly: the library's build falls back to NORMAL at the first access after switching to WAL, and NORMAL
  // may lose acknowledged reviews in a power cut.
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('trusted_schema = OFF')
  connection.pragma('busy_timeout = 5000')
  const dialect = new ImmediateSqliteDialect({ database: connection })
  return { connection, writer: new Kysely<Tables>({ dialect }) }
}

/** A connection that can only read. Another thread may have one, too. */
export function openReader(file: string): { reader: Reader; close: () => Promise<void> } {
  const connection = openSqliteFile(file, { readonly: true, timeout: 5000 })
  connection.pragma('trusted_schema = OFF')
  const reader = new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection }) })
  return { reader, close: () => reader.destroy() }
}

/** Throws when answers would not be durable. The silent fall-back shows only after a write, so one is made. */
export function assertDurable(connection: SqliteFile): void {
  connection.exec('update instance set created_at = created_at')
  const synchronous = connection.pragma('synchronous', { simple: true })
  const mode = connection.pragma('journal_mode', { simple: true })
  if (synchronous !== 2 || mode !== 'wal') {
    throw new Error(
      `Inconsistent: the database would not be durable (synchronous ${String(synchronous)}, journal ${String(mode)})`,
    )
  }
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
  override createAdapter(): SqliteAdapter {
    return new WholeStepsAdapter()
  }
}

/** SQLite takes a change of the schema back like any other: a migration that is cut off leaves nothing half. */
class WholeStepsAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}
