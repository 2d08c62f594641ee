import type { EpochMs } from '../../shared/basics/time.ts'
import type { Fact } from '../../shared/fact/fact.ts'
import type { NoteGenre } from '../../shared/note/note-genre.ts'
import type { NoteId, NoteProblem, SkippedLine } from '../../shared/note/note.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { fromJson, toJson } from './json-column.ts'
import type { NotesTable } from './tables.ts'

/** What tells whether a note must be read again. */
export interface NoteState {
  readonly path: string
  readonly bodyHash: string
  readonly readerVersion: string
  /** Its file is gone, or the learner took it out. */
  readonly missing: boolean
  /** Date of change and size of the file when it was read: microseconds UTC and bytes. */
  readonly modifiedUs: number
  readonly sizeBytes: number
  /** The hash of a text that the learner took back; `gone` when they took back that the file vanished. */
  readonly heldHash: string | null
}

/** Everything of a stored note but its text, which only its own page needs. */
export interface NoteSummary extends NoteState {
  readonly id: NoteId
  readonly origin: 'folder' | 'upload'
  readonly title: string
  readonly genre: NoteGenre
  readonly lineCount: number
  readonly facts: readonly Fact[]
  readonly skipped: readonly SkippedLine[]
  readonly problems: readonly NoteProblem[]
  readonly readAt: EpochMs
}

/** A note as it was read last. */
export interface StoredNote extends NoteSummary {
  readonly body: string
}

/** The columns of `NoteState`. */
export type NoteStateRow = Pick<
  NotesTable,
  'path' | 'body_hash' | 'reader_version' | 'missing' | 'modified_us' | 'size_bytes' | 'held_hash'
>

/** A row as what tells whether its note must be read again. */
export function toNoteState(row: NoteStateRow): NoteState {
  return {
    path: row.path,
    bodyHash: row.body_hash,
    readerVersion: row.reader_version,
    missing: row.missing === 1,
    modifiedUs: row.modified_us,
    sizeBytes: row.size_bytes,
    heldHash: row.held_hash,
  }
}

/** A row without its text. */
export function toNoteSummary(row: Omit<NotesTable, 'body'>): NoteSummary {
  return {
    ...toNoteState(row),
    id: row.id,
    origin: row.origin,
    title: row.title,
    genre: row.genre,
    lineCount: row.line_count,
    facts: fromJson(row.facts),
    skipped: fromJson(row.skipped),
    problems: fromJson(row.problems),
    readAt: row.read_at,
  }
}

/** A row of `notes` as the note it is. The inverse of `toNoteRow`. */
export function toNote(row: NotesTable): StoredNote {
  return { ...toNoteSummary(row), body: row.body }
}

/** A note as a row of `notes`. */
export function toNoteRow(learnerId: LearnerId, note: StoredNote): NotesTable {
  return {
    learner_id: learnerId,
    id: note.id,
    path: note.path,
    origin: note.origin,
    title: note.title,
    genre: note.genre,
    body: note.body,
    line_count: note.lineCount,
    body_hash: note.bodyHash,
    reader_version: note.readerVersion,
    facts: toJson(note.facts),
    skipped: toJson(note.skipped),
    problems: toJson(note.problems),
    read_at: note.readAt,
    missing: note.missing ? 1 : 0,
    modified_us: note.modifiedUs,
    size_bytes: note.sizeBytes,
    held_hash: note.heldHash,
  }
}
