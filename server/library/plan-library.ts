import { v7 as uuidv7 } from 'uuid'
import type { CardId, CardKey, GeneratedCard } from '../../shared/card/card.ts'
import { type HeldChanges, holdChanges } from '../../shared/card/hold-changes.ts'
import { type Library, makeCards } from '../../shared/card/read-library.ts'
import { reconcileCards } from '../../shared/card/reconcile-cards.ts'
import type { StoredCard } from '../../shared/card/stored-card.ts'
import { withoutRejected } from '../../shared/card/rejected-spans.ts'
import type { ConceptsByHand } from '../../shared/concept/by-hand.ts'
import type { ConceptKey } from '../../shared/concept/concept.ts'
import type { FactKey } from '../../shared/fact/fact.ts'
import type { SourceQuote } from '../../shared/note/note.ts'
import { type CardRow, listAllCards, listCardNotes, listPlaces } from '../db/cards.ts'
import { listConceptWords } from '../db/concept-words.ts'
import { listAllFacts, listConcepts, listConflicts } from '../db/concepts.ts'
import { type NoteSummary, listNotes } from '../db/notes.ts'
import { listRejections } from '../db/rejections.ts'
import type { CardsTable, ConceptWordsTable, NotesTable, Reader } from '../db/tables.ts'
import { beforeOf, hasNewText } from './before.ts'
import { toImportReply } from './import-reply.ts'
import type { Before, LibraryPlan, LibraryWrites, PlanHooks, PlanRequest } from './library-plan.ts'
import { LibraryRows, changedRows, differing } from './library-rows.ts'
import { type ReadLibrary, readChanged, readStored } from './read-changed.ts'

export type StoredRow = CardRow & { concept_key: string }
type Stored = Awaited<ReturnType<typeof gatherStored>>

/**
 * What a reading of the notes, an undo or a word about a concept would change. Writes nothing. Long for a large library:
 * the server runs it in a thread of its own.
 */
export async function planLibrary(db: Reader, request: PlanRequest, hooks: PlanHooks): Promise<LibraryPlan> {
  const stored = await gatherStored(db, request)
  const read =
    request.from === 'disk'
      ? await readChanged(db, stored.notes, request, hooks)
      : await readStored(db, stored.notes, stored.restoredNotes, request.learnerId)
  await hooks.gate()
  const library = makeCards(read.facts, toByHand(stored.words))
  const cards = withoutRejected(library.cards, stored.rejected)
  const known = new Map(stored.cards.map((row) => [row.id, toStoredCard(row)]))
  const held = holdChanges(
    reconcileCards([...known.values()], cards),
    known,
    holdRules(stored, read, request),
  )
  await hooks.gate()
  const writes = toWrites(stored, read, library, held, request)
  const before = request.restore === null ? await beforeOf(db, stored, writes, request) : null
  return {
    request,
    writes,
    before,
    changes: changesAnything(writes, stored),
    reply: toImportReply({
      held,
      library,
      read,
      stored: stored.cardsById,
      noteStates: stored.noteStates,
      disputed: new Set(stored.conflicts.map((conflict) => conflict.fact_key)),
    }),
    unreadable: read.unreadable,
  }
}

/** Everything stored, as it would be after what is restored and said by hand. */
async function gatherStored(db: Reader, { learnerId, restore, words }: PlanRequest) {
  const realNotes = await listNotes(db, learnerId)
  const realCards = await listAllCards(db, learnerId)
  const realWords = await listConceptWords(db, learnerId)
  const rejections = await listRejections(db, learnerId)
  const places = await listPlaces(db, learnerId)
  const restoredNotes = restoreNotes(realNotes, restore)
  const restored = new Map(restoredNotes.map((note) => [note.id, note]))
  const columns = new Map((restore?.cards ?? []).map((card) => [card.id, card.columns]))
  const cards = realCards.map((row) => ({ ...row, ...columns.get(row.id) }))
  const undone = new Set(restore?.rejections)
  return {
    notes: realNotes.map((note): NoteSummary => restored.get(note.id) ?? note),
    noteStates: new Map(realNotes.map((note) => [note.id, note])),
    restoredNotes,
    realCards: new Map(realCards.map((row) => [row.id, row])),
    cards,
    cardsById: new Map(cards.map((row) => [row.id as CardId, row])),
    restoredColumns: columns,
    answered: new Set(places.filter(({ answers }) => answers > 0).map(({ id }) => id)),
    places: new Map(places.map(({ id, position }) => [id, position])),
    realWords,
    words: spokenWords(realWords, restore, words),
    rejected: new Set(rejections.filter(({ id }) => !undone.has(id)).map(({ span }) => span)),
    concepts: await listConcepts(db, learnerId),
    facts: await listAllFacts(db, learnerId),
    conflicts: await listConflicts(db, learnerId),
    links: await listCardNotes(db, learnerId),
  }
}

