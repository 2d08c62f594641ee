import { compareText } from '../basics/text.ts'
import type { QuizQuestion } from './question.ts'

/** Question and answer of a card, as one would type them. */
export interface TypedCard {
  readonly question: string
  readonly answer: string
}

/**
 * The card that a missed question would be, where no card asks in its form: what tells two things apart that were taken for
 * each other, and an order of which the cards ask only the members. Null for the other kinds, whose cards ask the same.
 */
export function cardFromMiss(question: QuizQuestion): TypedCard | null {
  if (question.kind === 'confusable') {
    // The same card whichever of the two was asked.
    const apart = [...question.apart].sort((a, b) => compareText(a.name, b.name))
    return {
      question: `How do ${apart.map(({ name }) => name).join(' and ')} differ?`,
      answer: apart.map(({ name, said }) => `${name}: ${said.replace(/[.;]$/, '')}`).join('; '),
    }
  }
  if (question.kind !== 'order' || question.prompt.kind !== 'text') return null
  const steps = /^Put the (.+) in order\.$/.exec(question.prompt.text)?.[1]
  if (steps === undefined) return null
  return {
    question: `In what order do the ${steps} come?`,
    answer: question.rightOrder.map((step) => question.steps[step] ?? '').join(' → '),
  }
}
