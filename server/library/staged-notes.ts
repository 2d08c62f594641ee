import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refusal } from '../../shared/basics/refusal.ts'
import { findNoteByPath } from '../db/notes.ts'
import type { Learner } from '../learner.ts'
import { type LibrarySource, type NoteFolders, bodyHash, uploadPrefix } from './gather-notes.ts'
import { type Stamp, noteFile } from './note-files.ts'
import { stampOf } from './read-notes.ts'
import { codeOf } from '../db/code-of.ts'

/** Notes that are on the disk, and not yet in the folder that is read. */
export interface StagedNotes {
  readonly stamps: ReadonlyMap<string, Stamp>
  /** Puts them where they belong: their rows are stored now. */
  place(): Promise<void>
}

/**
 * Writes brought-in notes beside the folder that is read, durably. They are put in place after their rows were stored, so
 * that an import comes in as a whole or not at all, whenever the program ends. Only inside `library.alone`.
 */
export async function stageNotes(
  folders: NoteFolders,
  sources: readonly LibrarySource[],
): Promise<StagedNotes> {
  const staging = stagingFolder(folders)
  await rm(staging, { recursive: true, force: true })
  const stamps = new Map<string, Stamp>()
  try {
    await mkdir(staging, { recursive: true })
    for (const { path, text } of sources)
      stamps.set(path, await writeDurably(stagedFile(folders, path), text, noteFile(folders, path)))
    for (const { path } of sources) await makeRoom(noteFile(folders, path), path)
    const made = new Set(sources.map(({ path }) => dirname(stagedFile(folders, path))))
    for (const folder of [staging, ...made]) await syncFolder(folder)
  } catch (error) {
    await rm(staging, { recursive: true, force: true })
    throw error
  }
  const place = async () => {
    for (const { path } of sources) await rename(stagedFile(folders, path), noteFile(folders, path))
    await rm(staging, { recursive: true, force: true })
  }
  return { stamps, place }
}

/**
 * Finishes what a program that ended in the middle of an import left behind: notes whose rows it had stored are put in
 * place, the others were never acknowledged and go. Only inside `library.alone`, where nothing else is staged.
 */
export async function settleStaged({ id, db, library: { folders } }: Learner): Promise<void> {
  const staging = stagingFolder(folders)
  const entries = await readdir(staging, { recursive: true, withFileTypes: true }).catch(() => null)
  if (entries === null) return
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const path = uploadPrefix + file.slice(staging.length + 1).replaceAll('\\', '/')
    const note = await findNoteByPath(db.reader, id, path)
    const isStored =
      note !== undefined &&
      !note.missing &&
      note.bodyHash === bodyHash({ text: await readFile(file, 'utf8') })
    if (!isStored) continue
    await mkdir(dirname(noteFile(folders, path)), { recursive: true })
    await rename(file, noteFile(folders, path))
  }
  await rm(staging, { recursive: true, force: true })
}

/** Hidden, so that no reading takes it for notes, and on the same disk, so that a rename is one step. */
const stagingFolder = ({ uploadFolder }: NoteFolders): string => join(uploadFolder, '.incoming')

const stagedFile = (folders: NoteFolders, path: string): string =>
  join(stagingFolder(folders), path.slice(uploadPrefix.length))

/** Sees to it that the file can be put in place: after its rows are stored it must not fail. */
async function makeRoom(file: string, path: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    if ((await stat(file).catch(() => null))?.isDirectory() !== true) return
  } catch (error) {
    if (!['EEXIST', 'ENOTDIR'].includes(codeOf(error))) throw error
  }
  throw nameTaken(path)
}

async function writeDurably(file: string, text: string, replaces: string): Promise<Stamp> {
  await mkdir(dirname(file), { recursive: true }).catch((error: unknown) => {
    throw ['EEXIST', 'ENOTDIR'].includes(codeOf(error)) ? nameTaken(file.split('/').at(-1) ?? file) : error
  })
  const mode = (await stat(replaces).catch(() => null))?.mode
  const handle = await open(file, 'wx', mode)
  try {
    await handle.writeFile(text)
    await handle.sync()
    return stampOf(await handle.stat())
  } finally {
    await handle.close()
  }
}

/** Without this a power cut may forget that the files are there. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  // Windows opens no folder, and needs none of this.
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

const nameTaken = (path: string): Refusal =>
  new Refusal(
    'name_taken',
    `${path} cannot be brought in: a file and a folder would have the same name. Nothing was changed. Rename one of them.`,
  )
