import type { AnswerCheck, QuizQuestion } from './question.ts'

/** The question for a learner who may leave accents out of what is typed. */
export function withFreeAccents(question: QuizQuestion): QuizQuestion {
  switch (question.kind) {
    case 'typed':
      return { ...question, control: { ...question.control, check: freely(question.control.check) } }
    case 'problem': {
      const { control } = question
      return control.kind === 'options'
        ? question
        : { ...question, control: { ...control, check: freely(control.check) } }
    }
    case 'true_false': {
      const { correction } = question
      return correction === null ? question : { ...question, correction: freely(correction) }
    }
    case 'multiple_choice':
    case 'own_choice':
    case 'order':
    case 'match':
    case 'confusable':
      return question
  }
}

const freely = (check: AnswerCheck): AnswerCheck =>
  check.kind === 'ideas' ? check : { ...check, accents: 'free' }
