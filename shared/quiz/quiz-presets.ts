import { assertNever } from '../basics/brand.ts'
import { mostForms } from './pick-questions.ts'
import { type QuestionKind, questionKinds } from './question.ts'
import { quizMinutes, wantedQuestions } from './quiz-length.ts'
import type { QuizLearner, QuizPreset, QuizRequest, QuizScope } from './quiz-request.ts'

const wholeLibrary: QuizScope = { kind: 'library' }

/**
 * The request behind a preset: ten questions over the whole library with every kind and confidence, changed in one
 * respect. "All of one concept" is about the concept that is handed in.
 */
export function presetRequest(
  preset: QuizPreset,
  { seed, conceptId }: { readonly seed: string; readonly conceptId?: string },
  kinds: readonly QuestionKind[] = questionKinds,
): QuizRequest {
  const mixed: QuizRequest = {
    scope: wholeLibrary,
    focus: 'mixed',
    length: { kind: 'count', count: 10 },
    kinds,
    mode: { kind: 'practice' },
    asksConfidence: true,
    seed,
  }
  switch (preset) {
    case 'mixed':
      return mixed
    case 'weakest':
    case 'sure_but_wrong':
    case 'just_imported':
      return { ...mixed, focus: preset }
    case 'all_of_one_concept':
      return {
        ...mixed,
        scope: { kind: 'concepts', conceptIds: conceptId === undefined ? [] : [conceptId] },
        length: { kind: 'count', count: mostOfOneConcept },
      }
    default:
      return assertNever(preset)
  }
}

/**
 * The minutes of a preset that can ask about so many facts, each in as many forms as one quiz bears. The setup of the quiz
 * tries the forms, so where few facts allow fewer of them it says less than Today does, and never more.
 */
export function presetMinutes(
  preset: QuizPreset,
  facts: number,
  secondsPer: QuizLearner['secondsPer'],
): number {
  const { length, kinds } = presetRequest(preset, { seed: '' })
  const questions = Math.min(wantedQuestions(length, secondsPer), facts * mostForms)
  return quizMinutes(questions, kinds, secondsPer)
}

/** As many as a concept gives; no quiz is longer. */
const mostOfOneConcept = 50
