import type { NoteGenre } from '../../shared/note/note-genre.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { isDoubtfulSql } from './asked.ts'
import { inChunks } from './in-chunks.ts'
import type { NoteStamp } from './library-writes.ts'
import {
  type NoteState,
  type NoteSummary,
  type StoredNote,
  toNote,
  toNoteState,
  toNoteSummary,
} from './note-rows.ts'
import type { NotesTable, Reader, Writer } from './tables.ts'

const summaryColumns = [
  'learner_id',
  'id',
  'path',
  'origin',
  'title',
  'genre',
  'line_count',
  'body_hash',
  'reader_version',
  'facts',
  'skipped',
  'problems',
  'read_at',
  'missing',
  'modified_us',
  'size_bytes',
  'held_hash',
] as const

export async function listNotes(db: Reader, learnerId: LearnerId): Promise<NoteSummary[]> {
  const rows = await db
    .selectFrom('notes')
    .select(summaryColumns)
    .where('learner_id', '=', learnerId)
    .orderBy('origin')
    .orderBy('path')
    .execute()
  return rows.map(toNoteSummary)
}

/** The genre of each note by its path. */
export type NoteGenres = ReadonlyMap<string, NoteGenre>

export async function listNoteGenres(db: Reader, learnerId: LearnerId): Promise<NoteGenres> {
  const rows = await db
    .selectFrom('notes')
    .select(['path', 'genre'])
    .where('learner_id', '=', learnerId)
    .execute()
  return new Map(rows.map(({ path, genre }) => [path, genre]))
}

/** What tells of each note whether it must be read again. */
export async function listNoteStates(db: Reader, learnerId: LearnerId): Promise<NoteState[]> {
  const rows = await db
    .selectFrom('notes')
    .select(['path', 'body_hash', 'reader_version', 'missing', 'modified_us', 'size_bytes', 'held_hash'])
    .where('learner_id', '=', learnerId)
    .execute()
  return rows.map(toNoteState)
}

/** Notes with their text, in any order. */
export async function findNotes(
  db: Reader,
  learnerId: LearnerId,
  ids: readonly NoteId[],
): Promise<StoredNote[]> {
  const rows: NotesTable[] = []
  for (const chunk of inChunks(ids, 500)) {
    rows.push(
      ...(await db
        .selectFrom('notes')
        .selectAll()
        .where('learner_id', '=', learnerId)
        .where('id', 'in', chunk)
        .execute()),
    )
  }
  return rows.map(toNote)
}

export async function findNote(
  db: Reader,
  learnerId: LearnerId,
  id: NoteId,
): Promise<StoredNote | undefined> {
  const row = await db
    .selectFrom('notes')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toNote(row)
}

/** The texts of all notes that are there. */
export function listNoteBodies(
  db: Reader,
  learnerId: LearnerId,
): Promise<Pick<NotesTable, 'id' | 'path' | 'body'>[]> {
  return db
    .selectFrom('notes')
    .select(['id', 'path', 'body'])
    .where('learner_id', '=', learnerId)
    .where('missing', '=', 0)
    .execute()
}

export async function findNoteByPath(
  db: Reader,
  learnerId: LearnerId,
  path: string,
): Promise<NoteSummary | undefined> {
  const row = await db
    .selectFrom('notes')
    .select(summaryColumns)
    .where('learner_id', '=', learnerId)
    .where('path', '=', path)
    .executeTakeFirst()
  return row && toNoteSummary(row)
}

/** Which of these files are notes that are still there. */
export async function findNotesOfFiles(
  db: Reader,
  learnerId: LearnerId,
  files: readonly string[],
): Promise<ReadonlyMap<string, NoteId>> {
  const found = new Map<string, NoteId>()
  for (const chunk of inChunks(files, 500)) {
    const rows = await db
      .selectFrom('notes')
      .select(['id', 'path'])
      .where('learner_id', '=', learnerId)
      .where('path', 'in', chunk)
      .where('missing', '=', 0)
      .execute()
    for (const { id, path } of rows) found.set(path, id)
  }
  return found
}

