import type { CardId, CardKey, GeneratedCard } from './card.ts'
import type { CardChanges } from './reconcile-cards.ts'
import { type Taste, asStanding, standingOf } from './taste.ts'

/** What stands above taste: a card that its owner has met, or asked for, is not taken away by a guess. */
export interface TasteRules {
  /** The learner answered, accepted or reworded this card, or said something else about it. */
  readonly isMet: (id: CardId) => boolean
  /** The learner wants this card though it would be left out. */
  readonly isWanted: (key: CardKey) => boolean
  readonly isRetired: (id: CardId) => boolean
}

/**
 * The changes as a learner's taste has them: cards that are hardly worth keeping are not made, those that may be are only
 * proposed. Cards that the learner has met stay what the rules make of them.
 */
export function keepByTaste(changes: CardChanges, taste: Taste, rules: TasteRules): CardChanges {
  const isSpared = (card: GeneratedCard, id?: CardId): boolean =>
    rules.isWanted(card.key) || (id !== undefined && rules.isMet(id))
  const suits = (card: GeneratedCard, id?: CardId): boolean =>
    isSpared(card, id) || standingOf(card, taste) !== 'left'
  const standing = (card: GeneratedCard, id?: CardId): GeneratedCard =>
    isSpared(card, id) ? card : asStanding(card, taste)
  const kept = <Change extends { readonly id: CardId; readonly card: GeneratedCard }>(
    own: readonly Change[],
  ): Change[] =>
    own
      .filter(({ id, card }) => suits(card, id))
      .map((change) => ({ ...change, card: standing(change.card, change.id) }))
  const leaving = [...changes.updated, ...changes.moved, ...changes.unsure]
    .filter(({ id, card }) => !suits(card, id) && !rules.isRetired(id))
    .map(({ id }) => id)
  return {
    added: changes.added.filter((card) => suits(card)).map((card) => standing(card)),
    updated: kept(changes.updated),
    moved: kept(changes.moved),
    unsure: kept(changes.unsure),
    retired: [...changes.retired, ...leaving],
  }
}
