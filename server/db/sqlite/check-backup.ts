import { statSync } from 'node:fs'
import type { LogDigest } from '../../../shared/schedule/review-event.ts'
import { refuseUnknownSteps } from '../migrate.ts'
import { BackupFailure } from '../start-failure.ts'
import { checkFiles } from './kept-files.ts'
import { claimedLog, countLog, isSameLog } from './log-of-file.ts'
import { type SqliteFile, openSqliteFile } from './sqlite-driver.ts'
import { codeOf } from '../code-of.ts'

/** What a backup was found to be. */
export interface CheckedBackup {
  /** When it was made; null for a database that was copied by hand. */
  readonly madeAt: number | null
  readonly log: LogDigest
  /** The notes in it; null where it holds the database alone. */
  readonly files: number | null
}

interface BackupRow {
  readonly made_at: number
  readonly events: number
  readonly digest: string
  readonly files: number
}

/**
 * Opens a backup, reads every page, event and file of it, and holds them to what it says of itself. Throws a `BackupFailure`
 * with a sentence where it cannot be used. Changes nothing.
 */
export function checkBackup(path: string): CheckedBackup {
  refuseNoFile(path)
  const file = openSqliteFile(path, { readonly: true, fileMustExist: true })
  try {
    file.pragma('trusted_schema = OFF')
    refuseOthers(file, path)
    refuseDamaged(file, path)
    return describeBackup(file, path)
  } catch (error) {
    throw readableCheckFault(error, path)
  } finally {
    file.close()
  }
}

function refuseNoFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined)
    throw new BackupFailure('unusable', `There is no file ${path}. Nothing was changed.`)
  if (found.isDirectory())
    throw new BackupFailure(
      'unusable',
      `${path} is a folder. Name the backup in it, a file that ends in .db.`,
    )
  if (found.size === 0)
    throw new BackupFailure('unusable', `${path} is empty, so it is no backup. Nothing was changed.`)
}

function refuseOthers(file: SqliteFile, path: string): void {
  const tables = tablesOf(file)
  if (!['kysely_migration', 'instance', 'learners', 'events'].every((name) => tables.has(name)))
    throw new BackupFailure(
      'unusable',
      `${path} is a database of another program, not a backup of Recollect. Nothing was changed.`,
    )
  const steps = file.prepare('select name from kysely_migration').all() as { name: string }[]
  refuseUnknownSteps(
    steps.map(({ name }) => name),
    (step) =>
      new BackupFailure(
        'unusable',
        `${path} was made by a newer version of Recollect (it has “${step}”, which this version does not know). ` +
          'Nothing was changed. Restore it with that version.',
      ),
  )
}

function refuseDamaged(file: SqliteFile, path: string): void {
  const lines = file.pragma('integrity_check(1)') as { integrity_check: string }[]
  const first = lines[0]?.integrity_check ?? 'nothing could be read'
  if (first !== 'ok') throw damaged(path, first)
}

function describeBackup(file: SqliteFile, path: string): CheckedBackup {
  const log = countLog(file)
  const row = tablesOf(file).has('backup')
    ? (file.prepare('select * from backup').get() as BackupRow | undefined)
    : undefined
  const said = row === undefined ? claimedLog(file) : { count: row.events, digest: row.digest }
  if (!isSameLog(log, said))
    throw damaged(path, `it holds ${log.count} answers that are not the ${said.count} it was made with`)
  if (row === undefined) return { madeAt: null, log, files: null }
  checkFiles(file, path)
  return { madeAt: row.made_at, log, files: row.files }
}

function tablesOf(file: SqliteFile): ReadonlySet<string> {
  const rows = file.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[]
  return new Set(rows.map(({ name }) => name))
}

const damaged = (path: string, how: string): BackupFailure =>
  new BackupFailure('unusable', `${path} is damaged or cut off (${how}). Nothing was changed.`)

function readableCheckFault(error: unknown, path: string): unknown {
  if (error instanceof BackupFailure || !(error instanceof Error)) return error
  const code = codeOf(error)
  if (code === 'SQLITE_NOTADB')
    return new BackupFailure('unusable', `${path} is not a backup: it is no database. Nothing was changed.`)
  if (/^SQLITE_(?:CORRUPT|IOERR|FULL)/.test(code)) return damaged(path, error.message)
  if (/^SQLITE_(?:CANTOPEN|READONLY|ERROR)|^EACCES/.test(code))
    return new BackupFailure('unusable', `${path} cannot be read (${error.message}). Nothing was changed.`)
  return error
}
