import type { GivenAnswer } from '../../shared/quiz/given-answer.ts'
import type { AnswerCheck, QuizOption, QuizQuestion } from '../../shared/quiz/question.ts'

/** An answer in the making. Plain data: it lies on the device while the page is away. */
export interface QuizDraft {
  readonly text: string
  /** Which ideas of a long answer the learner had; null until the ideas are shown. */
  readonly ticked: readonly number[] | null
  readonly chosen: readonly number[]
  readonly order: readonly number[]
  readonly pairs: readonly (number | null)[]
  readonly says: boolean | null
}

/** Nothing said yet: steps stand as they were shown, and no pair is made. */
export function emptyDraft(question: QuizQuestion): QuizDraft {
  return {
    text: '',
    ticked: null,
    chosen: [],
    order: question.kind === 'order' ? question.steps.map((_, i) => i) : [],
    pairs: question.kind === 'match' ? question.pairs.map(() => null) : [],
    says: null,
  }
}

/** How what is typed in a question is compared; null where nothing is typed. */
export function checkOf(question: QuizQuestion): AnswerCheck | null {
  if (question.kind === 'true_false') return question.correction ?? plainSpelling
  return 'control' in question && question.control.kind === 'typed' ? question.control.check : null
}

// Said to be false, a true statement asks for a correction all the same: otherwise the field would tell that it is true.
const plainSpelling: AnswerCheck = { kind: 'spelling', answers: [], mode: 'text', examples: [] }

/** Whether the ideas of a long answer are to be ticked before it can be judged. */
export function asksTicks(question: QuizQuestion, draft: QuizDraft): boolean {
  if (draft.ticked !== null || checkOf(question)?.kind !== 'ideas') return false
  return question.kind === 'true_false' ? draft.says === false && question.correction !== null : true
}

/** What the draft says as an answer; null while it says too little. */
export function givenOf(question: QuizQuestion, draft: QuizDraft): GivenAnswer | null {
  switch (question.kind) {
    case 'typed':
    case 'problem':
      return question.control.kind === 'typed' ? typedAnswer(draft) : chosenOne(draft)
    case 'multiple_choice':
    case 'confusable':
      return chosenOne(draft)
    case 'own_choice':
      return draft.chosen.length === 0
        ? null
        : { kind: 'options', indexes: draft.chosen.toSorted((a, b) => a - b) }
    case 'order':
      return { kind: 'order', order: draft.order }
    case 'match':
      return draft.pairs.every((right) => right === null) ? null : { kind: 'pairs', rights: draft.pairs }
    case 'true_false': {
      const { says, text, ticked } = draft
      if (says === null) return null
      if (says) return { kind: 'truth', says }
      const ticks = ticked === null || question.correction?.kind !== 'ideas' ? {} : { ticked }
      return { kind: 'truth', says, correction: text.trim(), ...ticks }
    }
  }
}

/** Whether every part of the answer is there: what an exam counts as answered. */
export function isComplete(question: QuizQuestion, draft: QuizDraft): boolean {
  if (question.kind === 'match') return draft.pairs.every((right) => right !== null)
  return givenOf(question, draft) !== null
}

function typedAnswer({ text, ticked }: QuizDraft): GivenAnswer | null {
  if (text.trim() === '') return null
  return { kind: 'text', text: text.trim(), ...(ticked === null ? {} : { ticked }) }
}

function chosenOne({ chosen }: QuizDraft): GivenAnswer | null {
  const [index] = chosen
  return index === undefined ? null : { kind: 'option', index }
}

/** The steps with the one at `from` a place further up or down; at the end of the list it stays. */
export function moveStep(order: readonly number[], from: number, by: 1 | -1): readonly number[] {
  const to = from + by
  const [moved, other] = [order[from], order[to]]
  if (moved === undefined || other === undefined) return order
  return order.map((step, i) => (i === from ? other : i === to ? moved : step))
}

/** The pairs with `right` given to `left`: whoever had it before has none now, and given twice it is taken away. */
export function joinPair(
  pairs: readonly (number | null)[],
  left: number,
  right: number,
): readonly (number | null)[] {
  const again = pairs[left] === right
  return pairs.map((taken, i) => (i === left ? (again ? null : right) : taken === right ? null : taken))
}

/** The options with one taken or, taken already, left: one at most where only one is right. */
export function choose(chosen: readonly number[], index: number, several: boolean): readonly number[] {
  if (!several) return [index]
  return chosen.includes(index) ? chosen.filter((one) => one !== index) : [...chosen, index]
}

/** The options to choose from; none where something else is answered with. */
export function optionsIn(question: QuizQuestion): readonly QuizOption[] {
  if (question.kind === 'own_choice') return question.options
  return 'control' in question && question.control.kind === 'options' ? question.control.options : []
}

/** Whether more than one option is right: then boxes are ticked. */
export const hasSeveralRight = (question: QuizQuestion): boolean =>
  question.kind === 'own_choice' && question.keyIndexes.length > 1

/** A draft that says what was given: how an answer is shown where its draft is gone. */
export function draftOfAnswer(question: QuizQuestion, given: GivenAnswer): QuizDraft {
  const empty = emptyDraft(question)
  switch (given.kind) {
    case 'unknown':
      return empty
    case 'text':
      return { ...empty, text: given.text, ticked: given.ticked ?? null }
    case 'option':
      return { ...empty, chosen: [given.index] }
    case 'options':
      return { ...empty, chosen: given.indexes }
    case 'order':
      return { ...empty, order: given.order }
    case 'pairs':
      return { ...empty, pairs: given.rights }
    case 'truth':
      return { ...empty, says: given.says, text: given.correction ?? '', ticked: given.ticked ?? null }
  }
}
