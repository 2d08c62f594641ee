import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../code-of.ts'

/** Why a backup was made. */
export const backupReasons = ['by-itself', 'by-hand', 'before-update', 'before-repair'] as const
export type BackupReason = (typeof backupReasons)[number]

/** A backup as its name and its file say it. Only what was opened and checked has such a name. */
export interface KeptFile {
  readonly id: string
  readonly file: string
  readonly at: number
  readonly bytes: number
  readonly reason: BackupReason
}

/** Where the backups of a data folder lie, unless somebody names another folder. */
export const backupFolder = (dataDir: string): string => join(dataDir, 'backups')

const named = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z(?:-([a-z-]+))?\.db$/

/** The backups of a folder, newest first; none where there is no folder. */
export function listBackups(folder: string): KeptFile[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name): KeptFile[] => {
      const parts = named.exec(name)
      if (parts === null) return []
      const [, day, hours, minutes, seconds, millis, why] = parts
      const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${millis}Z`)
      // Before there were reasons, only the doctor made them.
      const reason = why === undefined ? 'before-repair' : backupReasons.find((known) => known === why)
      const file = join(folder, name)
      const bytes = statSync(file, { throwIfNoEntry: false })?.size
      if (Number.isNaN(at) || reason === undefined || bytes === undefined) return []
      return [{ id: name.slice(0, -'.db'.length), file, at, bytes, reason }]
    })
    .sort((a, b) => b.at - a.at)
}

/** A name that no backup of the folder has. */
export function freeName(folder: string, reason: BackupReason, now: number): string {
  for (let at = now; ; at++) {
    const file = join(folder, `${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}-${reason}.db`)
    if (!existsSync(file)) return file
  }
}

const part = /^\.backup-(\d+)\.part/

/** Where a copy grows until it was checked; whoever makes it stands in its name. */
export const partIn = (folder: string): string => join(folder, `.backup-${process.pid}.part`)

/** Takes away what a program that was killed left of a copy. This program makes one at a time. */
export function sweepParts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const maker = part.exec(name)?.[1]
    if (maker === undefined || (Number(maker) !== process.pid && isAlive(Number(maker)))) continue
    rmSync(join(folder, name), { force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's program is alive, too.
    return codeOf(error) === 'EPERM'
  }
}

/** Waits until a file, or the list of names in a folder, is on the disk. */
export function syncToDisk(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } catch (error) {
    // Some systems cannot wait for a folder; its files they keep.
    if (!statSync(path).isDirectory()) throw error
  } finally {
    closeSync(handle)
  }
}

export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true })
}