/** The titles of some notes, without all that was read in them. */
export async function findNoteNames(
  db: Reader,
  learnerId: LearnerId,
  ids: readonly NoteId[],
): Promise<Pick<NotesTable, 'id' | 'title'>[]> {
  const names: Pick<NotesTable, 'id' | 'title'>[] = []
  for (const chunk of inChunks(ids, 500)) {
    const query = db.selectFrom('notes').select(['id', 'title']).where('learner_id', '=', learnerId)
    names.push(...(await query.where('id', 'in', chunk).execute()))
  }
  return names
}

export interface NoteCounts {
  readonly noteId: NoteId
  readonly cards: number
  readonly doubtful: number
}

/** How many cards each note makes, retired ones left out. */
export function countCardsByNote(db: Reader, learnerId: LearnerId): Promise<NoteCounts[]> {
  return db
    .selectFrom('card_notes')
    .innerJoin('cards', (join) =>
      join
        .onRef('cards.learner_id', '=', 'card_notes.learner_id')
        .onRef('cards.id', '=', 'card_notes.card_id'),
    )
    .select((eb) => [
      'card_notes.note_id as noteId',
      eb.fn.count<number>('cards.id').as('cards'),
      eb.fn.sum<number>(eb.case().when(isDoubtfulSql).then(1).else(0).end()).as('doubtful'),
    ])
    .where('card_notes.learner_id', '=', learnerId)
    .where('cards.status', '<>', 'retired')
    .groupBy('card_notes.note_id')
    .execute()
}

/** The same over all notes: a card that several of them make is one card. */
export function countCards(db: Reader, learnerId: LearnerId): Promise<Omit<NoteCounts, 'noteId'>> {
  return db
    .selectFrom('cards')
    .select((eb) => [
      eb.fn.countAll<number>().as('cards'),
      eb.fn
        .coalesce(eb.fn.sum<number>(eb.case().when(isDoubtfulSql).then(1).else(0).end()), eb.lit(0))
        .as('doubtful'),
    ])
    .where('learner_id', '=', learnerId)
    .where('status', '<>', 'retired')
    .executeTakeFirstOrThrow()
}

export async function saveNotes(trx: Writer, notes: readonly NotesTable[]): Promise<void> {
  for (const rows of inChunks(notes, 50)) {
    await trx
      .insertInto('notes')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['learner_id', 'id']).doUpdateSet((eb) => ({
          title: eb.ref('excluded.title'),
          body: eb.ref('excluded.body'),
          line_count: eb.ref('excluded.line_count'),
          body_hash: eb.ref('excluded.body_hash'),
          reader_version: eb.ref('excluded.reader_version'),
          facts: eb.ref('excluded.facts'),
          skipped: eb.ref('excluded.skipped'),
          problems: eb.ref('excluded.problems'),
          read_at: eb.ref('excluded.read_at'),
          missing: eb.ref('excluded.missing'),
          modified_us: eb.ref('excluded.modified_us'),
          size_bytes: eb.ref('excluded.size_bytes'),
          held_hash: eb.ref('excluded.held_hash'),
        })),
      )
      .execute()
  }
}

/** A file that is gone: its row and text stay, so that the history can still show where a card came from. */
export async function markNotesMissing(
  trx: Writer,
  learnerId: LearnerId,
  ids: readonly NoteId[],
): Promise<void> {
  for (const chunk of inChunks(ids, 500)) {
    await trx
      .updateTable('notes')
      .set({ missing: 1 })
      .where('learner_id', '=', learnerId)
      .where('id', 'in', chunk)
      .execute()
  }
}

/** The date and size under which an unchanged file lies now. */
export async function stampNote(trx: Writer, learnerId: LearnerId, stamp: NoteStamp): Promise<void> {
  await trx
    .updateTable('notes')
    .set({ modified_us: stamp.modifiedUs, size_bytes: stamp.sizeBytes })
    .where('learner_id', '=', learnerId)
    .where('id', '=', stamp.id)
    .execute()
}
