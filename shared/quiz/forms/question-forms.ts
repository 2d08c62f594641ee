import { type QuestionKind, type QuizQuestion, questionKinds } from '../question.ts'
import type { QuizCard } from '../quiz-card.ts'
import type { Asking, QuestionForm } from './asking.ts'
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

const kindsOf = new WeakMap<QuizCard, ReadonlySet<QuestionKind>>()

/** Whether a card may be asked in a form at all. It follows from the card alone, so each is looked at once. */
export function suitsForm(card: QuizCard, kind: QuestionKind): boolean {
  const known = kindsOf.get(card) ?? new Set(questionKinds.filter((one) => forms[one].isFor(card)))
  kindsOf.set(card, known)
  return known.has(kind)
}

/** Whether an answer is judged by ticking its ideas, which shows them. */
export function isTicked(question: QuizQuestion): boolean {
  if (question.kind === 'true_false') return question.correction?.kind === 'ideas'
  return 'control' in question && question.control.kind === 'typed' && question.control.check.kind === 'ideas'
}

/** A card in one form, as far as this learner can be asked so now; null where it cannot be asked soundly. */
export function askIn(kind: QuestionKind, card: QuizCard, asking: Asking): QuizQuestion | null {
  const question = formOf(kind).ask(card, asking)
  return question !== null && !asking.showsIdeas && isTicked(question) ? null : question
}
