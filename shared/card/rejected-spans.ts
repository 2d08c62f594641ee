import { hashFields } from '../basics/hash.ts'
import { normaliseText } from '../basics/text.ts'
import type { SourceQuote } from '../note/note.ts'
import type { GeneratedCard } from './card.ts'

/** What a learner rejects: lines by their text, wherever they stand and however they are marked up. */
export function spanKey(quote: Pick<SourceQuote, 'text'>): string {
  return hashFields(['span', ...quote.text.map(normaliseText).filter((line) => line !== '')])
}

/** The cards that are still proposed: all of a rejected card's lines were rejected, in every note that states its fact. */
export function withoutRejected(
  cards: readonly GeneratedCard[],
  rejected: ReadonlySet<string>,
): readonly GeneratedCard[] {
  if (rejected.size === 0) return cards
  return cards.filter((card) => !card.sources.every((quote) => rejected.has(spanKey(quote))))
}
