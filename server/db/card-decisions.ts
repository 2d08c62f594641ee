import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Source } from '../../shared/api/common.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { CardId, CardKey } from '../../shared/card/card.ts'
import type { CardDecision } from '../../shared/card/card-decision.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { inChunks } from './in-chunks.ts'
import { fromJson } from './json-column.ts'
import type { Reader, Writer } from './tables.ts'

/** What the learner decided about a card, and when. */
export interface DecidedCard {
  readonly cardId: CardId
  /** The key that the card had then. */
  readonly cardKey: CardKey
  readonly decision: CardDecision
  readonly at: EpochMs
}

/** Stores decisions with the change of the library that made them. */
export async function insertCardDecisions(
  trx: Writer,
  learnerId: LearnerId,
  changeId: string,
  decisions: readonly DecidedCard[],
): Promise<void> {
  for (const chunk of inChunks(decisions, 100)) {
    await trx
      .insertInto('card_decisions')
      .values(
        chunk.map(({ cardId, cardKey, decision, at }) => ({
          learner_id: learnerId,
          id: uuidv7(),
          card_id: cardId,
          card_key: cardKey,
          decision,
          at,
          change_id: changeId,
        })),
      )
      .execute()
  }
}

/**
 * Every decision that stands, in the order in which they were made; those whose change was undone are left out, and those
 * of the change that is being undone.
 */
export async function listCardDecisions(
  db: Reader,
  learnerId: LearnerId,
  undoes: string | null = null,
): Promise<DecidedCard[]> {
  const standing = db
    .selectFrom('card_decisions')
    .innerJoin('library_changes', (join) =>
      join
        .onRef('library_changes.learner_id', '=', 'card_decisions.learner_id')
        .onRef('library_changes.id', '=', 'card_decisions.change_id'),
    )
    .select(['card_id as cardId', 'card_key as cardKey', 'decision', 'card_decisions.at'])
    .where('card_decisions.learner_id', '=', learnerId)
    .where('library_changes.undone_at', 'is', null)
    .orderBy('card_decisions.at')
    .orderBy('card_decisions.id')
  return (undoes === null ? standing : standing.where('library_changes.id', '<>', undoes)).execute()
}

/** What one change decided about the cards of one note. */
export interface DecidedByChange {
  readonly changeId: string
  readonly decision: CardDecision
  readonly count: number
  /** The first place of one of these cards. */
  readonly source: Source | undefined
}

/** How many cards each change since a moment decided on, by decision and note. */
export async function countDecisionsByChange(
  db: Reader,
  learnerId: LearnerId,
  since: EpochMs,
): Promise<DecidedByChange[]> {
  // A card's position names its note, as in `skim.ts`; one card of each group tells which it is.
  const grouped = db
    .selectFrom('card_decisions')
    .innerJoin('library_changes', (join) =>
      join
        .onRef('library_changes.learner_id', '=', 'card_decisions.learner_id')
        .onRef('library_changes.id', '=', 'card_decisions.change_id'),
    )
    .leftJoin('schedules', (join) =>
      join
        .onRef('schedules.learner_id', '=', 'card_decisions.learner_id')
        .onRef('schedules.card_id', '=', 'card_decisions.card_id'),
    )
    .select((eb) => [
      'card_decisions.change_id as changeId',
      'card_decisions.decision',
      eb.fn.countAll<number>().as('count'),
      eb.fn.min('card_decisions.card_id').as('sample'),
    ])
    .where('card_decisions.learner_id', '=', learnerId)
    .where('library_changes.at', '>=', since)
    .groupBy(['card_decisions.change_id', 'card_decisions.decision', sql`schedules.position % 100000`])
  const rows = await db
    .selectFrom(grouped.as('grouped'))
    .innerJoin('cards', 'cards.id', 'grouped.sample')
    .select(['grouped.changeId', 'grouped.decision', 'grouped.count', 'cards.sources'])
    .where('cards.learner_id', '=', learnerId)
    .orderBy('grouped.changeId')
    .orderBy('grouped.sample')
    .execute()
  return rows.map(({ changeId, decision, count, sources }) => ({
    changeId,
    decision,
    count,
    source: fromJson(sources)[0],
  }))
}
