import { hashFields } from '../../basics/hash.ts'
import { rulesOf } from '../../card/kinds/card-kinds.ts'
import type { Distractor } from '../choose-distractors.ts'
import type { QuestionKind, QuizQuestion } from '../question.ts'
import type { QuizCard } from '../quiz-card.ts'
import { chanceOf } from '../chance-of.ts'
import type { QuizLibrary } from '../quiz-library.ts'

/** What it takes to ask a card in some form. */
export interface Asking {
  readonly library: QuizLibrary
  readonly seed: string
  /** '' at first; another word asks the same again, with its options and steps in another order. */
  readonly round: string
  /** Whether the ideas of a long answer may be shown, to be ticked: an exam tells nothing before its end. */
  readonly showsIdeas: boolean
  /** Whether a card may be asked along, as one of several pairs. */
  readonly isFree: (card: QuizCard) => boolean
  /** Two or three wrong options, or null; asked for as often as one likes. */
  readonly distractorsOf: (card: QuizCard) => readonly Distractor[] | null
  /** One answer that a false statement may give instead, or null. */
  readonly swapOf: (card: QuizCard) => Distractor | null
  /** Whether the learner ever answered the card, in a review or a quiz. */
  readonly isMet: (card: QuizCard) => boolean
  /** Ids of concepts that the learner took for this card's, the most often first. */
  readonly confusedWith: (card: QuizCard) => readonly string[]
}

/** One form of question: for which cards it is, and how they are asked in it. */
export interface QuestionForm<Kind extends QuestionKind = QuestionKind> {
  readonly kind: Kind
  /** What can be told without looking for options; `ask` may still find that it cannot be asked soundly. */
  readonly isFor: (card: QuizCard) => boolean
  readonly ask: (card: QuizCard, asking: Asking) => Extract<QuizQuestion, { readonly kind: Kind }> | null
}

/** What every question carries. */
export function questionBase(card: QuizCard, kind: QuestionKind, { seed, round }: Asking) {
  return {
    id: hashFields(['question', seed, round, card.cardId, card.front, card.back, kind]),
    cardId: card.cardId,
    factKey: card.factKey,
    conceptId: card.conceptId,
    concept: card.concept,
    prompt: rulesOf(card.content).sides(card.content).prompt,
    sources: card.sources,
  }
}

/** The seed of everything that is left to chance in one question. */
export const chanceIn = (card: QuizCard, kind: QuestionKind, { seed, round }: Asking): string =>
  `${seed} ${round} ${kind} ${card.cardId} ${card.back}`

/** One of `count` places, each as likely as the others. */
export const placeIn = (count: number, chance: string): number =>
  Math.floor(chanceOf(chance, 'place') * count)
