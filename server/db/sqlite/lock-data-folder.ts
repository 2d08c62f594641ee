import { join } from 'node:path'
import { type SqliteFile, openSqliteFile } from './sqlite-driver.ts'
import { FolderInUse } from '../start-failure.ts'
import { codeOf } from '../code-of.ts'

/** The held lock of a data folder, and the identity that outlives the database file. */
export interface FolderLock {
  /** Null in a folder that never held a database. */
  readonly instanceId: string | null
  rememberInstance(instanceId: string): void
  release(): void
}

/**
 * Takes the data folder for this process alone. The lock is SQLite's own lock on a small file, so the operating system
 * gives it back when the process dies, however it dies. The file also keeps the instance id, so that a database
 * that vanished is noticed instead of being replaced by an empty one.
 */
export function lockDataFolder(folder: string): FolderLock {
  const file = openSqliteFile(join(folder, 'recollect.lock'), { timeout: 500 })
  try {
    // In exclusive mode the lock of the first write is kept until the file is closed.
    file.pragma('locking_mode = EXCLUSIVE')
    file.exec('begin exclusive; create table if not exists instance (id text not null) strict; commit')
  } catch (error) {
    file.close()
    if (!isBusy(error)) throw error
    throw new FolderInUse(
      `Another Recollect server is already using the data folder ${folder}. ` +
        'Stop it first, or give this one its own folder: DATA_DIR=… npm start',
    )
  }
  return heldLock(file)
}

function heldLock(file: SqliteFile): FolderLock {
  const row = file.prepare('select id from instance').get() as { id: string } | undefined
  return {
    instanceId: row?.id ?? null,
    rememberInstance: (instanceId) => {
      file.prepare('delete from instance').run()
      file.prepare('insert into instance (id) values (?)').run(instanceId)
    },
    release: () => file.close(),
  }
}

function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY')
}
