import { rulesOf } from '../../card/kinds/card-kinds.ts'
import { typedControl } from '../typed-control.ts'
import { type QuestionForm, questionBase } from './asking.ts'
import { optionsFor } from './options-control.ts'

/** A problem and its solution: with options at the first meeting where there are some, typed from then on. */
export const problemForm: QuestionForm<'problem'> = {
  kind: 'problem',
  isFor: ({ factKind }) => factKind === 'problem_solution',
  ask: (card, asking) => {
    const options = asking.isMet(card) ? null : optionsFor(card, 'problem', asking)
    const control = options ?? typedControl(card, asking.library)
    if (control === null) return null
    return {
      ...questionBase(card, 'problem', asking),
      kind: 'problem',
      asks: rulesOf(card.content).quiz.isTurned ? 'problem' : 'solution',
      guessChance: control.kind === 'options' ? 1 / control.options.length : 0,
      evidence: control.kind === 'options' ? 'recognition' : 'recall',
      control,
    }
  },
}
