import { v7 as uuidv7 } from 'uuid'
import type { CardId, CardKey, GeneratedCard } from '../../shared/card/card.ts'
import { makeCards, readNote } from '../../shared/card/read-library.ts'
import { type CardChanges, type StoredCard, reconcileCards } from '../../shared/card/reconcile-cards.ts'
import type { Concept, ConceptKey, Conflict } from '../../shared/concept/concept.ts'
import type { Fact, FactKey } from '../../shared/fact/fact.ts'
import type { NoteProblem, SkippedLine, SourceQuote } from '../../shared/note/note.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import {
  type CardRow,
  type GeneratedColumns,
  insertCards,
  listAllCards,
  parkKeys,
  placeCards,
  replaceCardNotes,
  retireCards,
  updateGenerated,
} from '../db/cards.ts'
import { listConcepts, replaceFacts, saveConcepts } from '../db/concepts.ts'
import { type NoteSummary, listNotes, markNotesMissing, saveNotes } from '../db/notes.ts'
import { type Database, writing } from '../db/open-database.ts'
import { type LibrarySource, bodyHash, readerVersion } from './library-source.ts'
import type {
  CardsTable,
  ConceptsTable,
  ConflictsTable,
  FactsTable,
  NotesTable,
  Reader,
} from '../db/tables.ts'

/** What a reading of the notes would change, and everything needed to store it. */
export interface LibraryPlan {
  readonly notes: readonly NotesTable[]
  readonly missingNotes: readonly string[]
  /** Ids of the notes that were stored before. */
  readonly knownNotes: ReadonlySet<string>
  readonly concepts: readonly Concept[]
  readonly conflicts: readonly Conflict[]
  readonly changes: CardChanges
  readonly stored: ReadonlyMap<CardId, CardRow>
  readonly problems: readonly NoteProblem[]
  readonly noteIds: ReadonlyMap<string, string>
}

/** Reads the sources into cards and compares them with what is stored. Writes nothing. */
export async function planLibrary(
  db: Reader,
  learnerId: LearnerId,
  sources: readonly LibrarySource[],
  now: number,
): Promise<LibraryPlan> {
  const known = await listNotes(db, learnerId)
  const storedCards = await listAllCards(db, learnerId)
  const read = readChanged(known, sources, learnerId, now)
  const noteIds = new Map([...known, ...read.notes].map((note) => [note.path, note.id]))
  const present = new Set(sources.map((source) => source.path))
  const { concepts, conflicts, cards } = makeCards(read.facts)
  return {
    notes: read.notes,
    knownNotes: new Set(known.map((note) => note.id)),
    missingNotes: known
      .filter((note) => !present.has(note.path) && note.missing === 0)
      .map((note) => note.id),
    concepts,
    conflicts,
    changes: reconcileCards(storedCards.map(toStoredCard), cards),
    stored: new Map(storedCards.map((card) => [card.id as CardId, card])),
    problems: read.problems,
    noteIds,
  }
}

/** Stores a plan in one transaction. No card, event or note is ever deleted. */
export async function applyLibrary(
  db: Database,
  learnerId: LearnerId,
  plan: LibraryPlan,
  now: number,
): Promise<void> {
  await writing(db, async (trx) => {
    await saveNotes(trx, plan.notes)
    await markNotesMissing(trx, learnerId, plan.missingNotes)
    const concepts = conceptRows(learnerId, plan.concepts, await listConcepts(trx, learnerId))
    await saveConcepts(trx, learnerId, concepts)
    const conceptIds = new Map(concepts.map((row) => [row.concept_key as ConceptKey, row.id]))
    const rows = new RowMaker(learnerId, plan.noteIds, conceptIds, now)
    const { facts, conflicts } = factRows(learnerId, plan, rows)
    await replaceFacts(trx, learnerId, facts, conflicts)
    const { added, updated, moved, retired } = plan.changes
    await retireCards(trx, learnerId, retired)
    await parkKeys(
      trx,
      learnerId,
      moved.map(({ id }) => id),
    )
    for (const { id, card } of [...updated, ...moved])
      await updateGenerated(trx, learnerId, id, rows.generated(card))
    const fresh = added.map((card) => ({ id: uuidv7(), card }))
    await insertCards(
      trx,
      fresh.map(({ id, card }) => rows.card(id, card)),
    )
    const present = [...updated, ...moved, ...fresh]
    await replaceCardNotes(trx, learnerId, rows.cardNotes(present))
    await placeCards(
      trx,
      learnerId,
      present.map(({ id, card }) => ({ id, position: rows.position(card) })),
    )
  })
}

interface ReadNotes {
  /** Rows to store: new notes, changed ones, and those that came back. */
  readonly notes: readonly NotesTable[]
  readonly facts: readonly Fact[]
  readonly problems: readonly NoteProblem[]
}

