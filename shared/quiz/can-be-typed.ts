import { isTypeable } from '../answer/is-typeable.ts'
import { normaliseAnswer } from '../answer/normalise-answer.ts'
import { normaliseText } from '../basics/text.ts'
import { rulesOf } from '../card/kinds/card-kinds.ts'
import { nameCategories } from './answer-category.ts'
import type { QuizCard } from './quiz-card.ts'

/** Whether a card can be asked without options: its answer is a name, short, and not already in the question. */
export function canBeTyped(card: QuizCard): boolean {
  if (rulesOf(card.content).typing === 'never' || !nameCategories.has(card.category)) return false
  return isTypeable(card.back) && !isShown(card.back, card.front)
}

/** What counts as right besides the answer itself: never a name that the question shows. */
export function acceptedAnswers(card: QuizCard): string[] {
  const names = [card.concept, ...card.conceptAliases]
  const answers = [card.back, ...card.accepted].map(normaliseAnswer)
  // What letters stand for is no other name of the thing.
  const asksForName =
    card.category !== 'expansion' && names.some((name) => answers.includes(normaliseAnswer(name)))
  const candidates = asksForName ? [...card.accepted, ...names] : card.accepted
  const seen = new Set([normaliseAnswer(card.back), ''])
  return candidates.filter((answer) => {
    const key = normaliseAnswer(answer)
    return !seen.has(key) && !isShown(answer, card.front) && seen.add(key)
  })
}

/** Whether a question shows the answer, word for word. */
export function isShown(answer: string, front: string): boolean {
  const level = (text: string) =>
    ` ${normaliseText(text)
      .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
      .trim()} `
  return level(front).includes(level(answer))
}
