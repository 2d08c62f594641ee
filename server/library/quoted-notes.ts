import type { MarkedOrigin } from '../../shared/card/card-origin.ts'
import {
  type QuotableNote,
  isNamed,
  quotedOrigin,
  withQuotedSources,
} from '../../shared/draft/quoted-sources.ts'
import type { Fact } from '../../shared/fact/fact.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { NoteSummary, StoredNote } from '../db/note-rows.ts'
import { findNotes } from '../db/notes.ts'
import type { Reader } from '../db/tables.ts'
import { draftsFolder, uploadPrefix } from './gather-notes.ts'
import type { ReadLibrary } from './read-changed.ts'

/** The notes before a reading; those that an undo brings back with their texts. */
interface KnownNotes {
  readonly notes: readonly NoteSummary[]
  readonly restoredNotes: readonly StoredNote[]
}

/** What all notes state, drafted cards with the lines that they quote in place of those that they are written in. */
export async function readQuotes(
  db: Reader,
  learnerId: LearnerId,
  known: KnownNotes,
  read: ReadLibrary,
): Promise<readonly Fact[]> {
  const origins = read.facts.flatMap(({ sources }) => sources.flatMap((source) => quotedOrigin(source) ?? []))
  if (origins.length === 0) return read.facts
  const there = new Map<NoteId, string>(
    [...known.notes, ...read.notes]
      .filter(({ path }) => read.paths.has(path))
      .map(({ id, path }) => [id, path]),
  )
  const byName = new Map<string, readonly NoteId[]>()
  for (const origin of origins) {
    const name = `${origin.noteId} ${origin.file}`
    if (!byName.has(name)) byName.set(name, quotableIds(there, origin))
  }
  const texts = await textsOf(db, learnerId, new Set([...byName.values()].flat()), known, read)
  return withQuotedSources(read.facts, ({ noteId, file }) =>
    (byName.get(`${noteId} ${file}`) ?? []).flatMap((id) => texts.get(id) ?? []),
  )
}

/** The note of a remark, by its id or its path; where neither is there, the notes that it may have become. */
function quotableIds(there: ReadonlyMap<NoteId, string>, origin: MarkedOrigin): NoteId[] {
  const named = [...there].filter(([id, path]) => id === origin.noteId || isNamed(path, origin))
  const found = named.length > 0 ? named : [...there].filter(([, path]) => mayBe(path, origin.file))
  return found.map(([id]) => id)
}

/** A note that was renamed lies in the same folder, one that was moved has the same name. Drafted cards state nothing themselves. */
function mayBe(path: string, file: string): boolean {
  if (path.startsWith(uploadPrefix + draftsFolder)) return false
  return folderOf(path) === folderOf(file) || nameOf(path) === nameOf(file)
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

async function textsOf(
  db: Reader,
  learnerId: LearnerId,
  ids: ReadonlySet<NoteId>,
  { restoredNotes }: KnownNotes,
  read: ReadLibrary,
): Promise<ReadonlyMap<NoteId, QuotableNote>> {
  const fresh = new Map([...restoredNotes, ...read.notes].map((note) => [note.id, note]))
  const stored = await findNotes(
    db,
    learnerId,
    [...ids].filter((id) => !fresh.has(id)),
  )
  return new Map(
    [...stored, ...fresh.values()]
      .filter(({ id }) => ids.has(id))
      .map(({ id, path, body }) => [id, { path, text: body }]),
  )
}
