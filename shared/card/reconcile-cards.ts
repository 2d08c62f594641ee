import { compareText, jaccard, normaliseText } from '../basics/text.ts'
import { contradicts, exactStems } from '../english/exact-signs.ts'
import { spellingChange } from '../english/spelling-change.ts'
import { turnsMeaning } from '../english/turned-meaning.ts'
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
  /** The key changed, and its words were corrected or are others: only the learner knows. */
  readonly unsure: readonly { readonly id: CardId; readonly card: GeneratedCard }[]
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
  const pairs = pairMoved(lost, fresh)
  const movedIds = new Set(pairs.map(({ id }) => id))
  const movedKeys = new Set(pairs.map(({ card }) => card.key))
  const paired = (unsure: boolean) =>
    pairs.filter((pair) => pair.unsure === unsure).map(({ id, card }) => ({ id, card }))
  return {
    added: fresh.filter((card) => !movedKeys.has(card.key)),
    updated,
    moved: paired(false),
    unsure: paired(true),
    retired: lost.filter((card) => !movedIds.has(card.id)).map((card) => card.id),
  }
}

function changeOf(old: StoredCard, card: GeneratedCard): CardChange {
  if (old.front === card.front && old.back === card.back) return 'same'
  const sameFront = levelled(old.front) === levelled(card.front)
  const sameBack = levelled(old.back) === levelled(card.back)
  if (contradicts(old.front, card.front) || contradicts(old.back, card.back)) return 'meaning'
  if (sameFront && sameBack) return 'format'
  if (turnsMeaning(old.front, card.front) || turnsMeaning(old.back, card.back)) return 'meaning'
  // A correction that may be another word waits for the learner under its new key.
  if (spellingChange(old.front, card.front) === 'unsure') return 'meaning'
  // A reverse card and a cloze state the fact in their question: there, another question is another meaning.
  if (rulesOf(card.content).statesInFront && !isReworded(old.front, card.front)) return 'meaning'
  return isReworded(old.back, card.back) ? 'wording' : 'meaning'
}

/** The words alone: marks, case, punctuation and the name of a code's language are form. */
function levelled(text: string): string {
  return normaliseText(text.replace(/^(\s*(?:`{3,}|~{3,}))[^`\n]*$/gm, '$1'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Near in its words, or corrected in its letters. */
function isReworded(before: string, after: string): boolean {
  if (levelled(before) === levelled(after)) return true
  const near = jaccard(exactStems(before), exactStems(after)) >= 0.6
  return near || spellingChange(before, after) === 'slip'
}
