import { v7 as uuidv7 } from 'uuid'
import type { CardId, GeneratedCard } from '../../shared/card/card.ts'
import { type HeldChanges, type HoldRules, holdChanges } from '../../shared/card/hold-changes.ts'
import { type Library, makeCards } from '../../shared/card/read-library.ts'
import { isAsked } from '../../shared/card/is-asked.ts'
import { reconcileCards } from '../../shared/card/reconcile-cards.ts'
import type { StoredCard } from '../../shared/card/stored-card.ts'
import { withoutRejected } from '../../shared/card/rejected-spans.ts'
import { type TasteRules, keepByTaste } from '../../shared/card/keep-by-taste.ts'
import type { ConceptsByHand } from '../../shared/concept/by-hand.ts'
import type { ConceptKey } from '../../shared/concept/concept.ts'
import { isQuoting } from '../../shared/draft/quoted-sources.ts'
import type { FactKey } from '../../shared/fact/fact.ts'
import { type Before, toBeforeColumn } from '../db/before-column.ts'
import { listCardDecisions } from '../db/card-decisions.ts'
import type { Card, CardChanges } from '../db/card-rows.ts'
import { listAllCards, listCardNotes, listPlaces } from '../db/cards.ts'
import type { ConceptWord } from '../db/concept-rows.ts'
import { listConceptWords } from '../db/concept-words.ts'
import { listConcepts, listConflicts, readKnownFacts } from '../db/concepts.ts'
import { type CardNote, type LibraryWrites, toLibraryRows } from '../db/library-writes.ts'
import type { NoteSummary, StoredNote } from '../db/note-rows.ts'
import { listNotes } from '../db/notes.ts'
import { listRejections } from '../db/rejections.ts'
import type { Reader } from '../db/tables.ts'
import { beforeOf, hasNewText } from './before.ts'
import { toImportReply } from './import-reply.ts'
import type { LibraryPlan, PlanHooks, PlanRequest } from './library-plan.ts'
import { readQuotes } from './quoted-notes.ts'
import { readTaste } from './read-taste.ts'
import { StoredValues, changedValues, differing } from './stored-values.ts'
import { type ReadLibrary, readChanged, readStored } from './read-changed.ts'

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
  const facts = await readQuotes(db, request.learnerId, stored, read)
  const library = makeCards(facts, toByHand(stored.words), (file) => read.genres.get(file) ?? 'study')
  const cards = withoutRejected(library.cards, stored.rejected)
  const known = new Map(stored.cards.map((card) => [card.id, toStoredCard(card)]))
  const held = holdChanges(
    keepByTaste(reconcileCards([...known.values()], cards), stored.taste, tasteRules(stored, request)),
    known,
    holdRules(stored, read, request),
  )
  await hooks.gate()
  const writes = toWrites(stored, read, library, held, request)
  const before = request.restore === null ? await beforeOf(db, stored, writes, request) : null
  return {
    request,
    rows: toLibraryRows(request.learnerId, writes),
    before: before && toBeforeColumn(request.learnerId, before),
    changes: changesAnything(writes, stored),
    reply: toImportReply({
      held,
      library,
      read,
      stored: stored.cardsById,
      noteStates: stored.noteStates,
      disputed: new Set(stored.conflicts.map((conflict) => conflict.factKey)),
    }),
    unreadable: read.unreadable,
  }
}

