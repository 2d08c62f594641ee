import type { QuestionKind } from './question.ts'
import type { QuizLearner, QuizLength } from './quiz-request.ts'
import { mostQuestions } from './until-sure.ts'

/** Seconds that an answer takes, until the learner's own are known. */
const usualSeconds: Readonly<Record<QuestionKind, number>> = {
  typed: 25,
  problem: 35,
  multiple_choice: 15,
  own_choice: 20,
  order: 30,
  match: 45,
  true_false: 15,
  confusable: 12,
}
/** A mixed question, before its kind is known. */
const mixedKinds: readonly QuestionKind[] = ['typed', 'multiple_choice', 'true_false', 'problem']
/** No quiz is longer. */
export const mostInQuiz = 50

/** Seconds that a question of a kind takes this learner. */
const secondsFor = (kind: QuestionKind, secondsPer: QuizLearner['secondsPer']): number =>
  secondsPer[kind] ?? usualSeconds[kind]

/** How many questions a length asks for; of minutes a few more than they hold, so that none run out before. */
export function wantedQuestions(length: QuizLength, secondsPer: QuizLearner['secondsPer']): number {
  switch (length.kind) {
    case 'count':
      return Math.min(mostInQuiz, length.count)
    case 'minutes':
      return Math.min(mostInQuiz, Math.ceil((1.5 * length.minutes * 60) / meanSeconds(secondsPer)))
    case 'until_sure':
      return mostQuestions
  }
}

/** The minutes of so many questions in these kinds: whoever says how long a quiz takes says it by this. */
export function quizMinutes(
  questions: number,
  kinds: readonly QuestionKind[],
  secondsPer: QuizLearner['secondsPer'],
): number {
  return Math.max(1, Math.round((questions * meanSeconds(secondsPer, kinds)) / 60))
}

/** Seconds of a question in one of these kinds: the usual ones among them, where there are any. */
function meanSeconds(
  secondsPer: QuizLearner['secondsPer'],
  kinds: readonly QuestionKind[] = mixedKinds,
): number {
  const usual = mixedKinds.filter((kind) => kinds.includes(kind))
  const asked = usual.length > 0 ? usual : kinds
  return asked.reduce((sum, kind) => sum + secondsFor(kind, secondsPer), 0) / Math.max(1, asked.length)
}
