import { typedForm } from '../schedule/answer-form.ts'
import { type AnswerReading, isRecalled } from './answer-readings.ts'
import { tallyWithRange, whole } from './share-words.ts'

/** Typed answers that were judged wrong, and how many of them the learner passed all the same. */
export interface Overrides {
  readonly misses: number
  readonly passed: number
  /** “I was right” in quizzes. */
  readonly quizAppeals: number
}

export function countOverrides(readings: readonly AnswerReading[], quizAppeals: number): Overrides {
  const misses = readings.filter(({ via, form }) => via === 'review' && form === typedForm(true))
  return { misses: misses.length, passed: misses.filter(isRecalled).length, quizAppeals }
}

/** The figure in a sentence. Passing what was judged wrong lengthens its interval, so it is worth knowing how often. */
export function overridesSentence({ misses, passed, quizAppeals }: Overrides): string {
  const quizzes =
    quizAppeals === 0
      ? ''
      : ` In quizzes you said ${quizAppeals === 1 ? 'once' : `${whole(quizAppeals)} times`} that you were right.`
  if (misses === 0) return `No typed answer of a review was judged wrong.${quizzes}`
  return `Of typed answers that were judged wrong you passed ${tallyWithRange({ passed, asked: misses })}.${quizzes}`
}
