import { atomic, length, residue, wellFormed, cutOff, pictured } from '../lint-form.ts'
import {
  answerInQuestion,
  grounded,
  impersonal,
  rightQuestion,
  selfContained,
  subject,
} from '../lint-question.ts'
import { empty, lonelySign, platitude, runTogether } from '../lint-substance.ts'
import type { KindRules } from './kind-rules.ts'
import { askedRules } from './asked.ts'

/** A question with one answer. */
export interface BasicContent {
  readonly kind: 'basic'
  /** Inline Markdown. */
  readonly question: string
  /** Markdown: a text as its note has it may hold code blocks. */
  readonly answer: string
}

/** A question with one answer. */
export const basic = (question: string, answer: string): BasicContent => ({ kind: 'basic', question, answer })

export const basicRules: KindRules<BasicContent> = {
  ...askedRules<BasicContent>(basic),
  form: 'question',
  typing: 'name',
  lint: {
    ours: [
      empty,
      atomic,
      length,
      answerInQuestion,
      selfContained,
      impersonal,
      subject,
      wellFormed,
      rightQuestion,
      residue,
      grounded,
      platitude,
      lonelySign,
      runTogether,
    ],
    written: [empty, atomic, length, impersonal, cutOff, pictured],
  },
}
