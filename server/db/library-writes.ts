import type { CardId, CardKey } from '../../shared/card/card.ts'
import type { CardStatus } from '../../shared/card/is-asked.ts'
import type { FactKey } from '../../shared/fact/fact.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { type Card, type CardChanges, toCardColumns, toCardRow } from './card-rows.ts'
import {
  type StoredConcept,
  type StoredConflict,
  type StoredFact,
  toConceptRow,
  toConflictRow,
  toFactRow,
} from './concept-rows.ts'
import { type NoteState, type StoredNote, toNoteRow } from './note-rows.ts'
import type {
  CardNotesTable,
  CardsTable,
  ConceptsTable,
  ConflictsTable,
  NotesTable,
  StatedFact,
} from './tables.ts'

/** The date and size under which an unchanged file lies now. */
export interface NoteStamp extends Pick<NoteState, 'modifiedUs' | 'sizeBytes'> {
  readonly id: NoteId
}

/** A card and a note that states its fact. */
export interface CardNote {
  readonly cardId: CardId
  readonly noteId: NoteId
}

/** Where a card stands among the new ones. */
export interface CardPlace {
  readonly id: CardId
  readonly position: number
}

/** Everything that a plan writes, and nothing that stands there already. */
export interface LibraryWrites {
  readonly notes: readonly StoredNote[]
  readonly stamps: readonly NoteStamp[]
  readonly missing: readonly NoteId[]
  readonly concepts: readonly StoredConcept[]
  readonly facts: readonly StoredFact[]
  readonly factsGone: readonly FactKey[]
  /** Null when the disagreements are the stored ones. */
  readonly conflicts: readonly StoredConflict[] | null
  readonly cards: readonly Card[]
  readonly cardUpdates: readonly { readonly id: CardId; readonly changes: CardChanges }[]
  /** Cards whose key moves: the unique index allows no overlap, not even for a moment. */
  readonly parked: readonly CardId[]
  readonly relinked: readonly CardId[]
  readonly links: readonly CardNote[]
  readonly places: readonly CardPlace[]
  /** Cards of which it may have changed whether they are asked. */
  readonly asked: readonly CardId[]
}

/**
 * The same as finished rows. The thread that plans makes them: what the server takes from it is flat text, and storing it
 * never holds up an answer.
 */
export interface LibraryRows extends Pick<
  LibraryWrites,
  'stamps' | 'missing' | 'factsGone' | 'parked' | 'relinked' | 'places' | 'asked'
> {
  readonly notes: readonly NotesTable[]
  readonly concepts: readonly ConceptsTable[]
  readonly facts: readonly StatedFact[]
  readonly conflicts: readonly ConflictsTable[] | null
  readonly cards: readonly CardsTable[]
  readonly cardUpdates: readonly { readonly id: CardId; readonly columns: Partial<CardsTable> }[]
  readonly links: readonly CardNotesTable[]
}

/** What a plan writes as rows. */
export function toLibraryRows(learnerId: LearnerId, writes: LibraryWrites): LibraryRows {
  const rows = <Value, Row>(values: readonly Value[], toRow: (learnerId: LearnerId, value: Value) => Row) =>
    values.map((value) => toRow(learnerId, value))
  return {
    ...writes,
    notes: rows(writes.notes, toNoteRow),
    concepts: rows(writes.concepts, toConceptRow),
    facts: rows(writes.facts, toFactRow),
    conflicts: writes.conflicts === null ? null : rows(writes.conflicts, toConflictRow),
    cards: rows(writes.cards, toCardRow),
    cardUpdates: writes.cardUpdates.map(({ id, changes }) => ({ id, columns: toCardColumns(changes) })),
    links: rows(writes.links, toCardNoteRow),
  }
}

/** What cards that a plan makes ask about, and the status that it gives to stored ones. */
export function plannedCards({ cards, cardUpdates }: LibraryRows): {
  readonly made: readonly CardKey[]
  readonly statusOf: (id: CardId) => CardStatus | undefined
} {
  const statuses = new Map(cardUpdates.map(({ id, columns }) => [id, columns.status]))
  return { made: cards.map((row) => row.card_key), statusOf: (id) => statuses.get(id) }
}

function toCardNoteRow(learnerId: LearnerId, { cardId, noteId }: CardNote): CardNotesTable {
  return { learner_id: learnerId, card_id: cardId, note_id: noteId }
}
