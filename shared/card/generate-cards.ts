import { hashFields } from '../basics/hash.ts'
import { compareText, contentStems, normaliseTerm, normaliseText, wordCount } from '../basics/text.ts'
import type { Concept, Conflict } from '../concept/concept.ts'
import { sayAlike } from '../concept/say-alike.ts'
import type { Fact } from '../fact/fact.ts'
import { factKey } from '../fact/to-fact.ts'
import { askFact } from './ask-fact.ts'
import type { CardKey, GeneratedCard, LintReason } from './card.ts'
import { type Ranked, chooseCards } from './choose-cards.ts'
import { lintCard } from './lint-card.ts'
import type { LintContext } from './lint-rule.ts'
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
  return chooseCards(scored.sort(byRank)).sort((a, b) => compareText(a.key, b.key))
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
    written: isWritten(fact),
  }
  const isApart = fact.key !== factKey(fact)
  const ranked = askFact(fact).map((proposal) => {
    const reasons = [
      ...lintCard(proposal, context),
      ...(dispute === undefined ? [] : [{ code: 'conflict', sentence: dispute }]),
    ]
    return {
      card: toCard(fact, concept, proposal, { isApart, reasons }),
      score: scoreOf(proposal, reasons, fact),
      answer: normaliseText(proposal.back),
      written: context.written,
    }
  })
  const sorted = ranked.sort(byRank)
  // What the author wrote is never dropped for a better one.
  if (context.written) return sorted
  const ready = sorted.filter(({ card }) => card.status === 'ready')
  return (ready.length > 0 ? ready : sorted.slice(0, 1)).slice(0, mostPerFact)
}

/** True for a question or a gap that the author wrote. */
function isWritten({ kind, slot }: Fact): boolean {
  return kind === 'question' || (kind === 'cloze' && !slot.startsWith('number in '))
}

function toCard(
  fact: Fact,
  concept: Concept,
  proposal: Proposal,
  { isApart, reasons }: { isApart: boolean; reasons: readonly LintReason[] },
): GeneratedCard {
  const accepted = [...new Set(proposal.accepted ?? [])].filter(
    (text) => text !== '' && normaliseText(text) !== normaliseText(proposal.back),
  )
  const key = hashFields([
    'card',
    normaliseTerm(fact.term),
    fact.kind,
    normaliseText(fact.slot),
    proposal.kind,
    normaliseText(proposal.slot),
  ])
  return {
    // A fact that shares its levelled term with another one has a key of its own, and so has its card.
    key: (isApart ? hashFields([key, fact.key]) : key) as CardKey,
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
