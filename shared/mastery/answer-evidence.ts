import type { CardKind } from '../card/card.ts'
import { readForm, showsRecall } from '../schedule/answer-form.ts'
import type { Reviewed } from '../schedule/review-event.ts'

/** What a right answer shows of a fact: that it is known when it is seen, that it can be brought forth, or even otherwise. */
export type AnswerEvidence =
  | 'recognition'
  /** Brought forth in the form in which the card asks; the form counts when another card of the fact has another one. */
  | 'recall'
  /** Brought forth in a form that leaves nothing to the feeling of having known: typed, in order, item by item. */
  | 'other_form'

/** Forms in which the answer stands among what is shown, however many ways there are to choose. */
const choosingForms: ReadonlySet<string> = new Set([
  'multiple_choice',
  'own_choice',
  'choice',
  'match',
  'confusable',
])

/**
 * Forms that are proof by themselves, wherever they are asked: what is typed (a list or a long text is ticked off idea by
 * idea), what solves a problem or puts a statement right, what is put in order, and a list that is recalled item by item.
 */
const provingForms: ReadonlySet<string> = new Set(['typed', 'problem', 'true_false', 'order', 'list_recall'])

/** What an answer can show, by the form in which it was asked. What can be guessed is recognition; so is a form of a quiz not known here. */
export function evidenceOf({ via, kindShown }: Pick<Reviewed, 'via' | 'kindShown'>): AnswerEvidence {
  const { kind, guessChance } = readForm(kindShown)
  if (choosingForms.has(kind) || !showsRecall(guessChance)) return 'recognition'
  if (provingForms.has(kind)) return 'other_form'
  return via === 'quiz' ? 'recognition' : 'recall'
}

/** Whether cards of a kind can show no more than recognition when they are reviewed. */
export const showsOptions = (kind: CardKind): boolean =>
  evidenceOf({ via: 'review', kindShown: kind }) === 'recognition'

/** Whether a wrong answer is a failure of the fact: a wrong guess among options that moved no schedule is none. */
export function isFailure(answer: Reviewed): boolean {
  if (answer.grade >= 3) return false
  if (answer.effect === 'schedule' || evidenceOf(answer) !== 'recognition') return true
  // Three steps can be guessed right, yet a wrong order is no guess gone wrong.
  if (readForm(answer.kindShown).kind === 'order') return true
  return answer.confidence === 'likely' || answer.confidence === 'sure'
}
