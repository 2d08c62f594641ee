import { existsSync, renameSync, rmSync, statSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { type LogDigest } from '../../../shared/schedule/review-event.ts'
import { BackupFailure } from '../start-failure.ts'
import {
  type BackupReason,
  type KeptFile,
  freeName,
  listBackups,
  makeFolder,
  partIn,
  sweepParts,
  syncToDisk,
} from './backup-folder.ts'
import { checkBackup } from './check-backup.ts'
import { packFiles } from './kept-files.ts'
import { claimedLog, countLog, isSameLog } from './log-of-file.ts'
import { type SqliteFile, openSqliteFile } from './sqlite-driver.ts'
import { codeOf } from '../code-of.ts'

/** What is to be copied, where to, and why. */
export interface BackupWish {
  /** The database. */
  readonly file: string
  /** What else we keep lies here. */
  readonly dataDir: string
  readonly folder: string
  readonly reason: BackupReason
  /** Milliseconds UTC. */
  readonly now: number
}

/**
 * A copy of everything as it is now, while others write: opened, checked and on the disk before it has a name. Throws a
 * `BackupFailure`, and leaves nothing, where that cannot be. Takes long: only a thread or a command calls it.
 */
export function backUp(wish: BackupWish): KeptFile {
  const part = partIn(wish.folder)
  try {
    makeFolder(wish.folder)
    sweepParts(wish.folder)
    refuseTooLittleRoom(wish)
    copyDatabase(wish.file, part)
    const log = describe(part, wish)
    refuseOtherLog(log, wish)
    checkBackup(part)
    syncToDisk(part)
    const file = freeName(wish.folder, wish.reason, wish.now)
    renameSync(part, file)
    syncToDisk(wish.folder)
    const made = listBackups(wish.folder).find((backup) => backup.file === file)
    if (made === undefined) throw new Error(`Inconsistent: the backup ${file} is not listed`)
    return made
  } catch (error) {
    takeAway(part)
    throw readableBackupFault(error, wish)
  }
}

/** `VACUUM INTO` gives one consistent moment while others write; SQLite's own backup would begin again at each write. */
export function copyDatabase(file: string, copy: string): void {
  const source = openSqliteFile(file, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    source.pragma('trusted_schema = OFF')
    source.prepare('vacuum into ?').run(copy)
  } finally {
    source.close()
  }
}

/** Writes into the copy what it is, and the files that we keep; gives the log that it holds, and the one that its rows claim. */
function describe(
  part: string,
  { dataDir, reason, now }: BackupWish,
): { held: LogDigest; claimed: LogDigest } {
  const copy = openSqliteFile(part)
  try {
    // Nobody else knows the file, and it is thrown away when anything goes wrong.
    copy.pragma('journal_mode = OFF')
    copy.pragma('synchronous = OFF')
    return copy.transaction(() => describeWithin(copy, dataDir, reason, now))()
  } finally {
    copy.close()
  }
}

function describeWithin(copy: SqliteFile, dataDir: string, reason: BackupReason, now: number) {
  // A copy that was put in place by hand still has them.
  copy.exec('drop table if exists backup; drop table if exists backup_files')
  const { files, bytes } = packFiles(copy, dataDir)
  const held = countLog(copy)
  copy.exec(`create table backup (made_at integer not null, reason text not null, events integer not null,
    digest text not null, files integer not null, file_bytes integer not null) strict`)
  copy
    .prepare(
      'insert into backup (made_at, reason, events, digest, files, file_bytes) values (?, ?, ?, ?, ?, ?)',
    )
    .run(now, reason, held.count, held.digest, files, bytes)
  return { held, claimed: claimedLog(copy) }
}

/** Before something is mended or brought up to date, what is there is copied as it is. */
function refuseOtherLog(log: { held: LogDigest; claimed: LogDigest }, { reason }: BackupWish): void {
  if (reason === 'before-repair' || reason === 'before-update' || isSameLog(log.held, log.claimed)) return
  throw new BackupFailure(
    'unusable',
    'The log in the database is not as it was recorded, so it was not copied over good backups. What is wrong says: npm run doctor',
  )
}

/** Said before a byte is written; a little is left, so that answers still find room. */
function refuseTooLittleRoom({ file, folder }: BackupWish): void {
  const needed = sizeOf(file) + sizeOf(`${file}-wal`) + spareBytes
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize >= needed) return
  throw new BackupFailure(
    'noRoom',
    `There is no room for a backup in ${folder}: ${megabytes(bavail * bsize)} are free, and ${megabytes(needed)} are needed. Free some space, or name a folder on another disk.`,
  )
}

/** The fault that is to be told must not be hidden by another one. */
function takeAway(part: string): void {
  try {
    for (const end of ['', '-journal']) rmSync(part + end, { force: true })
  } catch {
    // The next backup tries again.
  }
}

const spareBytes = 2_000_000

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

function readableBackupFault(error: unknown, { file, folder }: BackupWish): unknown {
  if (error instanceof BackupFailure || !(error instanceof Error)) return error
  const code = codeOf(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return new BackupFailure(
      'noRoom',
      `The disk that holds ${folder} became full. No backup was made, and what was there is as before. Free some space, then try again.`,
    )
  if (
    /^(?:EACCES|EPERM|EROFS|ENOTDIR|EEXIST|EIO|ENOENT|SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_IOERR)/.test(
      code,
    )
  ) {
    const where = existsSync(file) ? folder : dirname(file)
    return new BackupFailure(
      'notWritten',
      `No backup could be written to ${where} (${code}). Check the folder and its permissions, or name another one.`,
    )
  }
  if (/^SQLITE_(?:CORRUPT|NOTADB)/.test(code))
    return new BackupFailure(
      'unusable',
      `The database ${file} is damaged (${error.message}), so no backup was made of it. Earlier backups are as before: npm run restore`,
    )
  return error
}
