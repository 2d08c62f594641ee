import { atomic, length, residue, wellFormed, cutOff, pictured } from '../lint-form.ts'
import { answerInQuestion, grounded, impersonal, selfContained, subject } from '../lint-question.ts'
import { runTogether, statesNothing } from '../lint-substance.ts'
import { askedRules } from './asked.ts'
import type { KindRules } from './kind-rules.ts'

/** A question whose answer is short and has one spelling: a command, a name. */
export interface TypedContent {
  readonly kind: 'typed'
  readonly question: string
  readonly answer: string
}

/** A question whose answer is typed. */
export const typed = (question: string, answer: string): TypedContent => ({ kind: 'typed', question, answer })

const asked = askedRules<TypedContent>(typed)

export const typedRules: KindRules<TypedContent> = {
  ...asked,
  form: 'question',
  typing: 'short',
  quiz: { ...asked.quiz, answerIs: 'name' },
  lint: {
    ours: [
      statesNothing,
      atomic,
      length,
      answerInQuestion,
      selfContained,
      impersonal,
      subject,
      wellFormed,
      residue,
      grounded,
      runTogether,
    ],
    written: [statesNothing, atomic, length, impersonal, cutOff, pictured],
  },
}