/** Everything stored, as it would be after what is restored and said by hand. */
async function gatherStored(db: Reader, { learnerId, restore, undoes, words }: PlanRequest) {
  const realNotes = await listNotes(db, learnerId)
  const realCards = await listAllCards(db, learnerId)
  const realWords = await listConceptWords(db, learnerId)
  const rejections = await listRejections(db, learnerId)
  const places = await listPlaces(db, learnerId)
  const taste = await readTaste(db, learnerId)
  const decisions = await listCardDecisions(db, learnerId, undoes)
  const restoredNotes = restoreNotes(realNotes, restore)
  const restored = new Map(restoredNotes.map((note) => [note.id, note]))
  const changes = new Map((restore?.cards ?? []).map((card) => [card.id, card.before]))
  const cards = realCards.map((card) => ({ ...card, ...changes.get(card.id) }))
  const undone = new Set(restore?.rejections)
  return {
    notes: realNotes.map((note): NoteSummary => restored.get(note.id) ?? note),
    noteStates: new Map(realNotes.map((note) => [note.id, note])),
    restoredNotes,
    realCards: new Map(realCards.map((card): [CardId, Card] => [card.id, card])),
    cards,
    cardsById: new Map(cards.map((card): [CardId, Card] => [card.id, card])),
    restoredChanges: changes,
    answered: new Set(places.filter(({ answers }) => answers > 0).map(({ id }) => id)),
    places: new Map(places.map(({ id, position }) => [id, position])),
    taste,
    decidedOn: new Set(decisions.map(({ cardId }) => cardId)),
    realWords,
    words: spokenWords(realWords, restore, words),
    rejected: new Set(rejections.filter(({ id }) => !undone.has(id)).map(({ span }) => span)),
    concepts: await listConcepts(db, learnerId),
    facts: await readKnownFacts(db, learnerId),
    conflicts: await listConflicts(db, learnerId),
    links: await listCardNotes(db, learnerId),
  }
}

/** The notes that an undo brings back. The text that is taken back is remembered, so that it is not read again. */
function restoreNotes(notes: readonly NoteSummary[], restore: Before | null): StoredNote[] {
  const byId = new Map(notes.map((note) => [note.id, note]))
  return (restore?.notes ?? []).flatMap(({ id, before, after }) => {
    const now = byId.get(id)
    if (now === undefined) return []
    const held = restore?.wroteFiles === true ? null : after
    const stamp = { modifiedUs: now.modifiedUs, sizeBytes: now.sizeBytes, heldHash: held }
    // A note that was not there stays in the table, out of sight: cards and history name it.
    return [before === null ? { ...now, body: '', missing: true, ...stamp } : { ...before, ...stamp }]
  })
}

function spokenWords(
  stored: readonly ConceptWord[],
  restore: Before | null,
  more: readonly ConceptWord[],
): ConceptWord[] {
  const nameOf = ({ kind, subject }: Pick<ConceptWord, 'kind' | 'subject'>) => `${kind} ${subject}`
  const gone = new Set([...(restore?.words ?? []), ...more].map(nameOf))
  const back = (restore?.words ?? []).flatMap(({ was }) => was ?? [])
  return [...stored.filter((word) => !gone.has(nameOf(word))), ...back, ...more]
}

function toByHand(words: readonly ConceptWord[]): ConceptsByHand {
  const of = (kind: ConceptWord['kind']) => words.filter((word) => word.kind === kind)
  return {
    apart: new Set(of('apart').map((word) => word.subject)),
    joined: new Map(of('joined').map((word) => [word.subject as ConceptKey, word.value as ConceptKey])),
    called: new Map(of('called').map((word) => [word.subject as ConceptKey, word.value ?? ''])),
    sides: new Map(of('side').map((word) => [word.subject as FactKey, word.value])),
  }
}

function toStoredCard(card: Stored['cards'][number]): StoredCard {
  const { id, key, kind, front, back, conceptKey, factKey, sources, status } = card
  return {
    id,
    key,
    kind,
    front,
    back,
    conceptKey,
    factKey,
    files: sources.map((source) => source.file),
    retired: status === 'retired',
  }
}

function holdRules(stored: Stored, read: ReadLibrary, request: PlanRequest): HoldRules {
  const storedAs = (card: StoredCard) => storedCard(stored.cardsById, card.id)
  const decided = new Set(request.decided)
  // A drafted card quotes another note than the one that it is written in.
  const rewritten = new Set(
    stored.notes
      .filter(({ path }) => decided.has(path))
      .flatMap(({ facts }) => facts.filter(isQuoting).map(({ key }) => key)),
  )
  const gone = new Set(read.missing)
  const moving = new Set([
    ...read.notes.filter((note) => hasNewText(note, stored.noteStates)).map((note) => note.path),
    ...stored.notes.filter((note) => gone.has(note.id)).map((note) => note.path),
  ])
  return {
    isAsked: (card) => isAsked(storedAs(card)),
    isKept: (card) => storedAs(card).keptAt !== null,
    isDecided: (card) => {
      if (card.files.some((file) => decided.has(file)) || rewritten.has(card.factKey)) return true
      // Nobody misses a card that was never answered, unless they put it in their own words.
      if (stored.answered.has(card.id) || isInOwnWords(storedAs(card))) return false
      // What waits already goes on waiting when only the rules of reading changed.
      return storedAs(card).waiting === null || card.files.some((file) => moving.has(file))
    },
  }
}

