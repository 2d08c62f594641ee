import type { CardContent, CardId } from '../card/card.ts'
import type { FactKey, FactKind } from '../fact/fact.ts'
import type { SourceQuote } from '../note/note.ts'
import type { AnswerCategory } from './answer-category.ts'

/** One ready card with what a quiz must know of its fact and concept. Build it with `toQuizCard`. */
export interface QuizCard {
  readonly cardId: CardId
  readonly content: CardContent
  readonly factKind: FactKind
  readonly factKey: FactKey
  /** Both sides as plain text. */
  readonly front: string
  readonly back: string
  readonly accepted: readonly string[]
  /** What it speaks of: the name of its concept, or the fact's own term where that is filed by its topic. */
  readonly concept: string
  readonly conceptId: string
  /** Cards of one subject may be right answers to each other; those that only share a topic are not. */
  readonly subjectId: string
  readonly conceptAliases: readonly string[]
  /** The files that state the fact, without repeats: concepts that share one are neighbours. */
  readonly notes: readonly string[]
  /** Every place that states it. */
  readonly sources: readonly SourceQuote[]
  /** Where its note speaks of it, the outermost first. */
  readonly topic: readonly string[]
  /** The tags of its notes, without `#`. */
  readonly tags: readonly string[]
  readonly category: AnswerCategory
}

/** Every ready card of a library, whatever the quiz is about: distractors come from all of them. */
export type QuizMaterial = readonly QuizCard[]
