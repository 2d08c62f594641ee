import { groupBy } from '../basics/group-by.ts'
import { contentStems } from '../basics/text.ts'
import { quoted } from '../concept/find-conflicts.ts'
import { mergeSources } from '../concept/merge-sources.ts'
import { exactWords, sameSigns } from '../english/exact-signs.ts'
import type { GeneratedCard } from './card.ts'
import { rulesOf } from './kinds/card-kinds.ts'
import { cardKinds } from './kinds/kind-names.ts'
import { reason } from './lint-rule.ts'
import { nearSets } from './near-sets.ts'

/** A card among those that compete to be asked. */
export interface Ranked {
  readonly card: GeneratedCard
  readonly score: number
  /** The answer, levelled. */
  readonly answer: string
  /** True when the author wrote the question. */
  readonly written: boolean
  /** True where questions of one frame differ in the term that they name: nobody mixes those up. */
  readonly namesTerm: boolean
}

/**
 * The cards that are asked, of all in the order of their rank: one for each question, and none that tests what another
 * one does. What an author wrote goes only where another card asks it in the same words.
 */
export function chooseCards(ranked: readonly Ranked[]): GeneratedCard[] {
  return doubtAlike(dropDuplicates(oneAnswerAQuestion(ranked))).map(({ card }) => card)
}

/** So many questions in nearly the same words are told apart by nobody. */
const mostAlike = 3

/** Questions that share most of their words and have other answers get mixed up: beyond the first few they wait. */
function doubtAlike(ranked: readonly Ranked[]): Ranked[] {
  const stems = new Map(ranked.map(({ card }) => [card, new Set(contentStems(card.front))]))
  const asked = nearSets<GeneratedCard>(stems.values(), 0.75)
  return ranked.map((one) => {
    const { card, written, namesTerm } = one
    const own = stems.get(card) ?? new Set<string>()
    if (written || namesTerm || card.status !== 'ready' || own.size < 4) return one
    const alike = asked.near(own)
    asked.add(own, card)
    const [first] = alike
    if (first === undefined || alike.length < mostAlike) return one
    const sentence = `It is too like “${first.front}”, with another answer: tell them apart in the question.`
    return {
      ...one,
      card: { ...card, status: 'doubtful', reasons: [...card.reasons, reason('too_alike', sentence)] },
    }
  })
}

/** A question has one accepted answer in the whole set: the best card keeps it, with the sources of all that agree. */
function oneAnswerAQuestion(ranked: readonly Ranked[]): Ranked[] {
  const asked = new Map<string, Ranked[]>()
  const keys = new Set<string>()
  for (const one of ranked) {
    const { card } = one
    const question = `${rulesOf(card.content).form} ${exactWords(card.front)}`
    const known = asked.get(question)
    if (known !== undefined) known.push(one)
    else if (!keys.has(card.key)) asked.set(question, [one])
    keys.add(card.key)
  }
  return [...asked.values()]
    .flatMap(apartByCase)
    .flatMap(([best, ...others]) => (best === undefined ? [] : [joined(best, others)]))
}

/** "sie" and "Sie" as authors ask for them are two words, where they are answered in two ways. */
function apartByCase(same: Ranked[]): Ranked[][] {
  const [first, second] = same
  if (second === undefined) return [same]
  const agree = same.every(({ card }) => exactWords(card.back) === exactWords(first?.card.back ?? ''))
  if (agree || !same.every(({ written }) => written)) return [same]
  return [...groupBy(same, ({ card }) => card.front).values()]
}

/** The best card with the sources of those that agree; where an author answered the same question otherwise, it waits. */
function joined(best: Ranked, others: readonly Ranked[]): Ranked {
  if (others.length === 0) return best
  const { card } = best
  const said = exactWords(card.back)
  const agrees = (other: Ranked): boolean => exactWords(other.card.back) === said
  const denying = best.written ? others.filter((other) => other.written && !agrees(other)) : []
  const sources = mergeSources(
    [best, ...others.filter(agrees), ...denying].flatMap((own) => own.card.sources),
  )
  if (denying.length === 0) return { ...best, card: { ...card, sources } }
  const answers = [...new Set([card.back, ...denying.map((other) => other.card.back)])]
  const sentence = `Your notes answer “${card.front}” in different ways: ${quoted(answers)}.`
  const reasons = [...card.reasons, reason('conflict', sentence)]
  return { ...best, card: { ...card, sources, status: 'doubtful', reasons } }
}

/** Two cards of one kind that share four fifths of their stems test the same thing: the better one stays. */
function dropDuplicates(ranked: readonly Ranked[]): Ranked[] {
  const stems = new Map(
    ranked.map(({ card }) => [card, new Set([...contentStems(card.front), ...contentStems(card.back)])]),
  )
  const kept = new Map(cardKinds.map((kind) => [kind, nearSets<GeneratedCard>(stems.values(), 0.8)]))
  return ranked.filter(({ card, written }) => {
    const own = stems.get(card) ?? new Set<string>()
    const others = kept.get(card.content.kind)
    if (others === undefined) return false
    if (!written && others.near(own).some((other) => asksTheSame(card, other))) return false
    others.add(own, card)
    return true
  })
}

/** The gaps of one sentence share all their words, and each tests another one; so do texts with another number. */
function asksTheSame(card: GeneratedCard, other: GeneratedCard): boolean {
  if (card.content.kind === 'cloze' && other.factKey === card.factKey) return false
  return sameSigns(card.front, other.front) && sameSigns(card.back, other.back)
}
