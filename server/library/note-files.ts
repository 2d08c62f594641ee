import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { NoteStamp } from '../db/library-writes.ts'
import { type DecodedNote, decodeNote } from './decode-note.ts'
import { type NoteFolders, bodyHash, uploadPrefix } from './gather-notes.ts'
import type { LibraryPlan } from './library-plan.ts'
import { stampOf } from './read-notes.ts'
import { codeOf } from '../db/code-of.ts'

/** When a file changed last, and its size. */
export type Stamp = ReturnType<typeof stampOf>

/** Where the file of a note lies. */
export function noteFile({ folder, uploadFolder }: NoteFolders, path: string): string {
  const isUpload = path.startsWith(uploadPrefix)
  const root = isUpload ? uploadFolder : folder
  const file = join(root, isUpload ? path.slice(uploadPrefix.length) : path)
  if (!file.startsWith(root + sep)) throw new Error(`Inconsistent: note ${path} lies outside its folder`)
  return file
}

/**
 * Writes a text by a temporary file and a rename, so that the note is never half there. With `expected`, the hash of the
 * text that is replaced, it is refused when the file has another one by now; null expects no file.
 */
export async function writeNoteFile(file: string, text: string, expected?: string | null): Promise<Stamp> {
  await mkdir(dirname(file), { recursive: true })
  // Hidden, so that no reading takes it for a note.
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`)
  try {
    const mode = (await stat(file).catch(() => null))?.mode
    const handle = await open(temporary, 'wx', mode)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (expected !== undefined) await refuseOtherText(file, expected)
    await rename(temporary, file)
    return stampOf(await stat(file))
  } catch (error) {
    await rm(temporary, { force: true })
    throw readableWriteError(error, file)
  }
}

/** Takes a brought-in note away. The file is kept below `.removed`, which is never read. */
export async function setAside(uploadFolder: string, file: string): Promise<void> {
  const aside = join(uploadFolder, '.removed', `${randomUUID()}-${basename(file)}`)
  await mkdir(dirname(aside), { recursive: true })
  await rename(file, aside).catch((error: unknown) => {
    // Gone already: what was asked for is the case.
    if (!isMissing(error)) throw error
  })
}

/** A plan with the dates of the files that were written after it was made: then the next look finds nothing new. */
export function stamped(plan: LibraryPlan, stamps: ReadonlyMap<string, Stamp>): LibraryPlan {
  const written = plan.rows.notes.flatMap(({ id, path }): NoteStamp[] => {
    const stamp = stamps.get(path)
    return stamp === undefined ? [] : [{ id, ...stamp }]
  })
  return { ...plan, rows: { ...plan.rows, stamps: [...plan.rows.stamps, ...written] } }
}

/** The file's text as it is now, '' for one that is no text; null when there is none. */
export async function readNow(
  file: string,
): Promise<{ note: DecodedNote; hasByteOrderMark: boolean } | null> {
  try {
    const bytes = await readFile(file)
    const note = await decodeNote(basename(file), bytes)
    const hasByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    return { note: 'text' in note ? note : { path: note.path, text: '' }, hasByteOrderMark }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function refuseOtherText(file: string, expected: string | null): Promise<void> {
  const now = await readNow(file)
  const hash = now === null ? null : bodyHash(now.note)
  if (hash === expected) return
  throw new Refusal(
    'note_changed',
    `${basename(file)} was changed by another program meanwhile. Nothing was written. Look at the new text, then save again.`,
  )
}

function readableWriteError(error: unknown, file: string): unknown {
  const code = codeOf(error)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new Refusal(
      'folder_unreadable',
      `${basename(file)} could not be written (${code}). Nothing was changed. Check the permissions of its folder.`,
    )
  }
  return error
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT'
}
