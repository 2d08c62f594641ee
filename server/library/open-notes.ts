import type { NoteReply, NoteRow, NotesReply } from '../../shared/api/notes.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { NoteProblem, SkippedLine } from '../../shared/note/note.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { listCardsOfNote } from '../db/cards.ts'
import { type NoteCounts, type NoteSummary, countCardsByNote, findNote, listNotes } from '../db/notes.ts'
import type { Reader } from '../db/tables.ts'
import { shownStatus, shownText, toSources } from './card-view.ts'
import type { Library } from './library.ts'

/** Every note with what it gave, and the files that gave none. */
export async function openNotes(db: Reader, learnerId: LearnerId, library: Library): Promise<NotesReply> {
  const notes = await listNotes(db, learnerId)
  const counts = new Map((await countCardsByNote(db, learnerId)).map((row) => [row.note_id, row]))
  return {
    notes: notes.map((note) => toNoteRow(note, counts.get(note.id))),
    unreadable: library.unreadable.map(({ path, sentence }) => ({ path, sentence })),
    folder: library.folder,
  }
}

/** One note with its text and, line by line, what was made of it. */
export async function openNote(db: Reader, learnerId: LearnerId, id: string): Promise<NoteReply> {
  const note = await findNote(db, learnerId, id)
  if (note === undefined) throw new Refusal('not_found', `There is no note ${id}.`)
  const cards = await listCardsOfNote(db, learnerId, id)
  const doubtful = cards.filter((card) => shownStatus(card) === 'doubtful').length
  return {
    ...toNoteRow(note, { note_id: id, cards: cards.length, doubtful }),
    text: note.body,
    cardsByLine: cards.map((card) => ({
      cardId: card.id,
      conceptId: card.concept_id,
      lines: toSources(card.sources)
        .filter((source) => source.noteId === id)
        .flatMap((source) => source.lines),
      ...shownText(card),
      kind: card.kind,
      status: shownStatus(card),
      reasons: (JSON.parse(card.reasons) as { sentence: string }[]).map((reason) => reason.sentence),
    })),
    skippedLines: JSON.parse(note.skipped) as SkippedLine[],
    problemLines: JSON.parse(note.problems) as NoteProblem[],
  }
}

function toNoteRow(note: NoteSummary & { body?: string }, counts: NoteCounts | undefined): NoteRow {
  return {
    id: note.id,
    path: note.path,
    origin: note.origin,
    title: note.title,
    readAt: note.read_at,
    lines: note.line_count,
    facts: (JSON.parse(note.facts) as unknown[]).length,
    cards: counts?.cards ?? 0,
    doubtful: counts?.doubtful ?? 0,
    skipped: (JSON.parse(note.skipped) as unknown[]).length,
    problems: (JSON.parse(note.problems) as unknown[]).length,
    missing: note.missing === 1,
  }
}
