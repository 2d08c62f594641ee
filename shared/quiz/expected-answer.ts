import type { ExpectedAnswer } from '../answer/judge-answer.ts'
import { answerMode } from '../answer/is-typeable.ts'
import { normaliseAnswer } from '../answer/normalise-answer.ts'
import { nameCategories } from './answer-category.ts'
import type { QuizMaterial, QuizQuestion } from './quiz.ts'

/** What a typed answer to a question is judged against. */
export function expectedAnswer(question: Pick<QuizQuestion, 'answer' | 'accepted'>): ExpectedAnswer {
  return { answers: [question.answer, ...question.accepted], mode: answerMode(question.answer) }
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
