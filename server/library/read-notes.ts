import type { Dirent } from 'node:fs'
import { lstat, readFile, readdir, realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { NoteSource } from '../../shared/note/note.ts'

/** Larger files are no notes a person wrote. */
export const maxNoteBytes = 10_000_000
const noteEndings = /\.(?:md|markdown|txt)$/i

/** A file that was passed over, with what its owner can do about it. */
export interface UnreadableNote {
  readonly path: string
  readonly code: 'not_text' | 'not_utf8' | 'empty' | 'too_large' | 'unreadable' | 'outside'
  readonly sentence: string
}
export interface FolderContents {
  /** In order of their path, so that the same folder always reads the same. */
  readonly sources: readonly NoteSource[]
  readonly unreadable: readonly UnreadableNote[]
}

/** Reads every note below `folder`. A file that cannot be read is reported and the others go on. */
export async function readNotes(folder: string): Promise<FolderContents> {
  const sources: NoteSource[] = []
  const unreadable: UnreadableNote[] = []
  for await (const path of notePaths(folder, await realpath(folder), unreadable)) {
    const name = relative(folder, path).split(sep).join('/')
    const read = await readNoteFile(path, name)
    if ('text' in read) sources.push(read)
    else unreadable.push(read)
  }
  const byPath = (a: { path: string }, b: { path: string }) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : 0
  return { sources: sources.sort(byPath), unreadable: unreadable.sort(byPath) }
}

/** Reads one file as a note, or says why it is none. */
export async function readNoteFile(path: string, name: string): Promise<NoteSource | UnreadableNote> {
  try {
    const { size } = await lstat(path)
    if (size > maxNoteBytes) return tooLarge(name, size)
    return decodeNote(name, await readFile(path))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return {
      path: name,
      code: 'unreadable',
      sentence: `${name} could not be read (${why}). Check its permissions.`,
    }
  }
}

/** The text of a note from its bytes, or why they are none. */
export function decodeNote(name: string, bytes: Uint8Array): NoteSource | UnreadableNote {
  if (bytes.byteLength > maxNoteBytes) return tooLarge(name, bytes.byteLength)
  if (bytes.includes(0)) {
    return {
      path: name,
      code: 'not_text',
      sentence: `${name} is not a text file. Save it as Markdown or plain text.`,
    }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (text.trim() === '')
      return {
        path: name,
        code: 'empty',
        sentence: `${name} is empty, so there is nothing to learn from it yet.`,
      }
    return { path: name, text }
  } catch {
    return {
      path: name,
      code: 'not_utf8',
      sentence: `${name} is not encoded as UTF-8. Save it with that encoding, then read it again.`,
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
      sentence: `The folder ${name} could not be read (${String(error)}).`,
    })
    return
  }
  for (const entry of entries) {
    const path = join(folder, entry.name)
    // Hidden folders hold the tools' own files (.git, .obsidian), never the person's notes.
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    if (entry.isDirectory()) yield* notePaths(path, root, unreadable)
    else if (entry.isSymbolicLink()) yield* linkedNote(path, root, unreadable)
    else if (entry.isFile() && noteEndings.test(entry.name)) yield path
  }
}

/** A link is followed only to a file inside the folder: a shared folder must not read its host. */
async function* linkedNote(path: string, root: string, unreadable: UnreadableNote[]): AsyncGenerator<string> {
  if (!noteEndings.test(path)) return
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

function tooLarge(name: string, bytes: number): UnreadableNote {
  const size = (bytes / 1_000_000).toFixed(0)
  const limit = maxNoteBytes / 1_000_000
  return {
    path: name,
    code: 'too_large',
    sentence: `${name} has ${size} MB; a note may have ${limit} MB. Split it into several notes.`,
  }
}
