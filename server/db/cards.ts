import { sql } from 'kysely'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { inChunks } from './in-chunks.ts'
import { newFoldColumns } from './state-rows.ts'
import type { CardNotesTable, CardsTable, EventsTable, Reader, SchedulesTable, Writer } from './tables.ts'

export type CardRow = CardsTable & { term: string }

export interface CardFilter {
  readonly after?: string | undefined
  readonly limit: number
  readonly conceptId?: string | undefined
  readonly status?: CardsTable['status'] | undefined
  readonly words?: string | undefined
}

/** One page of cards in order of their id (keyset: a page costs the same wherever it lies). */
export function listCards(db: Reader, learnerId: LearnerId, filter: CardFilter): Promise<CardRow[]> {
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
  return query.execute()
}

export function findCard(db: Reader, learnerId: LearnerId, id: string): Promise<CardRow | undefined> {
  return selectCards(db, learnerId).where('cards.id', '=', id).executeTakeFirst()
}

export async function findCards(
  db: Reader,
  learnerId: LearnerId,
  ids: readonly string[],
): Promise<CardRow[]> {
  const rows: CardRow[] = []
  for (const chunk of inChunks(ids, 500))
    rows.push(...(await selectCards(db, learnerId).where('cards.id', 'in', chunk).execute()))
  return rows
}

/** Every card of some facts. */
export async function findSiblings(
  db: Reader,
  learnerId: LearnerId,
  factKeys: readonly string[],
): Promise<CardRow[]> {
  const rows: CardRow[] = []
  for (const chunk of inChunks([...new Set(factKeys)], 500))
    rows.push(...(await selectCards(db, learnerId).where('cards.fact_key', 'in', chunk).execute()))
  return rows
}

/** Every card, with the key of its concept: what a new reading of the notes is reconciled with. */
export function listAllCards(
  db: Reader,
  learnerId: LearnerId,
): Promise<(CardRow & { concept_key: string })[]> {
  return selectCards(db, learnerId).select('concepts.concept_key').execute()
}

export function listCardsOfNote(db: Reader, learnerId: LearnerId, noteId: string): Promise<CardRow[]> {
  return selectCards(db, learnerId)
    .innerJoin('card_notes', (join) =>
      join
        .onRef('card_notes.learner_id', '=', 'cards.learner_id')
        .onRef('card_notes.card_id', '=', 'cards.id'),
    )
    .where('card_notes.note_id', '=', noteId)
    .where('cards.status', '<>', 'retired')
    .orderBy('cards.id')
    .execute()
}

/** The facts that a card asks for, retired cards left out. */
export async function listCoveredFacts(db: Reader, learnerId: LearnerId): Promise<string[]> {
  const rows = await db
    .selectFrom('cards')
    .select('fact_key')
    .distinct()
    .where('learner_id', '=', learnerId)
    .where('status', '<>', 'retired')
    .execute()
  return rows.map((row) => row.fact_key)
}

export async function findSchedules(
  db: Reader,
  learnerId: LearnerId,
  cardIds: readonly string[],
): Promise<SchedulesTable[]> {
  const rows: SchedulesTable[] = []
  for (const chunk of inChunks(cardIds, 500)) {
    rows.push(
      ...(await db
        .selectFrom('schedules')
        .selectAll()
        .where('learner_id', '=', learnerId)
        .where('card_id', 'in', chunk)
        .execute()),
    )
  }
  return rows
}

export function findCardEvents(db: Reader, learnerId: LearnerId, cardId: string): Promise<EventsTable[]> {
  return db
    .selectFrom('events')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('card_id', '=', cardId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function insertCards(trx: Writer, cards: readonly CardsTable[]): Promise<void> {
  for (const rows of inChunks(cards, 100)) await trx.insertInto('cards').values(rows).execute()
}

/** Changes columns of one card. */
export async function updateCard(
  trx: Writer,
  learnerId: LearnerId,
  id: string,
  columns: Partial<CardsTable>,
): Promise<void> {
  await trx
    .updateTable('cards')
    .set(columns)
    .where('learner_id', '=', learnerId)
    .where('id', '=', id)
    .execute()
}

/** Frees keys that are about to move between cards; the unique index allows no overlap, not even for a moment. */
export async function parkKeys(trx: Writer, learnerId: LearnerId, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await updateCard(trx, learnerId, id, { card_key: `parked:${id}` })
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

/** Where a card stands among the new ones. */
export interface CardPlace {
  readonly id: string
  readonly position: number
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
export async function markAsked(trx: Writer, learnerId: LearnerId, ids: readonly string[]): Promise<void> {
  const asked = sql<number>`(select case when cards.status = 'ready' or (cards.status = 'doubtful' and cards.accepted_at is not null)
    then 1 else 0 end from cards where cards.learner_id = schedules.learner_id and cards.id = schedules.card_id)`
  for (const chunk of inChunks(ids, 500)) {
    await trx
      .updateTable('schedules')
      .set({ asked })
      .where('learner_id', '=', learnerId)
      .where('card_id', 'in', chunk)
      .where('asked', '<>', asked)
      .execute()
  }
}

export function listCardNotes(
  db: Reader,
  learnerId: LearnerId,
): Promise<Pick<CardNotesTable, 'card_id' | 'note_id'>[]> {
  return db
    .selectFrom('card_notes')
    .select(['card_id', 'note_id'])
    .where('learner_id', '=', learnerId)
    .execute()
}

/** Sets which notes these cards come from. */
export async function saveCardNotes(
  trx: Writer,
  learnerId: LearnerId,
  cardIds: readonly string[],
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

export async function listAllCardIds(db: Reader, learnerId: LearnerId): Promise<string[]> {
  const rows = await db.selectFrom('cards').select('id').where('learner_id', '=', learnerId).execute()
  return rows.map((row) => row.id)
}

export function countCardsByStatus(
  db: Reader,
  learnerId: LearnerId,
): Promise<{ status: CardsTable['status']; count: number }[]> {
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
