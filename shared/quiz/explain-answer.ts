import { assertNever } from '../basics/brand.ts'
import type { Confidence, GivenAnswer, Judged, QuizFeedback } from './given-answer.ts'
import { type QuizQuestion, optionsOf } from './question.ts'

/** What is said after an answer: its verdict, what is right and why the rest is wrong. All of it from the question itself. */
export function explainAnswer(
  question: QuizQuestion,
  given: GivenAnswer,
  judged: Judged,
  confidence: Confidence | null,
): QuizFeedback {
  const wrong = wrongOf(question)
  return {
    verdict: judged.verdict,
    words: verdictWords(question, given, judged),
    given: givenText(question, given),
    answer: rightAnswerOf(question),
    parts: judged.parts,
    alsoRight: 'control' in question && question.control.kind === 'typed' ? question.control.alsoRight : [],
    wrong,
    apart: question.kind === 'confusable' ? question.apart : [],
    isAssembled: wrong.length > 0 || question.kind === 'true_false',
    isFolded: judged.verdict === 'right' && confidence === 'sure',
  }
}

/** The right answer as it is shown: a text, or the steps, pairs or options in order. Markdown. */
export function rightAnswerOf(question: QuizQuestion): string | readonly string[] {
  switch (question.kind) {
    case 'typed':
    case 'problem': {
      const { control } = question
      if (control.kind === 'options') return control.answer
      return control.check.kind === 'items'
        ? control.check.items.map(([shown = '']) => shown)
        : control.answer
    }
    case 'multiple_choice':
    case 'confusable':
      return question.control.answer
    case 'own_choice': {
      const keys = question.keyIndexes.map((index) => question.options[index]?.text ?? '')
      return keys.length === 1 ? (keys[0] ?? '') : keys
    }
    case 'order':
      return question.rightOrder.map((step) => question.steps[step] ?? '')
    case 'match':
      return question.pairs.map(({ left, rightIndex }) => `${left}: ${question.rights[rightIndex] ?? ''}`)
    case 'true_false':
      return question.answer
    default:
      return assertNever(question)
  }
}

function verdictWords(
  question: QuizQuestion,
  given: GivenAnswer,
  { verdict, credit, parts }: Judged,
): string {
  if (given.kind === 'unknown') return 'Not known yet'
  if (verdict === 'right') return 'Right'
  const right = parts.filter((part) => part.verdict !== 'wrong').length
  if (verdict === 'near')
    return right < parts.length ? `Right in ${right} of ${parts.length} ideas` : 'Right, with a slip'
  switch (question.kind) {
    case 'order':
      return `Not in this order: ${right} of ${parts.length} steps stand where they belong`
    case 'match':
      return `${right} of ${parts.length} pairs`
    case 'true_false':
      return credit > 0 ? 'It is false, but not put right yet' : 'Not right'
    case 'typed':
    case 'problem':
      return parts.length > 0 && right > 0 ? `${right} of ${parts.length}` : 'Not right'
    case 'multiple_choice':
    case 'own_choice':
    case 'confusable':
      return 'Not right'
    default:
      return assertNever(question)
  }
}

function givenText(question: QuizQuestion, given: GivenAnswer): string | null {
  switch (given.kind) {
    case 'unknown':
    case 'pairs':
      return null
    case 'text':
      return given.text
    case 'option':
      return optionsOf(question)[given.index]?.text ?? null
    case 'options':
      return given.indexes.map((index) => optionsOf(question)[index]?.text ?? '').join('; ')
    case 'order':
      return question.kind === 'order'
        ? given.order.map((step) => question.steps[step] ?? '').join(' → ')
        : null
    case 'truth':
      return given.correction === undefined || given.correction === ''
        ? given.says
          ? 'True'
          : 'False'
        : `False: ${given.correction}`
    default:
      return assertNever(given)
  }
}

function wrongOf(question: QuizQuestion): QuizFeedback['wrong'] {
  if (question.kind === 'true_false')
    return question.whyWrong === null ? [] : [{ text: question.said, why: question.whyWrong }]
  return optionsOf(question).flatMap(({ text, whyWrong }) =>
    whyWrong === null ? [] : [{ text, why: whyWrong }],
  )
}
