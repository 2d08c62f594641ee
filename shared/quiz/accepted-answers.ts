import { normaliseAnswer } from '../answer/normalise-answer.ts'
import { normaliseText } from '../basics/text.ts'
import type { QuizCard } from './quiz-card.ts'

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
