import { sql } from 'kysely'
import type { CardId, CardKey } from '../../shared/card/card.ts'
import type { CardFlag } from '../../shared/card/card-flags.ts'
import type { CardStatus } from '../../shared/card/is-asked.ts'
import type { ConceptId, ConceptKey } from '../../shared/concept/concept.ts'
import type { FactKey } from '../../shared/fact/fact.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { CardState } from '../../shared/schedule/schedule.ts'
import type { StoredEvent } from './answer-store.ts'
import { askedSql } from './asked.ts'
import { type Card, type CardChanges, type NamedCard, toCardColumns, toNamedCard } from './card-rows.ts'
import type { CardNote, CardPlace } from './library-writes.ts'
import { toStoredEvent } from './event-rows.ts'
import { inChunks } from './in-chunks.ts'
import { dropStandingsOfCards } from './standings.ts'
import { newFoldColumns, toCardState } from './state-rows.ts'
import type { CardNotesTable, CardsTable, Reader, Writer } from './tables.ts'

export interface CardFilter {
  readonly after?: CardId | undefined
  readonly limit: number
  readonly conceptId?: ConceptId | undefined
  readonly status?: CardStatus | undefined
  readonly words?: string | undefined
}

/** The concepts of some cards. */
export async function findConceptsOf(
  db: Reader,
  learnerId: LearnerId,
  cardIds: readonly CardId[],
): Promise<Map<CardId, ConceptId>> {
  const concepts = new Map<CardId, ConceptId>()
  for (const chunk of inChunks([...new Set(cardIds)], 500)) {
    const rows = await db
      .selectFrom('cards')
      .select(['id', 'concept_id'])
      .where('learner_id', '=', learnerId)
      .where('id', 'in', chunk)
      .execute()
    for (const row of rows) concepts.set(row.id, row.concept_id)
  }
  return concepts
}

/** One page of cards in order of their id (keyset: a page costs the same wherever it lies). */
export async function listCards(db: Reader, learnerId: LearnerId, filter: CardFilter): Promise<NamedCard[]> {
  let query = selectCards(db, learnerId).orderBy('cards.id').limit(filter.limit)
  if (filter.after !== undefined) query = query.where('cards.id', '>', filter.after)
  if (filter.conceptId !== undefined) query = query.where('cards.concept_id', '=', filter.conceptId)
  if (filter.status !== undefined) query = query.where('cards.status', '=', filter.status)
  if (filter.words !== undefined && filter.words.trim() !== '') {
    const like = `%${filter.words
      .trim()
      .toLowerCase()
      .replaceAll(/[\\%_]/g, '\\$&')}%`
    // The escape character is named because only PostgreSQL has a default one.
    query = query.where(
      sql<boolean>`(lower(cards.front) like ${like} escape '\\' or lower(cards.back) like ${like} escape '\\'
        or lower(concepts.term) like ${like} escape '\\')`,
    )
  }
  return (await query.execute()).map(toNamedCard)
}

export async function findCard(db: Reader, learnerId: LearnerId, id: CardId): Promise<NamedCard | undefined> {
  const row = await selectCards(db, learnerId).where('cards.id', '=', id).executeTakeFirst()
  return row && toNamedCard(row)
}

/** The card of this key that is not retired. */
export async function findCardByKey(
  db: Reader,
  learnerId: LearnerId,
  key: CardKey,
): Promise<NamedCard | undefined> {
  const row = await selectCards(db, learnerId)
    .where('cards.card_key', '=', key)
    .where('cards.status', '<>', 'retired')
    .executeTakeFirst()
  return row && toNamedCard(row)
}

/** Cards by what they ask about, retired ones too. */
export async function listByKeys(
  db: Reader,
  learnerId: LearnerId,
  keys: readonly CardKey[],
): Promise<Pick<Card, 'id' | 'key' | 'status'>[]> {
  const found: Pick<Card, 'id' | 'key' | 'status'>[] = []
  for (const chunk of inChunks(keys, 500))
    found.push(
      ...(await db
        .selectFrom('cards')
        .select(['id', 'card_key as key', 'status'])
        .where('learner_id', '=', learnerId)
        .where('card_key', 'in', chunk)
        .execute()),
    )
  return found
}

export async function findCards(
  db: Reader,
  learnerId: LearnerId,
  ids: readonly CardId[],
): Promise<NamedCard[]> {
  const cards: NamedCard[] = []
  for (const chunk of inChunks(ids, 500)) {
    const rows = await selectCards(db, learnerId).where('cards.id', 'in', chunk).execute()
    cards.push(...rows.map(toNamedCard))
  }
  return cards
}