const isInOwnWords = ({ ownFront, ownBack }: Card): boolean => ownFront !== null || ownBack !== null

/** A card that the learner met in some way stays, whatever its worth is thought to be. */
function tasteRules(stored: Stored, { wanted }: PlanRequest): TasteRules {
  const keys = new Set(wanted)
  return {
    isMet: (id) => {
      const card = storedCard(stored.cardsById, id)
      const said = [card.acceptedAt, card.keptAt, card.flag].some((word) => word !== null)
      return said || stored.answered.has(id) || stored.decidedOn.has(id) || isInOwnWords(card)
    },
    isWanted: (key) => keys.has(key),
    isRetired: (id) => storedCard(stored.cardsById, id).status === 'retired',
  }
}

function toWrites(
  stored: Stored,
  read: ReadLibrary,
  library: Library,
  held: HeldChanges,
  request: PlanRequest,
): LibraryWrites {
  const noteIds = new Map([...stored.notes, ...read.notes].map((note) => [note.path, note.id]))
  const values = new StoredValues(request.now, noteIds, library.concepts, stored.concepts)
  const fresh = held.added.map((card) => ({ id: uuidv7() as CardId, card }))
  const present = [...held.updated, ...held.moved, ...held.otherMeaning, ...fresh]
  const cardUpdates = updatesOf(stored, held, values, request)
  const links = linksOf(stored, present, values)
  const facts = library.concepts.flatMap((concept) => values.facts(concept))
  const factKeys = new Set(facts.map((fact) => fact.key))
  const rereads = new Set(read.notes.map((note) => note.id))
  const writes: LibraryWrites = {
    notes: [...stored.restoredNotes.filter((note) => !rereads.has(note.id)), ...read.notes],
    stamps: [...read.stamps],
    missing: [...read.missing],
    concepts: conceptsOf(stored, library, held, values),
    facts: facts.filter((fact) => !stored.facts.hold(fact)),
    factsGone: stored.facts.keys.filter((key) => !factKeys.has(key)),
    conflicts: null,
    cards: fresh.map(({ id, card }) => ({ ...values.card(id, card), ...acceptance(card, request) })),
    cardUpdates,
    parked: cardUpdates.filter(({ changes }) => changes.key !== undefined).map(({ id }) => id),
    ...links,
    places: present.flatMap(({ id, card }) => {
      const position = values.position(card)
      return stored.places.get(id) === position ? [] : [{ id, position }]
    }),
    asked: [
      ...fresh.map(({ id }) => id),
      ...cardUpdates
        .filter(({ changes }) => changes.status !== undefined || changes.acceptedAt !== undefined)
        .map(({ id }) => id),
    ],
  }
  const conflicts = library.conflicts.map((conflict) => values.conflict(conflict))
  const isSame =
    conflicts.length === stored.conflicts.length &&
    changedValues(stored.conflicts, conflicts, (conflict) => conflict.factKey).length === 0
  return isSame ? writes : { ...writes, conflicts }
}

const settled = { waiting: null, proposed: null, keptAt: null } as const

/** The fields of stored cards that change: what is restored first, what the notes say now over it. */
function updatesOf(
  stored: Stored,
  held: HeldChanges,
  values: StoredValues,
  request: PlanRequest,
): LibraryWrites['cardUpdates'] {
  const wanted = new Map<CardId, CardChanges>(stored.restoredChanges)
  const want = (id: CardId, changes: CardChanges) => wanted.set(id, { ...wanted.get(id), ...changes })
  for (const { id, card } of [...held.updated, ...held.moved])
    want(id, {
      ...values.notesSide(card),
      ...(staysAsked(stored, id, card) ? { status: 'ready' as const } : {}),
      ...settled,
      ...acceptance(card, request),
    })
  for (const id of held.retired) want(id, { status: 'retired', ...settled })
  for (const id of held.gone) want(id, { waiting: 'gone', proposed: null })
  for (const { id, card } of held.otherMeaning) want(id, waitingChanges(card, values))
  return [...wanted].flatMap(([id, changes]) => {
    const changed = differing<Card>(storedCard(stored.realCards, id), changes)
    return Object.keys(changed).length === 0 ? [] : [{ id, changes: changed }]
  })
}

