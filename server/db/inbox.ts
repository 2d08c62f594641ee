import { sql } from 'kysely'
import type { WaitingKind } from '../../shared/api/inbox.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { isDoubtfulSql } from './asked.ts'
import { type NamedCard, toNamedCard } from './card-rows.ts'
import type { Reader } from './tables.ts'

/** A card that waits for the learner, with the term of its concept and how often it was answered. */
export interface WaitingCard extends NamedCard {
  readonly answers: number
  readonly position: number
}

/** Where a page of the Inbox begins: after this card, in the order of the Inbox. */
export interface InboxPlace {
  readonly skippedAt: number
  readonly position: number
  readonly id: CardId
}

const skippedAt = sql<number>`coalesce(cards.skipped_at, 0)`

/** Cards that wait, in the order of the notes, the skipped ones last. */
export async function listInbox(
  db: Reader,
  learnerId: LearnerId,
  waiting: WaitingKind | undefined,
  after: InboxPlace | undefined,
  limit: number,
): Promise<WaitingCard[]> {
  let query = db
    .selectFrom('cards')
    .innerJoin('concepts', (join) =>
      join
        .onRef('concepts.learner_id', '=', 'cards.learner_id')
        .onRef('concepts.id', '=', 'cards.concept_id'),
    )
    .innerJoin('schedules', (join) =>
      join.onRef('schedules.learner_id', '=', 'cards.learner_id').onRef('schedules.card_id', '=', 'cards.id'),
    )
    .selectAll('cards')
    .select(['concepts.term', 'schedules.answers', 'schedules.position'])
    .where('cards.learner_id', '=', learnerId)
    .orderBy(skippedAt)
    .orderBy('schedules.position')
    .orderBy('cards.id')
    .limit(limit)
  if (waiting === 'doubtful') query = query.where(isDoubtfulSql).where('cards.waiting', 'is', null)
  else if (waiting !== undefined) query = query.where('cards.waiting', '=', waiting)
  else query = query.where((eb) => eb.or([isDoubtfulSql, eb('cards.waiting', 'is not', null)]))
  if (after !== undefined) {
    query = query.where(
      sql<boolean>`(${skippedAt}, schedules.position, cards.id) > (${after.skippedAt}, ${after.position}, ${after.id})`,
    )
  }
  const rows = await query.execute()
  return rows.map((row) => ({ ...toNamedCard(row), answers: row.answers, position: row.position }))
}

/** How many cards wait for each reason, and how many new meanings nothing speaks against. */
export async function countInbox(
  db: Reader,
  learnerId: LearnerId,
): Promise<{ doubtful: number; meaning: number; gone: number; clean: number }> {
  const doubtful = await db
    .selectFrom('cards')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('learner_id', '=', learnerId)
    .where(isDoubtfulSql)
    .where('waiting', 'is', null)
    .executeTakeFirstOrThrow()
  const waiting = await db
    .selectFrom('cards')
    .select((eb) => ['waiting', eb.fn.countAll<number>().as('count')])
    .select(sql<number>`sum(case when proposed like '%"status":"ready"%' then 1 else 0 end)`.as('clean'))
    .where('learner_id', '=', learnerId)
    .where('waiting', 'is not', null)
    .groupBy('waiting')
    .execute()
  const of = (kind: WaitingKind) => waiting.find((row) => row.waiting === kind)
  return {
    doubtful: doubtful.count,
    meaning: of('meaning')?.count ?? 0,
    gone: of('gone')?.count ?? 0,
    clean: of('meaning')?.clean ?? 0,
  }
}
