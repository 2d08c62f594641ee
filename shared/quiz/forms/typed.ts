import { typedControl } from '../typed-control.ts'
import { type QuestionForm, questionBase } from './asking.ts'

/** A short answer, a gap, a list or a text to bring forth. Problems have a form of their own. */
export const typedForm: QuestionForm<'typed'> = {
  kind: 'typed',
  isFor: ({ factKind, content }) => factKind !== 'problem_solution' && content.kind !== 'choice',
  ask: (card, asking) => {
    const control = typedControl(card, asking.library)
    return (
      control && {
        ...questionBase(card, 'typed', asking),
        kind: 'typed',
        guessChance: 0,
        evidence: 'recall',
        control,
      }
    )
  },
}
