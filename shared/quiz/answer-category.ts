import { isWholeCode } from '../answer/is-typeable.ts'
import { wordCount } from '../basics/text.ts'
import type { CardContent } from '../card/card.ts'
import { rulesOf } from '../card/kinds/card-kinds.ts'
import type { FactKind } from '../fact/fact.ts'
import { splitEnumeration } from '../english/enumeration.ts'

export const answerCategories = [
  'http_verb',
  'http_status',
  'number',
  'code',
  'acronym',
  'expansion',
  'term',
  'item',
  'list',
  'definition',
  'purpose',
  'benefit',
  'problem',
  'solution',
  'phrase',
] as const
/** What kind of thing an answer is. Only answers of one category can be taken for each other. */
export type AnswerCategory = (typeof answerCategories)[number]

/** Categories whose answers are names: one spelling is expected, so they can be typed. */
export const nameCategories: ReadonlySet<AnswerCategory> = new Set([
  'http_verb',
  'http_status',
  'number',
  'code',
  'acronym',
  'expansion',
  'term',
])

interface CategorisedCard {
  readonly content: CardContent
  readonly factKind: FactKind
  readonly front: string
  readonly back: string
}

const longestTerm = 4
// "Which tool …", "What is the term for …", "… is called what": the answer is a name.
const asksForName = /^which\b|^who\b|\bwhat is the (?:term|name|abbreviation)\b|\bcalled\b|\bstands? for\b/i

/** The category of an answer: first by its form, which everyone can see, then by the kind of its fact. */
export function answerCategory(card: CategorisedCard): AnswerCategory {
  const text = card.back.replace(/`/g, '').trim()
  if (rulesOf(card.content).quiz.answerIs === 'list' || isEnumeration(card.back)) return 'list'
  return categoryByForm(card.back, text) ?? categoryByFact(card, text)
}

function categoryByForm(back: string, text: string): AnswerCategory | undefined {
  if (/^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE|CONNECT)$/.test(text)) return 'http_verb'
  if (/^[1-5]\d\d$/.test(text)) return 'http_status'
  if (/^[\d.,]+ ?(?:%|\p{L}{1,12})?$/u.test(text)) return 'number'
  if (isWholeCode(back)) return 'code'
  if (/^\p{Lu}[\p{Lu}\p{N}]{1,6}s?$/u.test(text)) return 'acronym'
  return undefined
}

function categoryByFact(card: CategorisedCard, text: string): AnswerCategory {
  const isShort = wordCount(text) <= longestTerm
  // The other direction of a definition asks for its term, and so does a gap.
  const { answerIs, isTurned } = rulesOf(card.content).quiz
  const asksForTerm = answerIs === 'name' || asksForName.test(card.front)
  if (card.factKind === 'expansion') return isTurned ? 'acronym' : 'expansion'
  if (asksForTerm && isShort) return 'term'
  // "To find mistakes early", "Because it is checked twice": a reason, whatever it was noted as.
  if (/^(?:to \p{Ll}+|because|so that)\b/iu.test(text)) return 'benefit'
  if (card.factKind === 'definition') return 'definition'
  if (card.factKind === 'purpose') return 'purpose'
  if (card.factKind === 'best_practice') return 'benefit'
  if (card.factKind === 'problem_solution') return isTurned ? 'problem' : 'solution'
  return 'phrase'
}

function isEnumeration(back: string): boolean {
  if (back.includes('\n')) return true
  const parts = splitEnumeration(back) ?? []
  return parts.length >= 3 && parts.every((part) => wordCount(part) <= 3)
}
