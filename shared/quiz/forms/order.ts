import { randomFrom, shuffled } from '../../basics/random.ts'
import { wordCount } from '../../basics/text.ts'
import { showsRecall } from '../../schedule/answer-form.ts'
import type { QuizCard } from '../quiz-card.ts'
import { type QuestionForm, chanceIn, questionBase } from './asking.ts'

const fewestSteps = 3
const mostSteps = 7
const longestStep = 14

/** Steps to put in order: numbered lists, what a question calls steps, stages or phases, and pipelines with arrows. */
export const orderForm: QuestionForm<'order'> = {
  kind: 'order',
  isFor: (card) => stepsOf(card) !== undefined,
  ask: (card, asking) => {
    const steps = stepsOf(card)
    if (steps === undefined) return null
    const shown = shuffledSteps(steps.length, chanceIn(card, 'order', asking))
    const guessChance = 1 / factorial(steps.length)
    return {
      ...questionBase(card, 'order', asking),
      kind: 'order',
      prompt: { kind: 'text', text: promptFor(card) },
      guessChance,
      evidence: showsRecall(guessChance) ? 'recall' : 'recognition',
      steps: shown.map((step) => steps[step] ?? ''),
      rightOrder: steps.map((_, step) => shown.indexOf(step)),
    }
  },
}

/** The steps of a card in their order; undefined where its notes give no order. */
export function stepsOf(card: QuizCard): readonly string[] | undefined {
  const steps = card.content.kind === 'list_recall' ? listedSteps(card) : arrowSteps(card.back)
  const isFit =
    steps !== undefined &&
    steps.length >= fewestSteps &&
    steps.length <= mostSteps &&
    new Set(steps.map((step) => step.toLowerCase())).size === steps.length &&
    steps.every(
      (step) => wordCount(step) <= longestStep && !/^(?:step|phase|stage|day|\d)\s?\d*\b/i.test(step),
    )
  return isFit ? steps : undefined
}

function listedSteps({ content, front, sources }: QuizCard): readonly string[] | undefined {
  if (content.kind !== 'list_recall') return undefined
  const isNumbered = sources.some(
    ({ text }) =>
      text.filter((line) => /^\s*(?:>\s*)?\d{1,3}[.)]\s/.test(line)).length >= content.items.length,
  )
  return isNumbered || /\b(?:steps|stages|phases)\b/i.test(front) ? content.items : undefined
}

/** "test → build → deploy". */
function arrowSteps(text: string): readonly string[] | undefined {
  if (/`[^`]*(?:->|→|=>)[^`]*`/.test(text)) return undefined
  const steps = text.split(/\s*(?:→|⟶|➔|->|=>)\s*/).map((step) => step.trim().replace(/[.;]$/, ''))
  return steps.length >= fewestSteps && steps.every((step) => step !== '') ? steps : undefined
}

/** "Name the four stages of sleep." becomes "Put the four stages of sleep in order." */
function promptFor({ front }: QuizCard): string {
  const named = /^Name (?:the )?(.+?)\.?$/.exec(front)?.[1]
  return named === undefined ? `Put in order: ${front}` : `Put the ${named} in order.`
}

/** An order that is not the right one. */
function shuffledSteps(count: number, chance: string): number[] {
  const inOrder = Array.from({ length: count }, (_, step) => step)
  const shown = shuffled(inOrder, randomFrom(chance))
  return shown.every((step, i) => step === i) ? [...inOrder.slice(1), 0] : shown
}

const factorial = (count: number): number => (count < 2 ? 1 : count * factorial(count - 1))
