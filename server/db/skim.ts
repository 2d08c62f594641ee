import { type SelectQueryBuilder, sql } from 'kysely'
import type { SkimState } from '../../shared/api/skim.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { type NamedCard, toNamedCard } from './card-rows.ts'
import type { Reader, Tables } from './tables.ts'

/** A card that was not skimmed yet, and which note it stands in by the order of the notes. */
export interface UnskimmedCard extends NamedCard {
  readonly noteRank: number
  readonly position: number
}

/** What is left to skim: everything, or the cards of one note or one state. */
export interface SkimScope {
  readonly noteId?: NoteId | undefined
  readonly state?: SkimState | undefined
}

/** Where a page begins: after this card, note by note and each from its top. */
export interface SkimPlace {
  readonly noteRank: number
  readonly position: number
  readonly id: CardId
}

export interface SkimCounts {
  readonly ready: number
  readonly proposed: number
}

/** More than this nobody skims before looking again, and counting further would keep answers waiting. */
export const mostCounted = 5000

// `StoredValues.position` puts the line of a card above the rank of its note.
const noteRank = sql<number>`schedules.position % 100000`

/** Cards that are ready and were never answered or decided on, and doubtful ones, note by note. */
export async function listUnskimmed(
  db: Reader,
  learnerId: LearnerId,
  scope: SkimScope,
  after: SkimPlace | undefined,
  limit: number,
): Promise<UnskimmedCard[]> {
  // Sorted by their ids alone: whole cards would be carried along.
  let first = unskimmed(db, learnerId, scope)
    .select(['schedules.card_id as id', 'schedules.position', noteRank.as('noteRank')])
    .orderBy(noteRank)
    .orderBy('schedules.position')
    .orderBy('schedules.card_id')
    .limit(limit)
  if (after !== undefined) {
    first = first.where(
      sql<boolean>`(${noteRank}, schedules.position, schedules.card_id) > (${after.noteRank}, ${after.position}, ${after.id})`,
    )
  }
  const rows = await db
    .selectFrom(first.as('first'))
    .innerJoin('cards', 'cards.id', 'first.id')
    .innerJoin('concepts', (join) =>
      join
        .onRef('concepts.learner_id', '=', 'cards.learner_id')
        .onRef('concepts.id', '=', 'cards.concept_id'),
    )
    .selectAll('cards')
    .select(['concepts.term', 'first.position', 'first.noteRank'])
    .where('cards.learner_id', '=', learnerId)
    .orderBy('first.noteRank')
    .orderBy('first.position')
    .orderBy('cards.id')
    .execute()
  return rows.map((row) => ({ ...toNamedCard(row), noteRank: row.noteRank, position: row.position }))
}

/** How many are left of each state, by the rank of their note; no more than the first thousands are looked at. */
export async function countUnskimmed(
  db: Reader,
  learnerId: LearnerId,
  scope: SkimScope,
): Promise<ReadonlyMap<number, SkimCounts>> {
  const first = unskimmed(db, learnerId, scope)
    .select(['sought_cards.doubtful', noteRank.as('noteRank')])
    .limit(mostCounted)
    .as('first')
  const rows = await db
    .selectFrom(first)
    .select((eb) => ['noteRank', 'doubtful', eb.fn.countAll<number>().as('count')])
    .groupBy(['noteRank', 'doubtful'])
    .execute()
  const counts = new Map<number, SkimCounts>()
  for (const { noteRank: rank, doubtful, count } of rows) {
    const { ready, proposed } = counts.get(rank) ?? { ready: 0, proposed: 0 }
    counts.set(
      rank,
      doubtful === 1 ? { ready, proposed: proposed + count } : { ready: ready + count, proposed },
    )
  }
  return counts
}

type Unskimmed = SelectQueryBuilder<Tables, 'sought_cards' | 'schedules', object>

// Asked of the narrow rows of a search: a walk over whole cards would keep answers waiting.
function unskimmed(db: Reader, learnerId: LearnerId, { noteId, state }: SkimScope): Unskimmed {
  const isProposed = sql<boolean>`sought_cards.retired = 0 and sought_cards.doubtful = 1`
  const isReady = sql<boolean>`sought_cards.retired = 0 and sought_cards.doubtful = 0 and sought_cards.kind = 'new'
    and sought_cards.asked = 1 and sought_cards.suspended = 0 and sought_cards.answers = 0`
  const waiting = db
    .selectFrom('cards')
    .select('cards.id')
    .where('cards.learner_id', '=', learnerId)
    .where('cards.waiting', 'is not', null)
  let query: Unskimmed = db
    .selectFrom('sought_cards')
    .innerJoin('schedules', (join) =>
      join
        .onRef('schedules.learner_id', '=', 'sought_cards.learner_id')
        .onRef('schedules.card_id', '=', 'sought_cards.card_id'),
    )
    .where('sought_cards.learner_id', '=', learnerId)
    .where('sought_cards.card_id', 'not in', waiting)
  query = query.where((eb) => {
    const decided = eb
      .selectFrom('card_decisions')
      .innerJoin('library_changes', (join) =>
        join
          .onRef('library_changes.learner_id', '=', 'card_decisions.learner_id')
          .onRef('library_changes.id', '=', 'card_decisions.change_id'),
      )
      .select('card_decisions.id')
      .whereRef('card_decisions.learner_id', '=', 'sought_cards.learner_id')
      .whereRef('card_decisions.card_id', '=', 'sought_cards.card_id')
      .where('library_changes.undone_at', 'is', null)
    const isLeft = eb.and([isReady, eb.not(eb.exists(decided))])
    if (state === 'ready') return isLeft
    return state === 'proposed' ? isProposed : eb.or([isLeft, isProposed])
  })
  if (noteId === undefined) return query
  return query.where((eb) =>
    eb.exists(
      eb
        .selectFrom('card_notes')
        .select('card_notes.card_id')
        .whereRef('card_notes.learner_id', '=', 'sought_cards.learner_id')
        .whereRef('card_notes.card_id', '=', 'sought_cards.card_id')
        .where('card_notes.note_id', '=', noteId),
    ),
  )
}
