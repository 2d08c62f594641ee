import type { CardId } from '../../shared/card/card.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { type Card, type CardChanges, toCardChanges, toCardColumns } from './card-rows.ts'
import { type ConceptWord, toConceptWord, toConceptWordRow } from './concept-rows.ts'
import { type Json, fromJson, toJson } from './json-column.ts'
import { type StoredNote, toNote, toNoteRow } from './note-rows.ts'
import type { BeforeRows } from './tables.ts'

/** The learner's own wording of a card; a side that was not spoken of is left out. */
export type OwnWording = Partial<Pick<Card, 'ownFront' | 'ownBack'>>

/** How the library was before a change: what undoing it brings back. */
export interface Before {
  readonly notes: readonly {
    readonly id: NoteId
    /** Null for a note that was not there. */
    readonly before: StoredNote | null
    /** The hash of the text since, or `gone`. */
    readonly after: string
  }[]
  readonly cards: readonly {
    readonly id: CardId
    readonly before: CardChanges
    /** The learner's words that it wrote: other ones since then are not overwritten. */
    readonly after: OwnWording
  }[]
  /** The rejections that it made. */
  readonly rejections: readonly string[]
  /** What was said before it about the same things. */
  readonly words: readonly {
    readonly kind: ConceptWord['kind']
    readonly subject: string
    readonly was: ConceptWord | null
  }[]
  /** Whether it wrote the notes' files. */
  readonly wroteFiles: boolean
  /** The drafts that it decided on: they wait again. */
  readonly drafts: readonly string[]
}

export const emptyBefore: Before = {
  notes: [],
  cards: [],
  rejections: [],
  words: [],
  wroteFiles: false,
  drafts: [],
}

/** The column as what an undo brings back. The inverse of `toBeforeColumn`. */
export function toBefore(column: Json<BeforeRows>): Before {
  const { notes, cards, rejections, words, wroteFiles, drafts = [] } = fromJson(column)
  return {
    notes: notes.map(({ id, before, after }) => ({
      id,
      // Until November 2026 a note had no genre.
      before: before && toNote({ ...before, genre: before.genre ?? 'study' }),
      after,
    })),
    cards: cards.map(({ id, columns, after }) => ({
      id,
      before: toCardChanges(columns),
      after: toCardChanges(after ?? {}),
    })),
    rejections,
    words: words.map(({ kind, subject, was }) => ({ kind, subject, was: was && toConceptWord(was) })),
    wroteFiles,
    drafts,
  }
}

/** What an undo brings back as a column. */
export function toBeforeColumn(learnerId: LearnerId, before: Before): Json<BeforeRows> {
  return toJson({
    notes: before.notes.map((note) => ({
      ...note,
      before: note.before && toNoteRow(learnerId, note.before),
    })),
    cards: before.cards.map((card) => ({
      id: card.id,
      columns: toCardColumns(card.before),
      ...(Object.keys(card.after).length === 0 ? {} : { after: toCardColumns(card.after) }),
    })),
    rejections: before.rejections,
    words: before.words.map((word) => ({ ...word, was: word.was && toConceptWordRow(learnerId, word.was) })),
    wroteFiles: before.wroteFiles,
    ...(before.drafts.length === 0 ? {} : { drafts: before.drafts }),
  })
}