/** A card that was answered stays asked when nothing but a rule has come to doubt it: its owner knows it by now. */
function staysAsked(stored: Stored, id: CardId, { status, back, reasons }: GeneratedCard): boolean {
  const known = storedCard(stored.cardsById, id)
  const isRulesDoubt = status === 'doubtful' && reasons.every(({ code }) => code !== 'conflict')
  return isRulesDoubt && known.status === 'ready' && known.back === back && stored.answered.has(id)
}

/** A card that the learner asked for is accepted with it. */
const acceptance = (card: GeneratedCard, { wanted, now }: PlanRequest): Pick<CardChanges, 'acceptedAt'> =>
  wanted.includes(card.key) ? { acceptedAt: now } : {}

/** What the notes say now waits beside the card; its key and its place in the notes follow at once. */
function waitingChanges(card: GeneratedCard, values: StoredValues): CardChanges {
  const { key, conceptId, factKey, sources, languages: _languages, ...proposed } = values.notesSide(card)
  return { key, conceptId, factKey, sources, waiting: 'meaning', proposed }
}

function conceptsOf(
  stored: Stored,
  library: Library,
  held: HeldChanges,
  values: StoredValues,
): LibraryWrites['concepts'] {
  const wanted = library.concepts.map((concept) => values.concept(concept))
  const named = new Set(wanted.map((concept) => concept.id))
  // A concept lives as long as one of its cards is asked, whether or not a note still speaks of it.
  const stillAsked = new Set(
    [...held.gone, ...held.kept].map((id) => storedCard(stored.cardsById, id).conceptId),
  )
  const resting = stored.concepts
    .filter((concept) => !named.has(concept.id))
    .map((concept) => ({ ...concept, active: stillAsked.has(concept.id) }))
  return changedValues(stored.concepts, [...wanted, ...resting], (concept) => concept.id)
}

function linksOf(
  stored: Stored,
  present: readonly { readonly id: CardId; readonly card: GeneratedCard }[],
  values: StoredValues,
): Pick<LibraryWrites, 'relinked' | 'links'> {
  const known = new Map<CardId, string>()
  for (const { cardId, noteId } of [...stored.links].sort((a, b) => (a.noteId < b.noteId ? -1 : 1)))
    known.set(cardId, `${known.get(cardId) ?? ''} ${noteId}`)
  const relinked: CardId[] = []
  const links: CardNote[] = []
  for (const { id, card } of present) {
    const own = values.links(id, card)
    const names = own
      .map((link) => link.noteId)
      .sort()
      .map((name) => ` ${name}`)
      .join('')
    if (names === (known.get(id) ?? '')) continue
    if (known.has(id)) relinked.push(id)
    links.push(...own)
  }
  return { relinked, links }
}

function storedCard(cards: ReadonlyMap<CardId, Card>, id: CardId): Card {
  const card = cards.get(id)
  if (card === undefined) throw new Error(`Inconsistent: card ${id} is changed and not stored`)
  return card
}

/**
 * Whether the learner would see that something is another than before. A note that newer rules only read again is not, nor
 * is a card that they file under another concept.
 */
function changesAnything(writes: LibraryWrites, stored: Stored): boolean {
  return (
    writes.notes.some((note) => hasNewText(note, stored.noteStates)) ||
    writes.missing.length + writes.cards.length > 0 ||
    writes.cardUpdates.some(({ changes }) => Object.keys(changes).some((field) => !ofFiling.has(field)))
  )
}

const ofFiling: ReadonlySet<string> = new Set<keyof CardChanges>(['conceptId', 'factKey', 'sources'])
