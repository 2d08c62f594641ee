import { compareText, contentStems, jaccard, normaliseText } from '../basics/text.ts'
import type { ConceptKey } from '../concept/concept.ts'
import type { FactKey } from '../fact/fact.ts'
import type { CardId, CardKey, CardKind, GeneratedCard } from './card.ts'

/** A card as it is stored, as far as finding it again needs. */
export interface StoredCard {
  readonly id: CardId
  readonly key: CardKey
  readonly kind: CardKind
  readonly front: string
  readonly back: string
  readonly conceptKey: ConceptKey
  readonly factKey: FactKey
  /** The files that state its fact. */
  readonly files: readonly string[]
  readonly retired: boolean
}

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

/** Below this a new card is another card: a false carry-over is worse than a reset. */
const closeEnough = 0.75

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

/** The best pairs first; a card that fits two others equally well is not carried over. */
function pairMoved(
  lost: readonly StoredCard[],
  fresh: readonly GeneratedCard[],
): { id: CardId; card: GeneratedCard }[] {
  const pairs = lost.flatMap((old) =>
    fresh.flatMap((card) => {
      const score = likeness(old, card)
      return score < closeEnough ? [] : [{ old, card, score }]
    }),
  )
  pairs.sort(
    (a, b) => b.score - a.score || compareText(a.old.id, b.old.id) || compareText(a.card.key, b.card.key),
  )
  const usedIds = new Set<string>()
  const usedKeys = new Set<string>()
  return pairs.flatMap(({ old, card, score }) => {
    if (usedIds.has(old.id) || usedKeys.has(card.key)) return []
    const rivals = pairs.filter(
      (pair) =>
        pair.score === score &&
        (pair.old.id === old.id) !== (pair.card.key === card.key) &&
        !usedIds.has(pair.old.id) &&
        !usedKeys.has(pair.card.key),
    )
    if (rivals.length > 0 && score < 1) return []
    usedIds.add(old.id)
    usedKeys.add(card.key)
    return [{ id: old.id, card }]
  })
}

/** How surely a new card is an old one: 0 for another kind or place, 1 for the same text. */
function likeness(old: StoredCard, card: GeneratedCard): number {
  if (old.kind !== card.kind) return 0
  const sameConcept = old.conceptKey === card.conceptKey
  const sameFile = card.sources.some((source) => old.files.includes(source.file))
  if (!sameConcept && !sameFile) return 0
  const place = sameConcept ? 0.02 : 0
  const sameFront = normaliseText(old.front) === normaliseText(card.front)
  const sameBack = normaliseText(old.back) === normaliseText(card.back)
  if (sameFront && sameBack) return 1 + place
  const front = jaccard(contentStems(old.front), contentStems(card.front))
  const back = jaccard(contentStems(old.back), contentStems(card.back))
  if (sameBack && contentStems(old.back).length >= 2) return (front >= 0.4 ? 0.9 + front / 20 : 0) + place
  if (sameFront) return (back >= 0.5 ? 0.85 + back / 20 : 0) + place
  return front >= 0.6 && back >= 0.75 ? (front + back) / 2 + place : 0
}

function changeOf(old: StoredCard, card: GeneratedCard): CardChange {
  if (old.front === card.front && old.back === card.back) return 'same'
  const front = [normaliseText(old.front), normaliseText(card.front)].map((text) =>
    text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim(),
  )
  const back = [normaliseText(old.back), normaliseText(card.back)].map((text) =>
    text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim(),
  )
  if (front[0] === front[1] && back[0] === back[1]) return 'format'
  const close = jaccard(contentStems(old.back), contentStems(card.back))
  return back[0] === back[1] || close >= 0.6 ? 'wording' : 'meaning'
}
