import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { BackupFailure } from '../start-failure.ts'
import { syncToDisk } from './backup-folder.ts'
import type { SqliteFile } from './sqlite-driver.ts'

/** The folders of a data folder in which we keep notes. A learner's own folder is theirs to keep. */
export const keptFolders = ['notes', 'learners'] as const

interface FileRow {
  readonly path: string
  readonly content: Buffer
  readonly sha256: string
}

/** Puts every file that we keep beside the database into a copy of it, so that a backup is one file. */
export function packFiles(copy: SqliteFile, dataDir: string): { files: number; bytes: number } {
  copy.exec(
    'create table backup_files (path text primary key not null, content blob not null, sha256 text not null) strict',
  )
  const insert = copy.prepare('insert into backup_files (path, content, sha256) values (?, ?, ?)')
  let [files, bytes] = [0, 0]
  for (const path of pathsIn(dataDir)) {
    const content = readIfThere(join(dataDir, path))
    if (content === null) continue
    insert.run(path, content, hashOf(content))
    files += 1
    bytes += content.byteLength
  }
  return { files, bytes }
}

/** Throws where a file in a backup is not as it was put in, or would not lie in our folders. */
export function checkFiles(backup: SqliteFile, name: string): void {
  for (const row of backup.prepare('select path, content, sha256 from backup_files').iterate()) {
    const { path, content, sha256 } = row as FileRow
    if (!isOurs(path))
      throw new BackupFailure(
        'unusable',
        `${name} holds a file that would lie elsewhere. Nothing was changed.`,
      )
    if (hashOf(content) !== sha256)
      throw new BackupFailure(
        'unusable',
        `${name} is damaged: ${path} in it is not as it was. Nothing was changed.`,
      )
  }
}

/** Writes the files of a backup below a folder, and waits until they are on the disk. */
export function unpackFiles(backup: SqliteFile, into: string): void {
  for (const folder of keptFolders) mkdirSync(join(into, folder), { recursive: true })
  for (const row of backup.prepare('select path, content, sha256 from backup_files').iterate()) {
    const { path, content } = row as FileRow
    const file = join(into, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
    syncToDisk(file)
  }
}

function isOurs(path: string): boolean {
  const parts = path.split('/')
  const isBelow = keptFolders.some((folder) => parts[0] === folder) && parts.length > 1
  return isBelow && parts.every((part) => !/^\.{0,2}$/.test(part) && !/[\\\0]/.test(part))
}

function pathsIn(dataDir: string): string[] {
  return keptFolders.flatMap((folder) => {
    const root = join(dataDir, folder)
    if (!existsSync(root)) return []
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp'))
      .map((entry) => [folder, ...partsBelow(root, entry.parentPath), entry.name].join('/'))
      .filter(isOurs)
  })
}

const partsBelow = (root: string, folder: string): string[] =>
  folder === root ? [] : folder.slice(root.length + 1).split(sep)

/** Its bytes; null for one that was taken away meanwhile. */
function readIfThere(file: string): Buffer | null {
  return statSync(file, { throwIfNoEntry: false }) === undefined ? null : readFileSync(file)
}

const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex')