/** The rows of notes that an undo brings back. The text that is taken back is remembered, so that it is not read again. */
function restoreNotes(notes: readonly NoteSummary[], restore: Before | null): NotesTable[] {
  const byId = new Map(notes.map((note) => [note.id, note]))
  return (restore?.notes ?? []).flatMap(({ id, before, after }) => {
    const now = byId.get(id)
    if (now === undefined) return []
    const held = restore?.wroteFiles === true ? null : after
    const stamp = { modified_us: now.modified_us, size_bytes: now.size_bytes, held_hash: held }
    // A note that was not there stays in the table, out of sight: cards and history name it.
    return [before === null ? { ...now, body: '', missing: 1, ...stamp } : { ...before, ...stamp }]
  })
}

function spokenWords(
  stored: readonly ConceptWordsTable[],
  restore: Before | null,
  more: readonly ConceptWordsTable[],
): ConceptWordsTable[] {
  const nameOf = ({ kind, subject }: Pick<ConceptWordsTable, 'kind' | 'subject'>) => `${kind} ${subject}`
  const gone = new Set([...(restore?.words ?? []), ...more].map(nameOf))
  const back = (restore?.words ?? []).flatMap(({ was }) => was ?? [])
  return [...stored.filter((word) => !gone.has(nameOf(word))), ...back, ...more]
}

function toByHand(words: readonly ConceptWordsTable[]): ConceptsByHand {
  const of = (kind: ConceptWordsTable['kind']) => words.filter((word) => word.kind === kind)
  return {
    apart: new Set(of('apart').map((word) => word.subject)),
    joined: new Map(of('joined').map((word) => [word.subject as ConceptKey, word.value as ConceptKey])),
    called: new Map(of('called').map((word) => [word.subject as ConceptKey, word.value ?? ''])),
    sides: new Map(of('side').map((word) => [word.subject as FactKey, word.value])),
  }
}