/** Cards that the learner suspended. */
export async function listSuspended(db: Reader, learnerId: LearnerId): Promise<CardId[]> {
  const rows = await db
    .selectFrom('schedules')
    .select('card_id')
    .where('learner_id', '=', learnerId)
    .where('suspended', '=', 1)
    .execute()
  return rows.map((row) => row.card_id)
}

/** Cards with one of these flags. */
export async function listFlagged(
  db: Reader,
  learnerId: LearnerId,
  flags: readonly CardFlag[],
): Promise<CardId[]> {
  const rows = await db
    .selectFrom('cards')
    .select('id')
    .where('learner_id', '=', learnerId)
    .where('flag', 'is not', null)
    .where('flag', 'in', flags)
    .execute()
  return rows.map((row) => row.id)
}

/** What every card that is not retired asks, as it is shown. */
export function listQuestions(
  db: Reader,
  learnerId: LearnerId,
): Promise<{ readonly id: CardId; readonly question: string }[]> {
  return db
    .selectFrom('cards')
    .select((eb) => ['id', eb.fn.coalesce('edited_front', 'front').as('question')])
    .where('learner_id', '=', learnerId)
    .where('status', '<>', 'retired')
    .execute()
}

/** Every card of some facts. */
export async function findSiblings(
  db: Reader,
  learnerId: LearnerId,
  factKeys: readonly FactKey[],
): Promise<NamedCard[]> {
  const cards: NamedCard[] = []
  for (const chunk of inChunks([...new Set(factKeys)], 500)) {
    const rows = await selectCards(db, learnerId).where('cards.fact_key', 'in', chunk).execute()
    cards.push(...rows.map(toNamedCard))
  }
  return cards
}

/** Every card, with the key of its concept: what a new reading of the notes is reconciled with. */
export async function listAllCards(
  db: Reader,
  learnerId: LearnerId,
): Promise<(NamedCard & { readonly conceptKey: ConceptKey })[]> {
  const rows = await selectCards(db, learnerId).select('concepts.concept_key').execute()
  return rows.map((row) => ({ ...toNamedCard(row), conceptKey: row.concept_key }))
}

export async function listCardsOfNote(
  db: Reader,
  learnerId: LearnerId,
  noteId: NoteId,
): Promise<NamedCard[]> {
  const rows = await selectCards(db, learnerId)
    .innerJoin('card_notes', (join) =>
      join
        .onRef('card_notes.learner_id', '=', 'cards.learner_id')
        .onRef('card_notes.card_id', '=', 'cards.id'),
    )
    .where('card_notes.note_id', '=', noteId)
    .where('cards.status', '<>', 'retired')
    .orderBy('cards.id')
    .execute()
  return rows.map(toNamedCard)
}

/** The facts that a card asks for, retired cards left out. */
export async function listCoveredFacts(db: Reader, learnerId: LearnerId): Promise<FactKey[]> {
  const rows = await db
    .selectFrom('cards')
    .select('fact_key')
    .distinct()
    .where('learner_id', '=', learnerId)
    .where('status', '<>', 'retired')
    .execute()
  return rows.map((row) => row.fact_key)
}

/** The cached folds of some cards, by card. */
export async function findStates(
  db: Reader,
  learnerId: LearnerId,
  cardIds: readonly CardId[],
): Promise<Map<CardId, CardState>> {
  const states = new Map<CardId, CardState>()
  for (const chunk of inChunks(cardIds, 500)) {
    const rows = await db
      .selectFrom('schedules')
      .selectAll()
      .where('learner_id', '=', learnerId)
      .where('card_id', 'in', chunk)
      .execute()
    for (const row of rows) states.set(row.card_id, toCardState(row))
  }
  return states
}

/** A card's events, newest first, undone ones included. */
export async function findCardEvents(
  db: Reader,
  learnerId: LearnerId,
  cardId: CardId,
): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('card_id', '=', cardId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toStoredEvent)
}

export async function insertCards(trx: Writer, cards: readonly CardsTable[]): Promise<void> {
  for (const rows of inChunks(cards, 100)) await trx.insertInto('cards').values(rows).execute()
}

