import { groupBy } from '../basics/group-by.ts'
import { compareText, contentStems, jaccard, normaliseText } from '../basics/text.ts'
import { contradicts, exactStems } from '../english/exact-signs.ts'
import { type SpellingChange, spellingChange, worst } from '../english/spelling-change.ts'
import { turnsMeaning } from '../english/turned-meaning.ts'
import type { CardId, GeneratedCard } from './card.ts'
import { type NearSets, nearSets } from './near-sets.ts'
import type { StoredCard } from './stored-card.ts'

/** Below this a new card is another card: a false carry-over is worse than a reset. */
const closeEnough = 0.75

/** How much of two answers must be shared before their questions are compared. */
const closeAnswer = 0.75

/** A corrected spelling is surer than a rewording and less sure than an equal side. */
const slipScore = 0.84
const unsureScore = 0.76

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

interface Likeness {
  readonly score: number
  /** Its words were corrected, or they are others: only the learner knows. */
  readonly unsure: boolean
}

interface Pair extends Likeness {
  readonly old: StoredCard
  readonly card: GeneratedCard
}

/** A vanished card and the new one that it is. */
export interface MovedCard {
  readonly id: CardId
  readonly card: GeneratedCard
  /** Only the learner knows whether it is the same card. */
  readonly unsure: boolean
}

/** Pairs vanished cards with new ones, the best first; a card that fits two others equally well is not carried over. */
export function pairMoved(lost: readonly StoredCard[], fresh: readonly GeneratedCard[]): MovedCard[] {
  if (lost.length === 0 || fresh.length === 0) return []
  const pairs = closePairs(lost, fresh)
  const usedIds = new Set<string>()
  const usedKeys = new Set<string>()
  const byOld = groupBy(pairs, ({ old, score }) => `${score} ${old.id}`)
  const byNew = groupBy(pairs, ({ card, score }) => `${score} ${card.key}`)
  return pairs.flatMap(({ old, card, score, unsure }) => {
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
    return [{ id: old.id, card, unsure }]
  })
}

/** Every pair that is close enough, best first. Only cards with an equal side or a near answer are
 * compared. */
function closePairs(lost: readonly StoredCard[], fresh: readonly GeneratedCard[]): Pair[] {
  const olds = lost.map(readCard)
  const news = fresh.map(readCard)
  const place = new Map(news.map((card, at) => [card, at]))
  const byFront = groupBy(news, ({ card, front }) => `${card.content.kind} ${front}`)
  const byBack = groupBy(news, ({ card, back }) => `${card.content.kind} ${back}`)
  const bySkeleton = groupBy(news, ({ card, back }) => `${card.content.kind} ${skeletonOf(back)}`)
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
        ...(bySkeleton.get(`${old.card.kind} ${skeletonOf(old.back)}`) ?? []),
        ...(byKind.get(old.card.kind)?.near(old.answered) ?? []),
      ])
      return [...candidates]
        .sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
        .flatMap((card) => {
          const like = likeness(old, card, files)
          return like.score < closeEnough ? [] : [{ old: old.card, card: card.card, ...like }]
        })
    })
    .sort(
      (a, b) => b.score - a.score || compareText(a.old.id, b.old.id) || compareText(a.card.key, b.card.key),
    )
}

/** What most slips leave of an answer: its consonants, none of them doubled. */
const skeletonOf = (level: string): string => level.replace(/[aeiouy\s]/g, '').replace(/(.)\1+/g, '$1')

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

const unlike: Likeness = { score: 0, unsure: false }

/** How surely a new card is an old one: 0 for another place, 1 for the same text. */
function likeness(old: Read<StoredCard>, card: Read<GeneratedCard>, files: ReadonlySet<string>): Likeness {
  const sameConcept = old.card.conceptKey === card.card.conceptKey
  if (!sameConcept && !card.card.sources.some((source) => files.has(source.file))) return unlike
  const place = sameConcept ? 0.02 : 0
  if (contradicts(old.card.front, card.card.front) || contradicts(old.card.back, card.card.back))
    return unlike
  if (old.front === card.front && old.back === card.back) return { score: 1 + place, unsure: false }
  const spelling = correctionOf(old.card, card.card)
  if (spelling === 'unsure') return { score: unsureScore + place, unsure: true }
  const score = Math.max(likenessOfWords(old, card), spelling === 'slip' ? slipScore : 0)
  if (score < closeEnough - place) return unlike
  const turned = turnsMeaning(old.card.front, card.card.front) || turnsMeaning(old.card.back, card.card.back)
  return turned ? unlike : { score: score + place, unsure: false }
}

function correctionOf(
  old: Pick<StoredCard, 'front' | 'back'>,
  card: Pick<GeneratedCard, 'front' | 'back'>,
): SpellingChange {
  const front = spellingChange(old.front, card.front)
  return front === 'other' ? front : worst([front, spellingChange(old.back, card.back)])
}

function likenessOfWords(old: Read<StoredCard>, card: Read<GeneratedCard>): number {
  const front = jaccard(old.asked, card.asked)
  const back = jaccard(old.answered, card.answered)
  if (old.back === card.back && old.answerLength >= 2) return front >= 0.4 ? 0.9 + front / 20 : 0
  if (old.front === card.front) return back >= 0.5 ? 0.85 + back / 20 : 0
  return front >= 0.6 && back >= closeAnswer ? (front + back) / 2 : 0
}
