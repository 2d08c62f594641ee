import { createHash } from 'node:crypto'
import type { NoteSource } from '../../shared/note/note.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { listNoteStates } from '../db/notes.ts'
import type { Reader } from '../db/tables.ts'

/** Changes when the rules of reading change: then even an unchanged note is read again. */
export const readerVersion = '2'

/** A note with the place it came from. Uploaded ones live in the data folder, under `uploads/`. */
export interface LibrarySource extends NoteSource {
  readonly origin: 'folder' | 'upload'
}

/** Whether the sources are, to the byte, what the last reading stored: then there is nothing to plan. */
export async function isUnchanged(
  db: Reader,
  learnerId: LearnerId,
  sources: readonly LibrarySource[],
): Promise<boolean> {
  const known = new Map(
    (await listNoteStates(db, learnerId))
      .filter((note) => note.missing === 0)
      .map((note) => [note.path, note]),
  )
  return (
    known.size === sources.length &&
    sources.every((source) => {
      const note = known.get(source.path)
      return note?.body_hash === bodyHash(source) && note.reader_version === readerVersion
    })
  )
}

/** The hash that tells whether a note's text changed. */
export function bodyHash(source: NoteSource): string {
  return createHash('sha256').update(source.text).digest('hex')
}
