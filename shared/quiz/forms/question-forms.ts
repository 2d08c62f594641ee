import type { QuestionKind } from '../question.ts'
import type { QuestionForm } from './asking.ts'
import { confusableForm } from './confusable.ts'
import { matchForm } from './match.ts'
import { multipleChoiceForm } from './multiple-choice.ts'
import { orderForm } from './order.ts'
import { ownChoiceForm } from './own-choice.ts'
import { problemForm } from './problem.ts'
import { trueFalseForm } from './true-false.ts'
import { typedForm } from './typed.ts'

type Forms = { readonly [Kind in QuestionKind]: QuestionForm<Kind> }
/** Any form; what it asks is a question of its kind. */
export type AnyForm = Forms[QuestionKind]

const forms: Forms = {
  typed: typedForm,
  problem: problemForm,
  multiple_choice: multipleChoiceForm,
  own_choice: ownChoiceForm,
  order: orderForm,
  match: matchForm,
  true_false: trueFalseForm,
  confusable: confusableForm,
}

/** The form of one kind. */
export const formOf = (kind: QuestionKind): AnyForm => forms[kind]
