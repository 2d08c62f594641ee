import { itemsOf, statementOf } from '../../shared/fact/fact.ts'
import { v7 as uuidv7 } from 'uuid'
import type { GeneratedCard } from '../../shared/card/card.ts'
import type { Concept, ConceptKey, Conflict } from '../../shared/concept/concept.ts'
import type { SourceQuote } from '../../shared/note/note.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { CardNotesTable, CardsTable, ConceptsTable, ConflictsTable, FactsTable } from '../db/tables.ts'

/** The generator's side of a card. The learner's own wording, acceptance and history stay. */
export type GeneratedColumns = Pick<
  CardsTable,
  | 'card_key'
  | 'concept_id'
  | 'fact_key'
  | 'kind'
  | 'front'
  | 'back'
  | 'accepted'
  | 'status'
  | 'reasons'
  | 'sources'
>

/** Makes rows of what the generator proposes, with the ids that the database minted for notes and concepts. */
export class LibraryRows {
  readonly #learnerId: LearnerId
  readonly #now: number
  readonly #noteIds: ReadonlyMap<string, string>
  readonly #noteRanks: ReadonlyMap<string, number>
  readonly #conceptIds: ReadonlyMap<string, string>

  constructor(
    learnerId: LearnerId,
    now: number,
    noteIds: ReadonlyMap<string, string>,
    concepts: readonly Concept[],
    storedConcepts: readonly ConceptsTable[],
  ) {
    this.#learnerId = learnerId
    this.#now = now
    this.#noteIds = noteIds
    this.#noteRanks = new Map([...noteIds.keys()].sort().map((path, rank) => [path, rank]))
    const stored = new Map(storedConcepts.map((row) => [row.concept_key, row.id]))
    this.#conceptIds = new Map(concepts.map((concept) => [concept.key, stored.get(concept.key) ?? uuidv7()]))
  }

  concept(concept: Concept): ConceptsTable {
    return {
      learner_id: this.#learnerId,
      id: this.#conceptId(concept.key),
      concept_key: concept.key,
      term: plainTerm(concept.term),
      aliases: JSON.stringify(concept.aliases.map(plainTerm)),
      active: 1,
    }
  }

  facts(concept: Concept): FactsTable[] {
    return concept.facts.map((fact) => ({
      learner_id: this.#learnerId,
      fact_key: fact.key,
      concept_id: this.#conceptId(concept.key),
      term: plainTerm(fact.term),
      kind: fact.kind,
      statement: statementOf(fact),
      items: JSON.stringify(itemsOf(fact)),
      sources: this.#sources(fact.sources),
    }))
  }

  conflict(conflict: Conflict): ConflictsTable {
    return {
      learner_id: this.#learnerId,
      fact_key: conflict.factKey,
      concept_id: this.#conceptId(conflict.conceptKey),
      sentence: conflict.sentence,
      sides: JSON.stringify(conflict.sides),
    }
  }

  generated(card: GeneratedCard): GeneratedColumns {
    return {
      card_key: card.key,
      concept_id: this.#conceptId(card.conceptKey),
      fact_key: card.factKey,
      kind: card.content.kind,
      front: card.front,
      back: card.back,
      accepted: JSON.stringify(card.accepted),
      status: card.status,
      reasons: JSON.stringify(card.reasons),
      sources: this.#sources(card.sources),
    }
  }

  card(id: string, card: GeneratedCard): CardsTable {
    return {
      learner_id: this.#learnerId,
      id,
      ...this.generated(card),
      edited_front: null,
      edited_back: null,
      accepted_at: null,
      created_at: this.#now,
      waiting: null,
      proposed: null,
      kept_at: null,
      skipped_at: null,
      flag: null,
    }
  }

  /**
   * New cards come from all notes in turn, each from its top: what a note says first is what the rest of it builds on, and
   * a first day about one note alone would teach its neighbours by their order.
   */
  position(card: GeneratedCard): number {
    const first = card.sources[0]
    const line = Math.min(first?.lines[0] ?? 0, 999_999)
    return line * 100_000 + (this.#noteRanks.get(first?.file ?? '') ?? 0)
  }

  links(cardId: string, card: GeneratedCard): CardNotesTable[] {
    return [...new Set(card.sources.map((source) => this.#noteIds.get(source.file)))]
      .filter((noteId) => noteId !== undefined)
      .map((noteId) => ({ learner_id: this.#learnerId, card_id: cardId, note_id: noteId }))
  }

  #conceptId(key: ConceptKey): string {
    const id = this.#conceptIds.get(key)
    if (id === undefined) throw new Error(`Inconsistent: concept ${key} has no row`)
    return id
  }

  #sources(quotes: readonly SourceQuote[]): string {
    return JSON.stringify(
      quotes.map(({ file, lines, heading, text }) => ({
        noteId: this.#noteIds.get(file) ?? null,
        file,
        lines,
        heading,
        text,
      })),
    )
  }
}

/** A name in a list, a title or a menu is no place for code marks. */
function plainTerm(term: string): string {
  return term.replaceAll('`', '')
}

/** The columns of `wanted` that a stored row has otherwise. */
export function differing<Row extends object>(row: Row, wanted: Partial<Row>): Partial<Row> {
  const changed = Object.entries(wanted).filter(([column, value]) => row[column as keyof Row] !== value)
  return Object.fromEntries(changed) as Partial<Row>
}

/** The wanted rows that are new or stored otherwise. */
export function changedRows<Row extends object>(
  stored: readonly Row[],
  wanted: readonly Row[],
  keyOf: (row: Row) => string,
): Row[] {
  const byKey = new Map(stored.map((row) => [keyOf(row), row]))
  return wanted.filter((row) => {
    const known = byKey.get(keyOf(row))
    return known === undefined || Object.keys(differing(known, row)).length > 0
  })
}
