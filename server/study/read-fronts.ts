import type { CardId } from '../../shared/card/card.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { findCards } from '../db/cards.ts'
import type { Reader } from '../db/tables.ts'
import { shownText } from '../view/card-view.ts'

/** The questions of some cards in plain words, for lists that name cards. */
export async function readFronts(
  db: Reader,
  learnerId: LearnerId,
  cardIds: readonly CardId[],
): Promise<ReadonlyMap<CardId, string>> {
  const cards = await findCards(db, learnerId, cardIds)
  return new Map(cards.map((card) => [card.id, shownText(card).front]))
}
