import { compareText } from '../basics/text.ts'
import type { CardReading } from './card-reading.ts'
import type { NoteNearness } from './near-notes.ts'
import type { QuizCard } from './quiz-card.ts'

/** A card of the same field, with how near it stands. */
export interface Rival {
  readonly card: QuizCard
  readonly nearness: NoteNearness | 'heading'
}

/** In a large library a fair sample of the field will do: a quiz is made while the learner waits. */
export const mostRivals = 150
export const mostLookedAt = 4 * mostRivals

const nearnessOrder = ['alike', 'linked', 'same', 'heading'] as const

/** The nearer of what was known of two cards and of how near their notes are. */
export function nearest(
  known: Rival['nearness'] | undefined,
  nearness: NoteNearness,
  rival: QuizCard,
  card: QuizCard,
): Rival['nearness'] {
  const found = nearness === 'same' && standBelowOneHeading(rival, card) ? 'heading' : nearness
  const isNearer = known === undefined || nearnessOrder.indexOf(found) > nearnessOrder.indexOf(known)
  return isNearer ? found : known
}

/** Whether two cards are drawn from below the same heading of the same note. */
export function standBelowOneHeading(one: QuizCard, other: QuizCard): boolean {
  return one.sources.some(({ file, heading }) =>
    other.sources.some(
      (source) =>
        source.file === file &&
        heading.length > 0 &&
        source.heading.length === heading.length &&
        source.heading.every((name, i) => name === heading[i]),
    ),
  )
}

/** One for each answer, the nearest first while there are too many. */
export function fewestRivals(
  rivals: readonly Rival[],
  reading: (card: QuizCard) => CardReading,
  hashOf: (card: QuizCard) => number,
): Rival[] {
  const inOrder = rivals
    .map((rival) => ({ rival, near: nearnessOrder.indexOf(rival.nearness), hash: hashOf(rival.card) }))
    .sort((a, b) => b.near - a.near || a.hash - b.hash || compareText(a.rival.card.back, b.rival.card.back))
  const seen = new Set<string>()
  const few: Rival[] = []
  // To read a card takes long: no more are read than are kept.
  for (const { rival } of inOrder) {
    if (few.length === mostRivals) break
    // Two cards with one answer but of other forms of question both stay: either may fit the frame.
    const { answer, frame } = reading(rival.card)
    const key = `${answer}\n${frame}`
    if (seen.has(key)) continue
    seen.add(key)
    few.push(rival)
  }
  return few
}
