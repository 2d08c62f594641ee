import { assertNever } from '../basics/brand.ts'
import type { Evidence, OptionsControl, QuizQuestion, TrueFalseQuestion, TypedControl } from './question.ts'
import type { GivenAnswer, Judged, JudgedCard, JudgedPart, QuizVerdict } from './given-answer.ts'
import { type CheckOutcome, judgeCheck } from './judge-check.ts'

/** Whether an answer is one that the question can take: of its kind, and naming only what was shown. */
export function takesAnswer(question: QuizQuestion, given: GivenAnswer): boolean {
  if (given.kind === 'unknown') return true
  switch (question.kind) {
    case 'typed':
    case 'problem':
    case 'multiple_choice':
    case 'confusable':
      return takesControl(question.control, given)
    case 'own_choice':
      return given.kind === 'options'
        ? areDistinct(given.indexes, question.options.length)
        : given.kind === 'option' && isBelow(given.index, question.options.length)
    case 'order':
      return (
        given.kind === 'order' &&
        given.order.length === question.steps.length &&
        areDistinct(given.order, question.steps.length)
      )
    case 'match':
      return (
        given.kind === 'pairs' &&
        given.rights.length === question.pairs.length &&
        areDistinct(
          given.rights.filter((right) => right !== null),
          question.rights.length,
        )
      )
    case 'true_false':
      return given.kind === 'truth' && ticksFit(given.ticked, question.correction)
    default:
      return assertNever(question)
  }
}

/**
 * How an answer to a question went. It must be one that the question takes. Law: "I don't know" is wrong, the right answer
 * is right, and no answer is both.
 */
export function judgeQuestion(
  question: QuizQuestion,
  given: GivenAnswer,
  otherTerms: ReadonlySet<string>,
): Judged {
  const { evidence, guessChance } = question
  const base = { evidence, guessChance }
  if (given.kind === 'unknown') return judged(question, base, notGiven)
  switch (question.kind) {
    case 'typed':
    case 'problem':
    case 'multiple_choice':
    case 'confusable':
      return judgeControl(question, question.control, given, otherTerms, base)
    case 'own_choice':
      return judged(question, base, chosenOf(question.options.length, question.keyIndexes, given))
    case 'order':
      return judged(question, base, orderOf(question.steps, question.rightOrder, given))
    case 'match':
      return judgePairs(question, given, base)
    case 'true_false':
      return judgeTruth(question, given, otherTerms)
    default:
      return assertNever(question)
  }
}

/** "I was right": what was typed counts, whatever the comparison said. The shell adds it to what the card accepts. */
export function acceptAppeal(before: Judged): Judged {
  if (!before.canAppeal) return before
  return {
    ...before,
    verdict: 'right',
    credit: 1,
    parts: before.parts.map((part) => ({ ...part, verdict: 'right' })),
    cards: before.cards.map((card) => ({ ...card, verdict: 'right' })),
    canAppeal: false,
  }
}

interface Shown {
  readonly evidence: Evidence
  readonly guessChance: number
}

const notGiven: CheckOutcome = { verdict: 'wrong', credit: 0, parts: [], matched: null }
const whole = (isRight: boolean): CheckOutcome => ({
  ...notGiven,
  verdict: isRight ? 'right' : 'wrong',
  credit: isRight ? 1 : 0,
})

function judged(question: QuizQuestion, shown: Shown, outcome: CheckOutcome, canAppeal = false): Judged {
  return { ...outcome, ...shown, cards: cardsOf(question, outcome.verdict), canAppeal }
}

function cardsOf(question: QuizQuestion, verdict: QuizVerdict): JudgedCard[] {
  const asked = question.kind === 'match' ? question.pairs : [question]
  return asked.map(({ cardId, factKey }) => ({ cardId, factKey, verdict }))
}

function judgeControl(
  question: QuizQuestion,
  control: TypedControl | OptionsControl,
  given: GivenAnswer,
  otherTerms: ReadonlySet<string>,
  shown: Shown,
): Judged {
  if (control.kind === 'options')
    return judged(question, shown, whole(given.kind === 'option' && given.index === control.keyIndex))
  if (given.kind !== 'text') return judged(question, shown, notGiven)
  const outcome = judgeCheck(control.check, given.text, given.ticked ?? [], otherTerms)
  const canAppeal = control.check.kind !== 'ideas' && outcome.verdict !== 'right' && given.text.trim() !== ''
  return judged(question, shown, outcome, canAppeal)
}

