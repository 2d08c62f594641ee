import { hashFields } from '../basics/hash.ts'
import { compareText, contentStems, normaliseTerm, normaliseText, wordCount } from '../basics/text.ts'
import type { Concept, Conflict } from '../concept/concept.ts'
import { sayAlike } from '../concept/say-alike.ts'
import type { Fact } from '../fact/fact.ts'
import { askFact } from './ask-fact.ts'
import type { CardKey, GeneratedCard, LintReason } from './card.ts'
import { cardKinds } from './card.ts'
import { lintCard } from './lint-card.ts'
import type { LintContext } from './lint-rule.ts'
import { nearSets } from './near-sets.ts'
import type { Proposal } from './proposal.ts'
import { withoutEchoes } from './echoes.ts'

const mostPerFact = 3

/**
 * The cards of all concepts: for each fact the best few questions, one answer for each question in the whole set,
 * no duplicates. Cards with a reason are doubtful and wait; the others are ready.
 */
export function generateCards(concepts: readonly Concept[], conflicts: readonly Conflict[]): GeneratedCard[] {
  const disputed = new Map(conflicts.map((conflict) => [conflict.factKey as string, conflict.sentence]))
  const scored = concepts.flatMap((concept) => {
    const named = new Set(contentStems(concept.term))
    return sayAlike(withoutEchoes(concept.facts)).flatMap((fact) =>
      cardsOf(fact, concept, named, disputed.get(fact.key)),
    )
  })
  const ranked = scored.sort(byRank)
  return dropDuplicates(oneAnswerAQuestion(ranked))
    .map(({ card }) => card)
    .sort((a, b) => compareText(a.key, b.key))
}

interface Ranked {
  readonly card: GeneratedCard
  readonly score: number
  /** The answer, levelled. */
  readonly answer: string
}

function cardsOf(
  fact: Fact,
  concept: Concept,
  named: ReadonlySet<string>,
  dispute: string | undefined,
): Ranked[] {
  const quoted = new Set(fact.sources.flatMap((quote) => quote.text))
  const context: LintContext = {
    concept: named,
    source: new Set([...quoted].flatMap(contentStems)),
    written: fact.kind === 'question' || (fact.kind === 'cloze' && !fact.slot.startsWith('number in ')),
  }
  const ranked = askFact(fact).map((proposal) => {
    const reasons = [
      ...lintCard(proposal, context),
      ...(dispute === undefined ? [] : [{ code: 'conflict', sentence: dispute }]),
    ]
    return {
      card: toCard(fact, concept, proposal, reasons),
      score: scoreOf(proposal, reasons, fact),
      answer: normaliseText(proposal.back),
    }
  })
  const sorted = ranked.sort(byRank)
  const ready = sorted.filter(({ card }) => card.status === 'ready')
  return (ready.length > 0 ? ready : sorted.slice(0, 1)).slice(0, mostPerFact)
}

function toCard(
  fact: Fact,
  concept: Concept,
  proposal: Proposal,
  reasons: readonly LintReason[],
): GeneratedCard {
  const accepted = [...new Set(proposal.accepted ?? [])].filter(
    (text) => text !== '' && normaliseText(text) !== normaliseText(proposal.back),
  )
  return {
    key: hashFields([
      'card',
      normaliseTerm(fact.term),
      fact.kind,
      normaliseText(fact.slot),
      proposal.kind,
      normaliseText(proposal.slot),
    ]) as CardKey,
    kind: proposal.kind,
    front: proposal.front,
    back: proposal.back,
    accepted: accepted.sort(compareText),
    conceptKey: concept.key,
    factKey: fact.key,
    status: reasons.length === 0 ? 'ready' : 'doubtful',
    reasons,
    sources: fact.sources,
  }
}

function scoreOf(proposal: Proposal, reasons: readonly LintReason[], fact: Fact): number {
  const long = proposal.kind === 'list_recall' ? 0 : Math.max(0, wordCount(proposal.back) - 13) * 0.2
  return proposal.score - reasons.length * 10 - long + Math.min(3, fact.sources.length - 1)
}

function byRank(a: Ranked, b: Ranked): number {
  return b.score - a.score || compareText(a.answer, b.answer) || compareText(a.card.key, b.card.key)
}

/** A question has one accepted answer in the whole set: the best card keeps it, the others go. */
function oneAnswerAQuestion(ranked: readonly Ranked[]): Ranked[] {
  const taken = new Set<string>()
  const keys = new Set<string>()
  return ranked.filter(({ card }) => {
    const question = `${card.kind === 'typed' ? 'basic' : card.kind} ${normaliseText(card.front)
      .replace(/[^\p{L}\p{N}_]+/gu, ' ')
      .trim()}`
    if (taken.has(question) || keys.has(card.key)) return false
    taken.add(question)
    keys.add(card.key)
    return true
  })
}

/** Two cards of one kind that share four fifths of their stems test the same thing: the better one stays. */
function dropDuplicates(ranked: readonly Ranked[]): Ranked[] {
  const stems = new Map(
    ranked.map(({ card }) => [card, new Set([...contentStems(card.front), ...contentStems(card.back)])]),
  )
  const kept = new Map(cardKinds.map((kind) => [kind, nearSets<GeneratedCard>(stems.values(), 0.8)]))
  return ranked.filter(({ card }) => {
    const own = stems.get(card) ?? new Set<string>()
    const others = kept.get(card.kind)
    // The gaps of one sentence share all their words, and each tests another one.
    const sameSentence = (other: GeneratedCard): boolean =>
      card.kind === 'cloze' && other.factKey === card.factKey
    if (others === undefined || others.near(own).some((other) => !sameSentence(other))) return false
    others.add(own, card)
    return true
  })
}
