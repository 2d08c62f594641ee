import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { NoteState } from '../db/note-rows.ts'
import { type DecodedNote, type UnreadableNote } from './decode-note.ts'
import { type FolderListing, type NoteFile, listNoteFiles, readNoteFile } from './read-notes.ts'

/** Changes when the rules of reading change: then even an unchanged note is read again. */
export const readerVersion = '9'

/** The path under which uploaded notes appear, so that they never clash with a file of the folder. */
export const uploadPrefix = 'uploads/'

/** The folder among the uploaded notes that holds the cards drafted for a note, under the path of that note. */
export const draftsFolder = 'drafts/'

/** Where a learner's notes lie: the folder they keep, and the files they brought in, in the data folder. */
export interface NoteFolders {
  readonly folder: string
  readonly uploadFolder: string
}

/** A note with the place it came from. */
export interface LibrarySource extends DecodedNote {
  readonly origin: 'folder' | 'upload'
  /** Not known for a note that is not on the disk yet. */
  readonly stamp?: Pick<NoteFile, 'modifiedUs' | 'sizeBytes'>
}

/** A note's file under the path that the library knows it by. */
export interface LibraryFile extends NoteFile {
  readonly origin: LibrarySource['origin']
}

/** Both folders as they are listed now. Nothing is read. */
export async function listLibrary({ folder, uploadFolder }: NoteFolders): Promise<{
  files: LibraryFile[]
  unreadable: UnreadableNote[]
}> {
  const kept = await listNoteFiles(folder)
  const uploaded: FolderListing = (await isThere(uploadFolder))
    ? await listNoteFiles(uploadFolder)
    : { files: [], unreadable: [] }
  return {
    files: [
      ...kept.files.map((file): LibraryFile => ({ ...file, origin: 'folder' })),
      ...uploaded.files.map((file): LibraryFile => ({
        ...file,
        path: uploadPrefix + file.path,
        origin: 'upload',
      })),
    ],
    unreadable: [
      ...kept.unreadable,
      ...uploaded.unreadable.map((note) => ({ ...note, path: uploadPrefix + note.path })),
    ],
  }
}

/** Whether a file is, by its date and size, what was read last. */
export function isAsRead(file: NoteFile, known: NoteState | undefined): boolean {
  return (
    known !== undefined &&
    !known.missing &&
    known.readerVersion === readerVersion &&
    known.modifiedUs === file.modifiedUs &&
    known.sizeBytes === file.sizeBytes
  )
}

/** Whether nothing changed since the last reading: no file is new, changed or gone. */
export function isLibraryAsRead(files: readonly LibraryFile[], known: readonly NoteState[]): boolean {
  const byPath = new Map(known.map((note) => [note.path, note]))
  const present = known.filter((note) => !note.missing && note.heldHash !== 'gone').length
  // A new file whose note the learner took back is known, and stays away as long as it is what they took back.
  const heldBack = (file: LibraryFile): boolean => {
    const note = byPath.get(file.path)
    return (
      note?.missing === true &&
      note.heldHash !== null &&
      note.modifiedUs === file.modifiedUs &&
      note.sizeBytes === file.sizeBytes
    )
  }
  const read = files.filter((file) => !heldBack(file))
  return read.length === present && read.every((file) => isAsRead(file, byPath.get(file.path)))
}

/** Reads one file of the library. */
export async function readLibraryFile(file: LibraryFile): Promise<LibrarySource | UnreadableNote> {
  const read = await readNoteFile(file.file, file.path)
  if (!('text' in read)) return read
  return {
    ...read,
    origin: file.origin,
    stamp: { modifiedUs: file.modifiedUs, sizeBytes: file.sizeBytes },
  }
}

/** The hash that tells whether a note's text changed. */
export function bodyHash(source: { readonly text: string }): string {
  return createHash('sha256').update(source.text).digest('hex')
}

async function isThere(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  )
}
