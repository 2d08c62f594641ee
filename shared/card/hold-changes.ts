import type { CardId, GeneratedCard } from './card.ts'
import type { CardChange, CardChanges } from './reconcile-cards.ts'
import type { StoredCard } from './stored-card.ts'

/** What stands between a change of the notes and the card that the learner is asked. */
export interface HoldRules {
  /** Whether the learner is asked this card: only then does anybody miss it. */
  readonly isAsked: (card: StoredCard) => boolean
  /** The learner said that it is asked though its text is gone. */
  readonly isKept: (card: StoredCard) => boolean
  /** The learner has seen what this change does and wants it, or has never met the card. */
  readonly isDecided: (card: StoredCard) => boolean
}

export interface HeldChanges {
  readonly added: readonly GeneratedCard[]
  readonly updated: readonly {
    readonly id: CardId
    readonly card: GeneratedCard
    readonly change: CardChange
  }[]
  readonly moved: CardChanges['moved']
  readonly retired: readonly CardId[]
  /** Another meaning, or words that may be another card's: it is asked as before until the learner decides. */
  readonly otherMeaning: readonly { readonly id: CardId; readonly card: GeneratedCard }[]
  /** The text vanished: the card is asked as before until the learner decides. */
  readonly gone: readonly CardId[]
  readonly kept: readonly CardId[]
}

/**
 * Parts the changes that happen by themselves from those that ask first: new, format and wording changes are applied; a
 * change of meaning, a correction that may be another word and a vanished source of a card that is asked wait, unless
 * they are decided already.
 */
export function holdChanges(
  changes: CardChanges,
  stored: ReadonlyMap<string, StoredCard>,
  rules: HoldRules,
): HeldChanges {
  const cardOf = (id: CardId): StoredCard => {
    const card = stored.get(id)
    if (card === undefined) throw new Error(`Inconsistent: card ${id} changes and is not stored`)
    return card
  }
  const mustAsk = (id: CardId): boolean => rules.isAsked(cardOf(id)) && !rules.isDecided(cardOf(id))
  const asksFirst = ({ id, change }: { id: CardId; change: CardChange }): boolean =>
    change === 'meaning' && !cardOf(id).retired && mustAsk(id)
  const waits = changes.unsure.filter(({ id }) => mustAsk(id))
  const kept = changes.retired.filter((id) => rules.isKept(cardOf(id)))
  const gone = changes.retired.filter((id) => !rules.isKept(cardOf(id)) && mustAsk(id))
  const stays = new Set([...kept, ...gone])
  return {
    added: changes.added,
    updated: changes.updated.filter((update) => !asksFirst(update)),
    moved: [...changes.moved, ...changes.unsure.filter((pair) => !waits.includes(pair))],
    retired: changes.retired.filter((id) => !stays.has(id)),
    otherMeaning: [...changes.updated.filter(asksFirst).map(({ id, card }) => ({ id, card })), ...waits],
    gone,
    kept,
  }
}
