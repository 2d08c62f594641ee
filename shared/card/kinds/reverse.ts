import { contentStems } from '../../basics/text.ts'
import { atomic, length, residue, cutOff, pictured } from '../lint-form.ts'
import { answerVisible, grounded, impersonal, selfContained, subject } from '../lint-question.ts'
import type { Rule } from '../lint-rule.ts'
import { runTogether, statesNothing } from '../lint-substance.ts'
import { askedRules } from './asked.ts'
import type { KindRules } from './kind-rules.ts'

/** The way back: the question tells the meaning, the answer is its term. */
export interface ReverseContent {
  readonly kind: 'reverse'
  readonly question: string
  readonly answer: string
}

/** A question for the term of a meaning. */
export const reverse = (question: string, answer: string): ReverseContent => ({
  kind: 'reverse',
  question,
  answer,
})

/** The quoted meaning says something; its term need not stand in the quoted lines when it does not. */
const groundedMeaning: Rule = (card, context) =>
  contentStems(card.front.replace(/^[^“]*/, '')).length > 0 ? grounded(card, context) : undefined

const asked = askedRules<ReverseContent>(reverse)

export const reverseRules: KindRules<ReverseContent> = {
  ...asked,
  form: 'reverse',
  statesInFront: true,
  typing: 'short',
  quiz: { ...asked.quiz, answerIs: 'name', isTurned: true },
  lint: {
    ours: [
      statesNothing,
      atomic,
      length,
      answerVisible,
      selfContained,
      impersonal,
      subject,
      residue,
      groundedMeaning,
      runTogether,
    ],
    written: [statesNothing, atomic, length, impersonal, cutOff, pictured],
  },
}
