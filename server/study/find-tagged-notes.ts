import type { NoteId } from '../../shared/note/note.ts'
import { noteTags } from '../../shared/note/note-tags.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { listNoteBodies } from '../db/notes.ts'
import type { Reader } from '../db/tables.ts'

/** The notes with each of these tags, by the tag as it was given. */
export async function findTaggedNotes(
  db: Reader,
  learnerId: LearnerId,
  tags: readonly string[],
): Promise<Map<string, NoteId[]>> {
  if (tags.length === 0) return new Map()
  const notes = (await listNoteBodies(db, learnerId)).map(({ id, body }) => ({ id, tags: noteTags(body) }))
  return new Map(
    tags.map((tag) => [tag, notes.filter((note) => note.tags.has(plainTag(tag))).map(({ id }) => id)]),
  )
}

/** A tag as notes are asked for it: without its sign, in lower case. */
export function plainTag(tag: string): string {
  return tag.replace(/^#/, '').toLowerCase()
}
