import type { QuizCard } from '../quiz-card.ts'
import { chanceOf } from '../chance-of.ts'
import { trueFalseStatement } from '../true-false-statement.ts'
import { checkOf } from '../typed-control.ts'
import { type QuestionForm, chanceIn, questionBase } from './asking.ts'

/** A statement that is true or, by one swap with the answer of another fact, false: then it is to be put right. */
export const trueFalseForm: QuestionForm<'true_false'> = {
  kind: 'true_false',
  isFor: (card) =>
    card.category !== 'list' && card.category !== 'expansion' && trueFalseStatement(card, card.back) !== null,
  ask: (card, asking) => {
    // What cannot be swapped soundly is not stated at all: else nearly all of such statements would be true.
    const swap = asking.swapOf(card)
    if (swap === null) return null
    const truth = chanceOf(chanceIn(card, 'true_false', asking), 'truth') < 0.5
    const said = truth ? card.back : swap.option
    const statement = trueFalseStatement(card, said)
    if (statement === null) return null
    return {
      ...questionBase(card, 'true_false', asking),
      kind: 'true_false',
      prompt: { kind: 'text', text: statement },
      guessChance: truth ? 0.5 : 0,
      evidence: truth ? 'recognition' : 'recall',
      truth,
      said: said.trim(),
      answer: card.back,
      correction: truth ? null : correctionOf(card),
      whyWrong: truth ? null : swap.whyWrong,
    }
  },
}

const correctionOf = (card: QuizCard) => checkOf(card)
