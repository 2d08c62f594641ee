import { plainText } from '../card/kinds/card-kinds.ts'
import { answerCategory } from './answer-category.ts'
import type { QuizCard } from './quiz.ts'

/** A card as a quiz sees it: its texts and the category of its answer are derived, never stored. */
export function toQuizCard(card: Omit<QuizCard, 'category' | 'front' | 'back'>): QuizCard {
  const read = { ...card, ...plainText(card.content), notes: [...new Set(card.notes)] }
  return { ...read, category: answerCategory(read) }
}