/** Several may be right: every option that was rightly taken or left is a part of the credit. */
function chosenOf(options: number, keys: readonly number[], given: GivenAnswer): CheckOutcome {
  const chosen = new Set(
    given.kind === 'options' ? given.indexes : given.kind === 'option' ? [given.index] : [],
  )
  const right = Array.from({ length: options }, (_, i) => chosen.has(i) === keys.includes(i))
  const credit = right.filter(Boolean).length / options
  return { ...whole(credit === 1), credit }
}

/** Exact or not; the credit is the share of pairs of steps that stand in the right order to each other. */
function orderOf(steps: readonly string[], rightOrder: readonly number[], given: GivenAnswer): CheckOutcome {
  if (given.kind !== 'order') return notGiven
  const placeOf = new Map(rightOrder.map((step, place) => [step, place]))
  const places = given.order.map((step) => placeOf.get(step) ?? 0)
  const parts = rightOrder.map((step, i): JudgedPart => {
    const there = given.order[i]
    const isRight = there === step
    const other = there === undefined ? null : (steps[there] ?? null)
    return { text: steps[step] ?? '', verdict: isRight ? 'right' : 'wrong', given: isRight ? null : other }
  })
  return {
    ...whole(parts.every(({ verdict }) => verdict === 'right')),
    credit: shareInOrder(places),
    parts,
  }
}

function shareInOrder(places: readonly number[]): number {
  let all = 0
  let right = 0
  places.forEach((place, i) => {
    for (const later of places.slice(i + 1)) {
      all++
      if (place < later) right++
    }
  })
  return all === 0 ? 0 : right / all
}

function judgePairs(
  question: Extract<QuizQuestion, { readonly kind: 'match' }>,
  given: GivenAnswer,
  shown: Shown,
): Judged {
  const rights = given.kind === 'pairs' ? given.rights : []
  const cards = question.pairs.map(({ cardId, factKey, rightIndex }, i): JudgedCard => ({
    cardId,
    factKey,
    verdict: rights[i] === rightIndex ? 'right' : 'wrong',
  }))
  const parts = question.pairs.map(({ left, rightIndex }, i): JudgedPart => {
    const isRight = rights[i] === rightIndex
    const taken = rights[i] ?? null
    return {
      text: `${left}: ${question.rights[rightIndex] ?? ''}`,
      verdict: isRight ? 'right' : 'wrong',
      given: isRight || taken === null ? null : (question.rights[taken] ?? null),
    }
  })
  const credit = cards.filter(({ verdict }) => verdict === 'right').length / cards.length
  return { ...whole(credit === 1), ...shown, credit, parts, cards, canAppeal: false }
}

/** To see that a statement is false is half of it: what is right must be said, too. */
function judgeTruth(
  question: TrueFalseQuestion,
  given: GivenAnswer,
  otherTerms: ReadonlySet<string>,
): Judged {
  const seen: Shown = { evidence: 'recognition', guessChance: 0.5 }
  if (given.kind !== 'truth') return judged(question, seen, notGiven)
  if (question.correction === null || given.says !== question.truth)
    return judged(question, seen, whole(given.says === question.truth))
  const said = given.correction ?? ''
  const outcome = judgeCheck(question.correction, said, given.ticked ?? [], otherTerms)
  const canAppeal = question.correction.kind !== 'ideas' && outcome.verdict !== 'right' && said.trim() !== ''
  const credit = 0.5 + outcome.credit / 2
  return judged(question, { evidence: 'recall', guessChance: 0 }, { ...outcome, credit }, canAppeal)
}

function takesControl(control: TypedControl | OptionsControl, given: GivenAnswer): boolean {
  if (control.kind === 'options')
    return given.kind === 'option' && isBelow(given.index, control.options.length)
  return given.kind === 'text' && ticksFit(given.ticked, control.check)
}

function ticksFit(ticked: readonly number[] | undefined, check: TypedControl['check'] | null): boolean {
  if (ticked === undefined) return true
  return check?.kind === 'ideas' && areDistinct(ticked, check.ideas.length)
}

const isBelow = (index: number, length: number): boolean =>
  Number.isInteger(index) && index >= 0 && index < length

const areDistinct = (indexes: readonly number[], length: number): boolean =>
  new Set(indexes).size === indexes.length && indexes.every((index) => isBelow(index, length))
