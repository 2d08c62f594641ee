import { groupBy } from '../basics/group-by.ts'
import { compareText, contentStems, jaccard, normaliseText } from '../basics/text.ts'
import { contradicts, exactStems } from '../english/exact-signs.ts'
import type { CardId, GeneratedCard } from './card.ts'
import { type NearSets, nearSets } from './near-sets.ts'
import type { StoredCard } from './stored-card.ts'

/** Below this a new card is another card: a false carry-over is worse than a reset. */
const closeEnough = 0.75

/** How much of two answers must be shared before their questions are compared. */
const closeAnswer = 0.75

/** A card with what comparing it to many others needs. */
interface Read<Card> {
  readonly card: Card
  readonly front: string
  readonly back: string
  readonly asked: ReadonlySet<string>
  readonly answered: ReadonlySet<string>
  /** Counted with repetitions. */
  readonly answerLength: number
}

interface Pair {
  readonly old: StoredCard
  readonly card: GeneratedCard
  readonly score: number
}

/** Pairs vanished cards with new ones, the best first; a card that fits two others equally well is not carried over. */
export function pairMoved(
  lost: readonly StoredCard[],
  fresh: readonly GeneratedCard[],
): { id: CardId; card: GeneratedCard }[] {
  if (lost.length === 0 || fresh.length === 0) return []
  const pairs = closePairs(lost, fresh)
  const usedIds = new Set<string>()
  const usedKeys = new Set<string>()
  const byOld = groupBy(pairs, ({ old, score }) => `${score} ${old.id}`)
  const byNew = groupBy(pairs, ({ card, score }) => `${score} ${card.key}`)
  return pairs.flatMap(({ old, card, score }) => {
    if (usedIds.has(old.id) || usedKeys.has(card.key)) return []
    const rivals = [...(byOld.get(`${score} ${old.id}`) ?? []), ...(byNew.get(`${score} ${card.key}`) ?? [])]
    const rivalled = rivals.some(
      (pair) =>
        (pair.old.id === old.id) !== (pair.card.key === card.key) &&
        !usedIds.has(pair.old.id) &&
        !usedKeys.has(pair.card.key),
    )
    if (rivalled && score < 1) return []
    usedIds.add(old.id)
    usedKeys.add(card.key)
    return [{ id: old.id, card }]
  })
}

/** Every pair that is close enough, best first. Only cards with an equal side or a near answer are compared. */
function closePairs(lost: readonly StoredCard[], fresh: readonly GeneratedCard[]): Pair[] {
  const olds = lost.map(readCard)
  const news = fresh.map(readCard)
  const place = new Map(news.map((card, at) => [card, at]))
  const byFront = groupBy(news, ({ card, front }) => `${card.content.kind} ${front}`)
  const byBack = groupBy(news, ({ card, back }) => `${card.content.kind} ${back}`)
  const byKind = new Map<string, NearSets<Read<GeneratedCard>>>()
  const answers = [...olds, ...news].map(({ answered }) => answered)
  for (const card of news) {
    const known = byKind.get(card.card.content.kind) ?? nearSets<Read<GeneratedCard>>(answers, closeAnswer)
    byKind.set(card.card.content.kind, known)
    known.add(card.answered, card)
  }
  return olds
    .flatMap((old) => {
      const files = new Set(old.card.files)
      const candidates = new Set([
        ...(byFront.get(`${old.card.kind} ${old.front}`) ?? []),
        ...(byBack.get(`${old.card.kind} ${old.back}`) ?? []),
        ...(byKind.get(old.card.kind)?.near(old.answered) ?? []),
      ])
      return [...candidates]
        .sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
        .flatMap((card) => {
          const score = likeness(old, card, files)
          return score < closeEnough ? [] : [{ old: old.card, card: card.card, score }]
        })
    })
    .sort(
      (a, b) => b.score - a.score || compareText(a.old.id, b.old.id) || compareText(a.card.key, b.card.key),
    )
}

function readCard<Card extends { readonly front: string; readonly back: string }>(card: Card): Read<Card> {
  const answer = contentStems(card.back)
  return {
    card,
    front: normaliseText(card.front),
    back: normaliseText(card.back),
    asked: new Set(exactStems(card.front)),
    answered: new Set(exactStems(card.back)),
    answerLength: answer.length,
  }
}

/** How surely a new card is an old one: 0 for another place, 1 for the same text. */
function likeness(old: Read<StoredCard>, card: Read<GeneratedCard>, files: ReadonlySet<string>): number {
  const sameConcept = old.card.conceptKey === card.card.conceptKey
  if (!sameConcept && !card.card.sources.some((source) => files.has(source.file))) return 0
  if (contradicts(old.card.front, card.card.front) || contradicts(old.card.back, card.card.back)) return 0
  const place = sameConcept ? 0.02 : 0
  const sameFront = old.front === card.front
  const sameBack = old.back === card.back
  if (sameFront && sameBack) return 1 + place
  const front = jaccard(old.asked, card.asked)
  const back = jaccard(old.answered, card.answered)
  if (sameBack && old.answerLength >= 2) return (front >= 0.4 ? 0.9 + front / 20 : 0) + place
  if (sameFront) return (back >= 0.5 ? 0.85 + back / 20 : 0) + place
  return front >= 0.6 && back >= closeAnswer ? (front + back) / 2 + place : 0
}
