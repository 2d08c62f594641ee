import { v7 as uuidv7 } from 'uuid'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { CardId, CardKey } from '../../shared/card/card.ts'
import type { CardDecision } from '../../shared/card/card-decision.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { inChunks } from './in-chunks.ts'
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

/** Every decision that stands, in the order in which they were made; those whose change was undone are left out. */
export async function listCardDecisions(db: Reader, learnerId: LearnerId): Promise<DecidedCard[]> {
  return db
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
    .execute()
}