/** Changes one card. */
export async function updateCard(
  trx: Writer,
  learnerId: LearnerId,
  id: CardId,
  changes: CardChanges,
): Promise<void> {
  await updateCardRow(trx, learnerId, { id, columns: toCardColumns(changes) })
}

/** Changes columns of one card. */
export async function updateCardRow(
  trx: Writer,
  learnerId: LearnerId,
  { id, columns }: { readonly id: CardId; readonly columns: Partial<CardsTable> },
): Promise<void> {
  await trx
    .updateTable('cards')
    .set(columns)
    .where('learner_id', '=', learnerId)
    .where('id', '=', id)
    .execute()
}

/** Frees keys that are about to move between cards; the unique index allows no overlap, not even for a moment. */
export async function parkKeys(trx: Writer, learnerId: LearnerId, ids: readonly CardId[]): Promise<void> {
  for (const id of ids) {
    await updateCard(trx, learnerId, id, { key: `parked:${id}` as CardKey })
  }
}

/**
 * Brings the cards' own columns of `schedules` up to the library: a row for every card, and its place among the new ones.
 */
export async function placeCards(
  trx: Writer,
  learnerId: LearnerId,
  places: readonly CardPlace[],
): Promise<void> {
  for (const chunk of inChunks(places, 40)) {
    await trx
      .insertInto('schedules')
      .values(
        chunk.map(({ id, position }) => ({
          learner_id: learnerId,
          card_id: id,
          asked: 0,
          position,
          ...newFoldColumns,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['learner_id', 'card_id'])
          .doUpdateSet((eb) => ({ position: eb.ref('excluded.position') })),
      )
      .execute()
  }
}

export function listPlaces(
  db: Reader,
  learnerId: LearnerId,
): Promise<(CardPlace & { readonly answers: number })[]> {
  return db
    .selectFrom('schedules')
    .select(['card_id as id', 'position', 'answers'])
    .where('learner_id', '=', learnerId)
    .execute()
}

/** Sets whether each of these cards is asked from its status and the learner's word; touches only rows that change. */
export async function markAsked(trx: Writer, learnerId: LearnerId, ids: readonly CardId[]): Promise<void> {
  const asked = sql<number>`(select ${askedSql} from cards
    where cards.learner_id = schedules.learner_id and cards.id = schedules.card_id)`
  for (const chunk of inChunks(ids, 500)) {
    await trx
      .updateTable('schedules')
      .set({ asked })
      .where('learner_id', '=', learnerId)
      .where('card_id', 'in', chunk)
      .where('asked', '<>', asked)
      .execute()
  }
  // What is kept of a concept counts the cards that are asked.
  await dropStandingsOfCards(trx, learnerId, ids)
}

export function listCardNotes(db: Reader, learnerId: LearnerId): Promise<CardNote[]> {
  return db
    .selectFrom('card_notes')
    .select(['card_id as cardId', 'note_id as noteId'])
    .where('learner_id', '=', learnerId)
    .execute()
}

/** Sets which notes these cards come from. */
export async function saveCardNotes(
  trx: Writer,
  learnerId: LearnerId,
  cardIds: readonly CardId[],
  links: readonly CardNotesTable[],
): Promise<void> {
  for (const chunk of inChunks(cardIds, 500)) {
    await trx
      .deleteFrom('card_notes')
      .where('learner_id', '=', learnerId)
      .where('card_id', 'in', chunk)
      .execute()
  }
  for (const rows of inChunks(links, 300)) await trx.insertInto('card_notes').values(rows).execute()
}

export async function listAllCardIds(db: Reader, learnerId: LearnerId): Promise<CardId[]> {
  const rows = await db.selectFrom('cards').select('id').where('learner_id', '=', learnerId).execute()
  return rows.map((row) => row.id)
}

export function countCardsByStatus(
  db: Reader,
  learnerId: LearnerId,
): Promise<{ status: CardStatus; count: number }[]> {
  return db
    .selectFrom('cards')
    .select((eb) => ['status', eb.fn.countAll<number>().as('count')])
    .where('learner_id', '=', learnerId)
    .groupBy('status')
    .execute()
}

function selectCards(db: Reader, learnerId: LearnerId) {
  return db
    .selectFrom('cards')
    .innerJoin('concepts', (join) =>
      join
        .onRef('concepts.learner_id', '=', 'cards.learner_id')
        .onRef('concepts.id', '=', 'cards.concept_id'),
    )
    .selectAll('cards')
    .select('concepts.term')
    .where('cards.learner_id', '=', learnerId)
}
