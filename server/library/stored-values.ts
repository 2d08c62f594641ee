import { v7 as uuidv7 } from 'uuid'
import type { Source } from '../../shared/api/common.ts'
import { isSameValue } from '../../shared/basics/same-value.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { CardId, GeneratedCard } from '../../shared/card/card.ts'
import type { Concept, ConceptId, ConceptKey, Conflict } from '../../shared/concept/concept.ts'
import { itemsOf, statementOf } from '../../shared/fact/fact.ts'
import type { NoteId, SourceQuote } from '../../shared/note/note.ts'
import type { Card, DrawnCard } from '../db/card-rows.ts'
import type { StoredConcept, StoredConflict, StoredFact } from '../db/concept-rows.ts'
import type { CardNote } from '../db/library-writes.ts'
import { draftsFolder, uploadPrefix } from './gather-notes.ts'

/** The notes' side of a card. The learner's own wording, acceptance and history stay. */
export type NotesSide = DrawnCard & Pick<Card, 'key' | 'conceptId' | 'factKey' | 'sources' | 'languages'>

/** What the generator proposes as it is stored, with the ids that the database minted for notes and concepts. */
export class StoredValues {
  readonly #now: EpochMs
  readonly #noteIds: ReadonlyMap<string, NoteId>
  readonly #noteRanks: ReadonlyMap<string, number>
  readonly #conceptIds: ReadonlyMap<string, ConceptId>

  constructor(
    now: EpochMs,
    noteIds: ReadonlyMap<string, NoteId>,
    concepts: readonly Concept[],
    storedConcepts: readonly StoredConcept[],
  ) {
    this.#now = now
    this.#noteIds = noteIds
    this.#noteRanks = new Map([...noteIds.keys()].sort().map((path, rank) => [path, rank]))
    const stored = new Map(storedConcepts.map((concept) => [concept.key, concept.id]))
    this.#conceptIds = new Map(
      concepts.map((concept) => [concept.key, stored.get(concept.key) ?? (uuidv7() as ConceptId)]),
    )
  }

  concept(concept: Concept): StoredConcept {
    return {
      id: this.#conceptId(concept.key),
      key: concept.key,
      term: plainTerm(concept.term),
      aliases: concept.aliases.map(plainTerm),
      topic: ownTopic(concept.topic),
      active: true,
    }
  }

  facts(concept: Concept): StoredFact[] {
    return concept.facts.map((fact) => ({
      key: fact.key,
      conceptId: this.#conceptId(concept.key),
      term: plainTerm(fact.term),
      kind: fact.kind,
      statement: statementOf(fact),
      items: itemsOf(fact),
      sources: this.#sources(fact.sources),
      topic: ownTopic(fact.topic),
      byTopic: concept.byTopic.has(fact.key),
    }))
  }

  conflict({ factKey, conceptKey, sentence, sides }: Conflict): StoredConflict {
    return { factKey, conceptId: this.#conceptId(conceptKey), sentence, sides }
  }

  notesSide(card: GeneratedCard): NotesSide {
    const { key, factKey, content, front, back, accepted, languages, status, reasons } = card
    return {
      key,
      conceptId: this.#conceptId(card.conceptKey),
      factKey,
      kind: content.kind,
      front,
      back,
      accepted,
      status,
      reasons,
      sources: this.#sources(card.sources),
      languages,
    }
  }

  card(id: CardId, card: GeneratedCard): Card {
    return {
      id,
      ...this.notesSide(card),
      ownFront: null,
      ownBack: null,
      acceptedAt: null,
      createdAt: this.#now,
      waiting: null,
      proposed: null,
      keptAt: null,
      skippedAt: null,
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

  links(cardId: CardId, card: GeneratedCard): CardNote[] {
    return [...new Set(card.sources.map((source) => this.#noteIds.get(source.file)))]
      .filter((noteId) => noteId !== undefined)
      .map((noteId) => ({ cardId, noteId }))
  }

  #conceptId(key: ConceptKey): ConceptId {
    const id = this.#conceptIds.get(key)
    if (id === undefined) throw new Error(`Inconsistent: concept ${key} has no id`)
    return id
  }

  #sources(quotes: readonly SourceQuote[]): Source[] {
    return quotes.map(({ file, lines, heading, text }) => ({
      noteId: this.#noteIds.get(file) ?? null,
      file,
      lines: [...lines],
      heading: [...heading],
      text: [...text],
    }))
  }
}

/** Notes that were brought in, and drafted cards, lie in folders of ours, which are no topic of the learner's. */
function ownTopic(topic: readonly string[]): readonly string[] {
  const without = (folder: string, path: readonly string[]) =>
    `${path[0] ?? ''}/` === folder ? path.slice(1) : path
  return without(draftsFolder, without(uploadPrefix, topic)).map(plainTerm)
}

/** A name in a list, a title or a menu is no place for code marks. */
function plainTerm(term: string): string {
  return term.replaceAll('`', '')
}

/** The fields of `wanted` that are stored otherwise. */
export function differing<Value extends object>(stored: Value, wanted: Partial<Value>): Partial<Value> {
  const changed = Object.entries(wanted).filter(
    ([field, value]) => !isSameValue(stored[field as keyof Value], value),
  )
  return Object.fromEntries(changed) as Partial<Value>
}

/** The wanted values that are new or stored otherwise. */
export function changedValues<Value extends object>(
  stored: readonly Value[],
  wanted: readonly Value[],
  keyOf: (value: Value) => string,
): Value[] {
  const byKey = new Map(stored.map((value) => [keyOf(value), value]))
  return wanted.filter((value) => {
    const known = byKey.get(keyOf(value))
    return known === undefined || Object.keys(differing(known, value)).length > 0
  })
}
