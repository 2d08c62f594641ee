import { existsSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { migrate } from '../migrate.ts'
import { BackupFailure } from '../start-failure.ts'
import { copyDatabase } from './back-up.ts'
import { makeFolder, syncToDisk } from './backup-folder.ts'
import { type CheckedBackup, checkBackup } from './check-backup.ts'
import { openWriter } from './connections.ts'
import { agreeOnRestore, stagingIn } from './finish-restore.ts'
import { keptFolders, unpackFiles } from './kept-files.ts'
import { countLog, isSameLog } from './log-of-file.ts'
import { type SqliteFile, openSqliteFile } from './sqlite-driver.ts'
import { codeOf } from '../code-of.ts'

/** A restore that was agreed on: it is done when the data folder is opened next. */
export interface StagedRestore {
  readonly backup: CheckedBackup
  /** Where the present data goes, below the data folder. */
  readonly keptIn: string
}

/**
 * Makes ready what is to take the place of a data folder's content: a checked copy of the backup, brought up to this
 * version, with a new epoch. Nothing of the present data is touched, and a server may run meanwhile.
 */
export async function stageRestore(backup: string, dataDir: string, now: number): Promise<StagedRestore> {
  const checked = checkBackup(backup)
  const staging = stagingIn(dataDir)
  rmSync(staging, { recursive: true, force: true })
  try {
    makeFolder(staging)
    const file = join(staging, 'recollect.db')
    copyDatabase(backup, file)
    if (checked.files !== null) takeFilesOut(file, staging)
    await bringUpToDate(file, dataDir)
    refuseOtherLog(file, checked, backup)
    for (const path of [file, staging]) syncToDisk(path)
    const items = ['recollect.db', ...(checked.files === null ? [] : keptFolders)]
    const keptIn = freeKeptFolder(dataDir, now)
    agreeOnRestore(dataDir, { keptIn, items })
    return { backup: checked, keptIn }
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    throw readableStageFault(error, dataDir)
  }
}

function takeFilesOut(file: string, staging: string): void {
  const copy = openSqliteFile(file)
  try {
    unpackFiles(copy, staging)
    copy.exec('drop table backup; drop table backup_files')
  } finally {
    copy.close()
  }
}

/**
 * The restored database is a life of its own, so that devices send again what it lacks. How people sign in is not set back:
 * whoever was signed out, or changed a password, since the backup was made, stays so.
 */
async function bringUpToDate(file: string, dataDir: string): Promise<void> {
  const { writer } = openWriter(file)
  try {
    await migrate(writer)
    await writer.updateTable('instance').set({ epoch: uuidv7() }).execute()
  } finally {
    await writer.destroy()
  }
  keepSignIn(file, join(dataDir, 'recollect.db'))
}

function keepSignIn(file: string, present: string): void {
  const restored = openSqliteFile(file)
  try {
    restored.pragma('foreign_keys = ON')
    const now = existsSync(present) ? readSignIn(present) : nobodySignedIn
    restored.transaction(() => {
      for (const table of signInTables) restored.exec(`delete from ${table}`)
      for (const account of now.accounts) setAccount(restored, account)
      const known = restored.prepare('select 1 from accounts where learner_id = ?')
      for (const [table, rows] of Object.entries(now.rows))
        for (const row of rows) if (known.get(row.learner_id) !== undefined) insertRow(restored, table, row)
    })()
  } finally {
    restored.close()
  }
}

const signInTables = ['sessions', 'known_devices', 'api_tokens', 'one_time_links', 'sign_in_tries'] as const
type Row = Readonly<Record<string, string | number | null>>
interface SignIn {
  readonly accounts: readonly Row[]
  readonly rows: Readonly<Record<string, readonly Row[]>>
}
const nobodySignedIn: SignIn = { accounts: [], rows: {} }

/** The present database may be damaged, or older: that is what backups are for. Then everybody signs in again. */
function readSignIn(present: string): SignIn {
  try {
    const file = openSqliteFile(present, { readonly: true, fileMustExist: true, timeout: 5000 })
    try {
      const all = (table: string) => file.prepare(`select * from ${table}`).all() as Row[]
      const kept = ['sessions', 'known_devices', 'api_tokens'] as const
      return {
        accounts: all('accounts'),
        rows: Object.fromEntries(kept.map((table) => [table, all(table)])),
      }
    } finally {
      file.close()
    }
  } catch {
    return nobodySignedIn
  }
}

function setAccount(restored: SqliteFile, account: Row): void {
  restored
    .prepare(
      `update or ignore accounts set name = :name, name_key = :name_key, role = :role, password_hash = :password_hash,
       subject = :subject where learner_id = :learner_id`,
    )
    .run(account)
}

function insertRow(restored: SqliteFile, table: string, row: Row): void {
  const columns = Object.keys(row)
  restored
    .prepare(
      `insert or ignore into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    )
    .run(...Object.values(row))
}

function refuseOtherLog(file: string, { log }: CheckedBackup, backup: string): void {
  const staged = openSqliteFile(file, { readonly: true })
  try {
    if (isSameLog(countLog(staged), log)) return
  } finally {
    staged.close()
  }
  throw new BackupFailure(
    'unusable',
    `What was read from ${backup} is not what it holds. Nothing was changed.`,
  )
}

function freeKeptFolder(dataDir: string, now: number): string {
  for (let at = now; ; at++) {
    const name = `before-restore/${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}`
    if (!existsSync(join(dataDir, name))) return name
  }
}

function readableStageFault(error: unknown, dataDir: string): unknown {
  if (error instanceof BackupFailure || !(error instanceof Error)) return error
  const code = codeOf(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return new BackupFailure(
      'noRoom',
      `There is not enough room in ${dataDir} to restore: the present data is kept beside the restored. Nothing was changed. Free some space, then try again.`,
    )
  if (/^(?:EACCES|EPERM|EROFS|EIO|SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_IOERR)/.test(code))
    return new BackupFailure(
      'notWritten',
      `${basename(dataDir)} cannot be written (${code}). Nothing was changed. Check the folder and its permissions.`,
    )
  return error
}
