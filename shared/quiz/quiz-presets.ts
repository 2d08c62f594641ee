import { assertNever } from '../basics/brand.ts'
import { type QuestionKind, questionKinds } from './question.ts'
import type { QuizPreset, QuizRequest, QuizScope } from './quiz-request.ts'

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

/** As many as a concept gives; no quiz is longer. */
const mostOfOneConcept = 50
