import type { Dirent } from 'node:fs'
import { lstat, readFile, readdir, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { Refusal } from '../../shared/basics/refusal.ts'
import { compareText } from '../../shared/basics/text.ts'
import { type DecodedNote, type UnreadableNote, decodeNote, maxNoteBytes, tooLarge } from './decode-note.ts'

const noteEndings = /\.(?:md|markdown|txt)$/i

/** Whether a file is a note by its name. */
export function isNoteName(name: string): boolean {
  return noteEndings.test(name)
}

/** A note's file as a folder lists it: enough to tell whether it changed since it was read. */
export interface NoteFile {
  /** Below the folder, with `/` between names. */
  readonly path: string
  readonly file: string
  readonly modifiedUs: number
  readonly sizeBytes: number
}
export interface FolderListing {
  /** In order of their path, so that the same folder always reads the same. */
  readonly files: readonly NoteFile[]
  readonly unreadable: readonly UnreadableNote[]
}

/** Every note below `folder`, unread. Refused when the folder itself is not there: then nothing is known about its notes. */
export async function listNoteFiles(folder: string): Promise<FolderListing> {
  const files: NoteFile[] = []
  const unreadable: UnreadableNote[] = []
  const root = await realpath(folder).catch((error: unknown) => {
    throw new Refusal(
      'folder_unreadable',
      `The folder of notes ${folder} cannot be read (${reason(error)}). Nothing was changed. Bring it back, then read it again.`,
    )
  })
  const listed = new Set<string>()
  for await (const file of notePaths(root, root, unreadable)) {
    // A link beside its own target is one note.
    if (listed.has(file)) continue
    listed.add(file)
    const path = relative(root, file).split(sep).join('/')
    const seen = await stat(file).catch(() => null)
    if (seen !== null) files.push({ path, file, ...stampOf(seen) })
  }
  files.sort((a, b) => compareText(a.path, b.path))
  unreadable.push(...sameNames(files))
  return { files, unreadable: unreadable.sort((a, b) => compareText(a.path, b.path)) }
}

/** When a file changed last and how large it is. */
export function stampOf(seen: { mtimeMs: number; size: number }): Pick<NoteFile, 'modifiedUs' | 'sizeBytes'> {
  return { modifiedUs: Math.round(seen.mtimeMs * 1000), sizeBytes: seen.size }
}

export interface FolderContents {
  readonly sources: readonly DecodedNote[]
  readonly unreadable: readonly UnreadableNote[]
}

/** Reads every note below `folder`. A file that cannot be read is reported and the others go on. */
export async function readNotes(folder: string): Promise<FolderContents> {
  const { files, unreadable } = await listNoteFiles(folder)
  const sources: DecodedNote[] = []
  const failed: UnreadableNote[] = [...unreadable]
  for (const file of files) {
    const read = await readNoteFile(file.file, file.path)
    if ('text' in read) sources.push(read)
    else failed.push(read)
  }
  return { sources, unreadable: failed.sort((a, b) => compareText(a.path, b.path)) }
}

/** Reads one file as a note, or says why it is none. A file that is being written is read again until it stands still. */
export async function readNoteFile(file: string, path: string): Promise<DecodedNote | UnreadableNote> {
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      const before = await lstat(file)
      if (before.size > maxNoteBytes) return tooLarge(path, before.size)
      const bytes = await readFile(file)
      const after = await stat(file)
      if (after.size === bytes.byteLength && after.mtimeMs === before.mtimeMs) return decodeNote(path, bytes)
    }
    return {
      path,
      code: 'changing',
      sentence: `${path} changed while it was being read. It is read again when it stands still.`,
    }
  } catch (error) {
    return {
      path,
      code: 'unreadable',
      sentence: `${path} could not be read (${reason(error)}). Check that it is there and may be read.`,
    }
  }
}

async function* notePaths(
  folder: string,
  root: string,
  unreadable: UnreadableNote[],
): AsyncGenerator<string> {
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    const name = relative(root, folder) || '.'
    unreadable.push({
      path: name,
      code: 'unreadable',
      sentence: `The folder ${name} could not be read (${reason(error)}).`,
    })
    return
  }
  for (const entry of entries) {
    const path = join(folder, entry.name)
    // Hidden folders hold the tools' own files (.git, .obsidian), never the person's notes.
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    if (entry.isDirectory()) yield* notePaths(path, root, unreadable)
    else if (entry.isSymbolicLink()) yield* linkedNote(path, root, unreadable)
    else if (entry.isFile() && isNoteName(entry.name)) yield path
  }
}

/** A link is followed only to a file inside the folder: a shared folder must not read its host. */
async function* linkedNote(path: string, root: string, unreadable: UnreadableNote[]): AsyncGenerator<string> {
  if (!isNoteName(path)) return
  const name = relative(root, path).split(sep).join('/')
  try {
    const target = await realpath(path)
    if (target.startsWith(root + sep) && (await lstat(target)).isFile()) yield target
    else
      unreadable.push({
        path: name,
        code: 'outside',
        sentence: `${name} is a link that leads out of the folder, so it was not followed.`,
      })
  } catch {
    unreadable.push({
      path: name,
      code: 'unreadable',
      sentence: `${name} is a link to a file that is not there.`,
    })
  }
}

/** Two names that differ only in case are two notes here and one on many other machines. */
function sameNames(files: readonly NoteFile[]): UnreadableNote[] {
  const first = new Map<string, string>()
  return files.flatMap(({ path }) => {
    const other = first.get(path.toLowerCase())
    if (other === undefined) {
      first.set(path.toLowerCase(), path)
      return []
    }
    return [
      {
        path,
        code: 'same_name' as const,
        sentence: `${path} was read, but its name differs from ${other} only in case. Rename one: other systems see a single file.`,
      },
    ]
  })
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
