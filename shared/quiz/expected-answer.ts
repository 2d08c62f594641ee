import type { ExpectedAnswer } from '../answer/judge-answer.ts'
import { normaliseAnswer } from '../answer/normalise-answer.ts'
import { nameCategories } from './answer-category.ts'
import type { QuizQuestion } from './question.ts'
import type { QuizMaterial } from './quiz-card.ts'

/** What a typed answer to a question is judged against; null where nothing is compared by its spelling. */
export function expectedAnswer(question: QuizQuestion): ExpectedAnswer | null {
  if (question.kind !== 'typed') return null
  const { check } = question.control
  return check.kind === 'spelling' ? check : null
}

/** Every name the notes know, normalised: a slip that spells one of them is not a slip but another answer. */
export function knownTerms(material: QuizMaterial): ReadonlySet<string> {
  const names = material.flatMap((card) => [
    card.concept,
    ...card.conceptAliases,
    ...(nameCategories.has(card.category) ? [card.back, ...card.accepted] : []),
  ])
  return new Set([...new Set(names)].map(normaliseAnswer))
}
