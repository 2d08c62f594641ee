import type { QuizQuestion } from '../../../shared/quiz/question.ts'
import { type QuizDraft, choose, hasSeveralRight, optionsIn } from '../../state/quiz-draft.ts'

/** What the keys that answer a question do: digits choose options, letters say true or false. */
export function answerKeys(
  question: QuizQuestion,
  draft: QuizDraft,
  isAsked: boolean,
  onDraft: (draft: QuizDraft) => void,
) {
  const several = hasSeveralRight(question)
  const option = (i: number) =>
    isAsked && i < optionsIn(question).length
      ? () => onDraft({ ...draft, chosen: choose(draft.chosen, i, several) })
      : undefined
  const truth = (says: boolean) =>
    isAsked && question.kind === 'true_false' ? () => onDraft({ ...draft, says }) : undefined
  return {
    option1: option(0),
    option2: option(1),
    option3: option(2),
    option4: option(3),
    option5: option(4),
    isTrue: truth(true),
    isFalse: truth(false),
  }
}
