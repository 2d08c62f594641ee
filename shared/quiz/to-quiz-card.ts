import { plainText } from '../card/kinds/card-kinds.ts'
import { answerCategory } from './answer-category.ts'
import type { QuizCard } from './quiz-card.ts'

type Placed = 'subjectId' | 'sources' | 'topic' | 'tags'

/** A card as its rows tell it; without a subject of its own it speaks of its concept. */
type QuizCardParts = Omit<QuizCard, 'category' | 'front' | 'back' | Placed> & Partial<Pick<QuizCard, Placed>>

/** A card as a quiz sees it: its texts and the category of its answer are derived, never stored. */
export function toQuizCard({ subjectId, ...card }: QuizCardParts): QuizCard {
  const read = {
    sources: [],
    topic: [],
    tags: [],
    ...card,
    subjectId: subjectId ?? card.conceptId,
    ...plainText(card.content),
    notes: [...new Set(card.notes)],
  }
  return { ...read, category: answerCategory(read) }
}
