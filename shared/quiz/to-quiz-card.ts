import { answerCategory } from './answer-category.ts'
import type { QuizCard } from './quiz.ts'

/** A card as a quiz sees it: the category of its answer is derived, never stored. */
export function toQuizCard(card: Omit<QuizCard, 'category'>): QuizCard {
  return { ...card, notes: [...new Set(card.notes)], category: answerCategory(card) }
}