/** An unchanged note keeps the facts of its last reading; only new and changed ones are parsed. */
function readChanged(
  known: readonly NoteSummary[],
  sources: readonly LibrarySource[],
  learnerId: LearnerId,
  now: number,
): ReadNotes {
  const byPath = new Map(known.map((note) => [note.path, note]))
  const notes: NotesTable[] = []
  const facts: Fact[] = []
  const problems: NoteProblem[] = []
  for (const source of sources) {
    const hash = bodyHash(source)
    const before = byPath.get(source.path)
    if (before?.body_hash === hash && before.reader_version === readerVersion && before.missing === 0) {
      facts.push(...(JSON.parse(before.facts) as Fact[]))
      problems.push(...(JSON.parse(before.problems) as NoteProblem[]))
      continue
    }
    const read = readNote(source)
    facts.push(...read.facts)
    problems.push(...read.problems)
    notes.push({
      learner_id: learnerId,
      id: before?.id ?? uuidv7(),
      path: source.path,
      origin: source.origin,
      title: read.title,
      body: source.text,
      line_count: source.text.split('\n').length,
      body_hash: hash,
      reader_version: readerVersion,
      facts: JSON.stringify(read.facts),
      skipped: JSON.stringify(read.skipped satisfies readonly SkippedLine[]),
      problems: JSON.stringify(read.problems),
      read_at: now,
      missing: 0,
    })
  }
  return { notes, facts, problems }
}

function toStoredCard(row: CardRow & { concept_key: string }): StoredCard {
  const sources = JSON.parse(row.sources) as SourceQuote[]
  return {
    id: row.id as CardId,
    key: row.card_key as CardKey,
    kind: row.kind as StoredCard['kind'],
    front: row.front,
    back: row.back,
    conceptKey: row.concept_key as ConceptKey,
    factKey: row.fact_key as FactKey,
    files: sources.map((source) => source.file),
    retired: row.status === 'retired',
  }
}

function conceptRows(
  learnerId: LearnerId,
  concepts: readonly Concept[],
  stored: readonly ConceptsTable[],
): ConceptsTable[] {
  const ids = new Map(stored.map((row) => [row.concept_key, row.id]))
  return concepts.map((concept) => ({
    learner_id: learnerId,
    id: ids.get(concept.key) ?? uuidv7(),
    concept_key: concept.key,
    term: plainTerm(concept.term),
    aliases: JSON.stringify(concept.aliases.map(plainTerm)),
    active: 1,
  }))
}

/** A name in a list, a title or a menu is no place for code marks. */
function plainTerm(term: string): string {
  return term.replaceAll('`', '')
}

function factRows(
  learnerId: LearnerId,
  plan: LibraryPlan,
  rows: RowMaker,
): { facts: FactsTable[]; conflicts: ConflictsTable[] } {
  const facts = plan.concepts.flatMap((concept) =>
    concept.facts.map((fact) => ({
      learner_id: learnerId,
      fact_key: fact.key,
      concept_id: rows.conceptId(concept.key),
      kind: fact.kind,
      statement: fact.statement,
      items: JSON.stringify(fact.items),
      sources: rows.sources(fact.sources),
    })),
  )
  const conflicts = plan.conflicts.map((conflict) => ({
    learner_id: learnerId,
    fact_key: conflict.factKey,
    concept_id: rows.conceptId(conflict.conceptKey),
    sentence: conflict.sentence,
    sides: JSON.stringify(conflict.sides),
  }))
  return { facts, conflicts }
}

/** Makes rows of what the generator proposes, with the ids that the database minted for notes and concepts. */
class RowMaker {
  readonly #learnerId: LearnerId
  readonly #noteIds: ReadonlyMap<string, string>
  readonly #conceptIds: ReadonlyMap<ConceptKey, string>
  readonly #noteRanks: ReadonlyMap<string, number>
  readonly #now: number

  constructor(
    learnerId: LearnerId,
    noteIds: ReadonlyMap<string, string>,
    conceptIds: ReadonlyMap<ConceptKey, string>,
    now: number,
  ) {
    this.#learnerId = learnerId
    this.#noteIds = noteIds
    this.#conceptIds = conceptIds
    this.#noteRanks = new Map([...noteIds.keys()].sort().map((path, rank) => [path, rank]))
    this.#now = now
  }

  conceptId(key: ConceptKey): string {
    const id = this.#conceptIds.get(key)
    if (id === undefined) throw new Error(`Inconsistent: concept ${key} has no row`)
    return id
  }

  sources(quotes: readonly SourceQuote[]): string {
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

  generated(card: GeneratedCard): GeneratedColumns {
    return {
      card_key: card.key,
      concept_id: this.conceptId(card.conceptKey),
      fact_key: card.factKey,
      kind: card.kind,
      front: card.front,
      back: card.back,
      accepted: JSON.stringify(card.accepted),
      status: card.status,
      reasons: JSON.stringify(card.reasons),
      sources: this.sources(card.sources),
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

  cardNotes(cards: readonly { id: string; card: GeneratedCard }[]) {
    return cards.flatMap(({ id, card }) =>
      [...new Set(card.sources.map((source) => this.#noteIds.get(source.file)))]
        .filter((noteId) => noteId !== undefined)
        .map((noteId) => ({ learner_id: this.#learnerId, card_id: id, note_id: noteId })),
    )
  }
}
