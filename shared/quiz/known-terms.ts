import { normaliseAnswer } from '../answer/normalise-answer.ts'
import { nameCategories } from './answer-category.ts'
import type { QuizMaterial } from './quiz-card.ts'

/** Every name the notes know, normalised: a slip that spells one of them is not a slip but another answer. */
export function knownTerms(material: QuizMaterial): ReadonlySet<string> {
  const names = material.flatMap((card) => [
    card.concept,
    ...card.conceptAliases,
    ...(nameCategories.has(card.category) ? [card.back, ...card.accepted] : []),
  ])
  return new Set([...new Set(names)].map(normaliseAnswer))
}