function toStoredCard(row: StoredRow): StoredCard {
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

function holdRules(
  stored: Stored,
  read: ReadLibrary,
  request: PlanRequest,
): Parameters<typeof holdChanges>[2] {
  const rowOf = (card: StoredCard) => stored.cardsById.get(card.id)
  const decided = new Set(request.decided)
  const gone = new Set(read.missing)
  const moving = new Set([
    ...read.notes.filter((note) => hasNewText(note, stored.noteStates)).map((note) => note.path),
    ...stored.notes.filter((note) => gone.has(note.id)).map((note) => note.path),
  ])
  return {
    isAsked: (card) => {
      const row = rowOf(card)
      return row !== undefined && (row.status === 'ready' || row.accepted_at !== null)
    },
    isKept: (card) => rowOf(card)?.kept_at != null,
    isDecided: (card) => {
      if (card.files.some((file) => decided.has(file))) return true
      // When only the rules of reading changed, nobody misses a card that was never seen.
      const isUnseen = !stored.answered.has(card.id) && rowOf(card)?.waiting === null
      return isUnseen && !card.files.some((file) => moving.has(file))
    },
  }
}

function toWrites(
  stored: Stored,
  read: ReadLibrary,
  library: Library,
  held: HeldChanges,
  request: PlanRequest,
): LibraryWrites {
  const { learnerId, now } = request
  const noteIds = new Map([...stored.notes, ...read.notes].map((note) => [note.path, note.id]))
  const rows = new LibraryRows(learnerId, now, noteIds, library.concepts, stored.concepts)
  const fresh = held.added.map((card) => ({ id: uuidv7(), card }))
  const present = [...held.updated, ...held.moved, ...held.otherMeaning, ...fresh]
  const cardUpdates = updatesOf(stored, held, rows)
  const links = linksOf(stored, present, rows)
  const facts = library.concepts.flatMap((concept) => rows.facts(concept))
  const factKeys = new Set(facts.map((fact) => fact.fact_key))
  const rereads = new Set(read.notes.map((note) => note.id))
  const writes: LibraryWrites = {
    notes: [...stored.restoredNotes.filter((note) => !rereads.has(note.id)), ...read.notes],
    stamps: [...read.stamps],
    missing: [...read.missing],
    concepts: conceptsOf(stored, library, held, rows),
    facts: changedRows(stored.facts, facts, (fact) => fact.fact_key),
    factsGone: stored.facts.map((fact) => fact.fact_key).filter((key) => !factKeys.has(key)),
    conflicts: null,
    cards: fresh.map(({ id, card }) => rows.card(id, card)),
    cardUpdates,
    parked: cardUpdates.filter(({ columns }) => columns.card_key !== undefined).map(({ id }) => id),
    ...links,
    places: present.flatMap(({ id, card }) => {
      const position = rows.position(card)
      return stored.places.get(id) === position ? [] : [{ id, position }]
    }),
    asked: [
      ...fresh.map(({ id }) => id),
      ...cardUpdates
        .filter(({ columns }) => columns.status !== undefined || columns.accepted_at !== undefined)
        .map(({ id }) => id),
    ],
  }
  const conflicts = library.conflicts.map((conflict) => rows.conflict(conflict))
  const isSame =
    conflicts.length === stored.conflicts.length &&
    changedRows(stored.conflicts, conflicts, (conflict) => conflict.fact_key).length === 0
  return isSame ? writes : { ...writes, conflicts }
}

const settled = { waiting: null, proposed: null, kept_at: null } as const

/** The columns of stored cards that change: what is restored first, what the notes say now over it. */
function updatesOf(stored: Stored, held: HeldChanges, rows: LibraryRows): LibraryWrites['cardUpdates'] {
  const wanted = new Map<string, Partial<CardsTable>>(stored.restoredColumns)
  const want = (id: string, columns: Partial<CardsTable>) => wanted.set(id, { ...wanted.get(id), ...columns })
  for (const { id, card } of [...held.updated, ...held.moved])
    want(id, { ...rows.generated(card), ...settled })
  for (const id of held.retired) want(id, { status: 'retired', ...settled })
  for (const id of held.gone) want(id, { waiting: 'gone', proposed: null })
  for (const { id, card } of held.otherMeaning) want(id, waitingColumns(card, rows))
  return [...wanted].flatMap(([id, columns]) => {
    const row = stored.realCards.get(id)
    if (row === undefined) throw new Error(`Inconsistent: card ${id} is changed and not stored`)
    const changed = differing<CardsTable>(row, columns)
    return Object.keys(changed).length === 0 ? [] : [{ id, columns: changed }]
  })
}

/** What the notes say now waits beside the card; its place in the notes follows at once. */
function waitingColumns(card: GeneratedCard, rows: LibraryRows): Partial<CardsTable> {
  const { concept_id, fact_key, sources, ...asked } = rows.generated(card)
  const { kind, front, back, accepted, status, reasons } = asked
  return {
    concept_id,
    fact_key,
    sources,
    waiting: 'meaning',
    proposed: JSON.stringify({ kind, front, back, accepted, status, reasons }),
  }
}

function conceptsOf(
  stored: Stored,
  library: Library,
  held: HeldChanges,
  rows: LibraryRows,
): LibraryWrites['concepts'] {
  const wanted = library.concepts.map((concept) => rows.concept(concept))
  const named = new Set(wanted.map((row) => row.id))
  // A concept lives as long as one of its cards is asked, whether or not a note still speaks of it.
  const stillAsked = new Set([...held.gone, ...held.kept].map((id) => stored.cardsById.get(id)?.concept_id))
  const resting = stored.concepts
    .filter((row) => !named.has(row.id))
    .map((row) => ({ ...row, active: stillAsked.has(row.id) ? 1 : 0 }))
  return changedRows(stored.concepts, [...wanted, ...resting], (row) => row.id)
}

function linksOf(
  stored: Stored,
  present: readonly { readonly id: string; readonly card: GeneratedCard }[],
  rows: LibraryRows,
): Pick<LibraryWrites, 'relinked' | 'links'> {
  const known = new Map<string, string>()
  for (const { card_id, note_id } of [...stored.links].sort((a, b) => (a.note_id < b.note_id ? -1 : 1)))
    known.set(card_id, `${known.get(card_id) ?? ''} ${note_id}`)
  const relinked: string[] = []
  const links: LibraryWrites['links'] = []
  for (const { id, card } of present) {
    const own = rows.links(id, card)
    const names = own
      .map((link) => link.note_id)
      .sort()
      .map((name) => ` ${name}`)
      .join('')
    if (names === (known.get(id) ?? '')) continue
    if (known.has(id)) relinked.push(id)
    links.push(...own)
  }
  return { relinked, links }
}

/** Whether anything is another than before. A note that newer rules only read again is not. */
function changesAnything({ stamps: _stamps, notes, ...others }: LibraryWrites, stored: Stored): boolean {
  return (
    notes.some((note) => hasNewText(note, stored.noteStates)) ||
    Object.values(others).some((rows) => rows !== null && (rows as readonly unknown[]).length > 0)
  )
}
