import { hashFields } from '../basics/hash.ts'
import { compareText, contentStems, normaliseTerm, normaliseText, wordCount } from '../basics/text.ts'
import type { Concept, Conflict } from '../concept/concept.ts'
import { sayAlike } from '../concept/say-alike.ts'
import type { Fact } from '../fact/fact.ts'
import { factKey, slotOf } from '../fact/identity.ts'
import type { NoteGenre } from '../note/note-genre.ts'
import type { SourceQuote } from '../note/note.ts'
import { askFact } from './ask-fact.ts'
import type { CardKey, GeneratedCard } from './card.ts'
import { type Ranked, chooseCards } from './choose-cards.ts'
import { plainText, rulesOf } from './kinds/card-kinds.ts'
import { lintCard } from './lint-card.ts'
import { levelName } from './near-same.ts'
import type { LintContext, LintReason } from './lint-rule.ts'
import type { Proposal } from './proposal.ts'
import { withoutEchoes } from './echoes.ts'
import { sideLanguages } from './side-languages.ts'
import type { CardLook } from './worth/card-features.ts'
import { foreignForm } from './worth/foreign-form.ts'
import { type Worth, foreignWorth, worthOf, writtenWorth } from './worth.ts'

const mostPerFact = 3

/**
 * The cards of all concepts: for each fact the best few questions, one answer for each question in the whole set,
 * no duplicates. Cards with a reason are doubtful and wait; the others are ready.
 */
export function generateCards(
  concepts: readonly Concept[],
  conflicts: readonly Conflict[],
  genreOf: GenreOf = () => 'study',
): GeneratedCard[] {
  const disputed = new Map(conflicts.map((conflict) => [conflict.factKey as string, conflict.sentence]))
  const scored = concepts.flatMap((concept) => {
    const named = new Set(contentStems(concept.term))
    return sayAlike(withoutEchoes(concept.facts)).flatMap((fact) =>
      cardsOf(fact, concept, {
        named: concept.byTopic.has(fact.key) ? new Set(contentStems(fact.term)) : named,
        genreOf,
        dispute: disputed.get(fact.key),
      }),
    )
  })
  return chooseCards(scored.sort(byRank), oneNameEach(concepts)).sort((a, b) => compareText(a.key, b.key))
}

/** The concept that a name belongs to, as it is called; other names stand for themselves. */
function oneNameEach(concepts: readonly Concept[]): (name: string) => string {
  const names = new Map<string, string>()
  for (const { term, aliases } of concepts)
    for (const name of [term, ...aliases]) names.set(levelName(name), levelName(term))
  return (name) => names.get(name) ?? name
}

/** What a fact is about: its own term, and its concept where that is no heading around it. */
const namesOf = (fact: Fact, concept: Concept): string[] => [
  fact.term,
  ...fact.aliases,
  ...(concept.byTopic.has(fact.key) ? [] : [concept.term, ...concept.aliases]),
]

/** The genre of the note of this path. */
export type GenreOf = (file: string) => NoteGenre

interface Known {
  /** The stems of the concept's term. */
  readonly named: ReadonlySet<string>
  readonly genreOf: GenreOf
  readonly dispute: string | undefined
}

function cardsOf(fact: Fact, concept: Concept, { named, genreOf, dispute }: Known): Ranked[] {
  const quoted = new Set(fact.sources.flatMap((quote) => quote.text))
  const context: LintContext = {
    concept: named,
    source: new Set([...quoted].flatMap(contentStems)),
    written: isWritten(fact),
    abroad: fact.abroad !== undefined,
  }
  const isApart = fact.key !== factKey(fact)
  const ranked = askFact(fact).map((proposal) => {
    const reasons = [
      ...lintCard(proposal.content, context),
      ...(proposal.doubt === undefined ? [] : [proposal.doubt]),
      ...(dispute === undefined ? [] : [{ code: 'conflict', sentence: dispute }]),
    ]
    const card = toCard(fact, concept, proposal, { isApart, reasons, genreOf, written: context.written })
    return {
      card,
      score: scoreOf(proposal, card, fact),
      answer: normaliseText(card.back),
      written: context.written,
      names: namesOf(fact, concept),
      namesTerm: fact.abroad !== undefined,
    }
  })
  const sorted = ranked.sort(byRank)
  // What the author wrote is never dropped for a better one.
  if (context.written) return sorted
  const ready = sorted.filter(({ card }) => card.status === 'ready')
  return (ready.length > 0 ? ready.sort(byWorth) : sorted.slice(0, 1)).slice(0, mostPerFact)
}

