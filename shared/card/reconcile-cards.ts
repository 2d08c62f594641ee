import { compareText, jaccard, normaliseText } from '../basics/text.ts'
import { contradicts, exactStems } from '../english/exact-signs.ts'
import type { CardId, GeneratedCard } from './card.ts'
import { rulesOf } from './kinds/card-kinds.ts'
import { pairMoved } from './pair-moved.ts'
import type { StoredCard } from './stored-card.ts'

/** How much an edit changed what is asked: only a change of meaning needs the learner. */
export type CardChange = 'same' | 'format' | 'wording' | 'meaning'

export interface CardChanges {
  readonly added: readonly GeneratedCard[]
  readonly updated: readonly {
    readonly id: CardId
    readonly card: GeneratedCard
    readonly change: CardChange
  }[]
  /** The key changed, the history follows. */
  readonly moved: readonly { readonly id: CardId; readonly card: GeneratedCard }[]
  readonly retired: readonly CardId[]
}

/**
 * Finds every stored card again among the generated ones. The same key is the same card; a vanished key is paired
 * with a new card of the same kind that says nearly the same, in the same concept or the same file.
 */
export function reconcileCards(
  stored: readonly StoredCard[],
  generated: readonly GeneratedCard[],
): CardChanges {
  const byKey = new Map<string, StoredCard>()
  for (const card of [...stored].sort(
    (a, b) => Number(a.retired) - Number(b.retired) || compareText(a.id, b.id),
  )) {
    if (!byKey.has(card.key)) byKey.set(card.key, card)
  }
  const updated: { id: CardId; card: GeneratedCard; change: CardChange }[] = []
  const found = new Set<string>()
  const fresh: GeneratedCard[] = []
  for (const card of generated) {
    const known = byKey.get(card.key)
    if (known === undefined || found.has(known.id)) fresh.push(card)
    else {
      found.add(known.id)
      updated.push({ id: known.id, card, change: changeOf(known, card) })
    }
  }
  const lost = stored.filter((card) => !found.has(card.id) && !card.retired)
  const moved = pairMoved(lost, fresh)
  const movedIds = new Set(moved.map(({ id }) => id))
  const movedKeys = new Set(moved.map(({ card }) => card.key))
  return {
    added: fresh.filter((card) => !movedKeys.has(card.key)),
    updated,
    moved,
    retired: lost.filter((card) => !movedIds.has(card.id)).map((card) => card.id),
  }
}

function changeOf(old: StoredCard, card: GeneratedCard): CardChange {
  if (old.front === card.front && old.back === card.back) return 'same'
  const sameFront = levelled(old.front) === levelled(card.front)
  const sameBack = levelled(old.back) === levelled(card.back)
  if (contradicts(old.front, card.front) || contradicts(old.back, card.back)) return 'meaning'
  if (sameFront && sameBack) return 'format'
  // A reverse card and a cloze state the fact in their question: there, another question is another meaning.
  if (rulesOf(card.content).statesInFront && !sameFront && !isNear(old.front, card.front)) return 'meaning'
  return sameBack || isNear(old.back, card.back) ? 'wording' : 'meaning'
}

/** The words alone: marks, case and punctuation are form. */
function levelled(text: string): string {
  return normaliseText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function isNear(before: string, after: string): boolean {
  return jaccard(exactStems(before), exactStems(after)) >= 0.6
}
