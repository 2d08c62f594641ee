import { hashFields } from '../basics/hash.ts'
import { normaliseText } from '../basics/text.ts'
import type { SourceQuote } from '../note/note.ts'
import type { CardKey, GeneratedCard } from './card.ts'

/** What a learner rejects: lines by their text, wherever they stand and however they are marked up. */
export function spanKey(quote: Pick<SourceQuote, 'text'>): string {
  return hashFields(['span', ...quote.text.map(normaliseText).filter((line) => line !== '')])
}

const ofQuestion = 'card:'

/** The name of one question that is rejected by itself: what else its lines ask goes on. */
export function questionSpan(key: CardKey): string {
  return ofQuestion + key
}

/** Whether a rejection is of one question, not of lines. */
export function isQuestionSpan(span: string): boolean {
  return span.startsWith(ofQuestion)
}

/** Whether the learner rejected every line of these. */
export function areRejected(
  sources: readonly Pick<SourceQuote, 'text'>[],
  rejected: ReadonlySet<string>,
): boolean {
  return sources.every((quote) => rejected.has(spanKey(quote)))
}

/**
 * The cards that are still proposed. A rejected one was rejected by its question, or all of its lines were, in every note
 * that states its fact.
 */
export function withoutRejected(
  cards: readonly GeneratedCard[],
  rejected: ReadonlySet<string>,
): readonly GeneratedCard[] {
  if (rejected.size === 0) return cards
  return cards.filter((card) => !rejected.has(questionSpan(card.key)) && !areRejected(card.sources, rejected))
}