/** True for a question or a gap that the author wrote. */
function isWritten(fact: Fact): boolean {
  return (
    (fact.kind === 'question' && fact.sides.kind !== 'defined') ||
    fact.kind === 'choice' ||
    (fact.kind === 'cloze' && fact.by === 'author')
  )
}

interface Judged {
  readonly isApart: boolean
  readonly reasons: readonly LintReason[]
  readonly genreOf: GenreOf
  readonly written: boolean
}

function toCard(
  fact: Fact,
  concept: Concept,
  proposal: Proposal,
  { isApart, reasons, genreOf, written }: Judged,
): GeneratedCard {
  const { content, slot = '' } = proposal
  const { front, back } = plainText(content)
  const accepted = [...new Set(proposal.accepted ?? [])].filter(
    (text) => text !== '' && normaliseText(text) !== normaliseText(back),
  )
  const key = hashFields([
    'card',
    normaliseTerm(fact.term),
    fact.kind,
    slotOf(fact),
    content.kind,
    normaliseText(slot),
  ])
  return {
    // A fact that shares its levelled term with another one has a key of its own, and so has its card.
    key: (isApart ? hashFields([key, fact.key]) : key) as CardKey,
    content,
    front,
    back,
    accepted: accepted.sort(compareText),
    languages: sideLanguages(fact, { kind: content.kind, front, back }),
    conceptKey: concept.key,
    factKey: fact.key,
    status: reasons.length === 0 ? 'ready' : 'doubtful',
    reasons,
    worth: bestWorth(
      { kind: content.kind, front, back, concept: concept.term },
      fact.sources,
      genreOf,
      judgeOf(fact, content.kind, written),
    ),
    sources: fact.sources,
  }
}

/** Who judges a card: its author, its form, or the model. */
function judgeOf(fact: Fact, kind: string, written: boolean): (look: CardLook) => Worth {
  if (written) return writtenWorth
  if (fact.abroad === undefined) return worthOf
  return (look) => foreignWorth(look, foreignForm(fact, kind))
}

/** A card is worth what it is worth in the note that shows it best; of many notes the first few are asked. */
function bestWorth(
  text: Pick<CardLook, 'kind' | 'front' | 'back' | 'concept'>,
  sources: readonly SourceQuote[],
  genreOf: GenreOf,
  judge: (look: CardLook) => Worth,
): Worth {
  const [first, ...others] = sources
    .slice(0, 4)
    .map(({ file, heading, text: source }) => judge({ ...text, heading, source, genre: genreOf(file) }))
  if (first === undefined) throw new Error('Inconsistent: a card without a source')
  return others.reduce((best, worth) => (worth.chance > best.chance ? worth : best), first)
}

function scoreOf(proposal: Proposal, { content, back, reasons }: GeneratedCard, fact: Fact): number {
  const isList = rulesOf(content).quiz.answerIs === 'list'
  const long = isList ? 0 : Math.max(0, wordCount(back) - 13) * 0.2
  return proposal.score - reasons.length * 10 - long + Math.min(3, fact.sources.length - 1)
}

/** Siblings compete by worth. Cards of different facts do not: another winner would be another card with no history. */
const byWorth = (a: Ranked, b: Ranked): number => b.card.worth.chance - a.card.worth.chance || byRank(a, b)

function byRank(a: Ranked, b: Ranked): number {
  return b.score - a.score || compareText(a.answer, b.answer) || compareText(a.card.key, b.card.key)
}
