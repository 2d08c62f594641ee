import { residue, cutOff, pictured } from '../lint-form.ts'
import { impersonal } from '../lint-question.ts'
import { statesNothing } from '../lint-substance.ts'
import type { KindRules } from './kind-rules.ts'

/** A question with the options that its author wrote: some are right, the others wrong. */
export interface ChoiceContent {
  readonly kind: 'choice'
  readonly question: string
  /** Inline Markdown each, in the note's order, no two alike. */
  readonly options: readonly string[]
  /** Which of them are right: ascending, never empty. */
  readonly keys: readonly number[]
}

/** A question with its author's options. */
export const choice = (
  question: string,
  options: readonly string[],
  keys: readonly number[],
): ChoiceContent => ({ kind: 'choice', question, options, keys })

const sign = '- '

const rightOnes = ({ options, keys }: ChoiceContent): readonly string[] =>
  keys.map((key) => options[key] ?? '')

export const choiceRules: KindRules<ChoiceContent> = {
  front: ({ question, options }) => [question, ...options.map((option) => sign + option)].join('\n'),
  back: (content) => rightOnes(content).join('\n'),
  read: (front, back) => {
    const [question = '', ...below] = front.split('\n')
    const options = below.flatMap((line) => (line.startsWith(sign) ? [line.slice(sign.length)] : []))
    const keys = options.flatMap((option, i) => (back.split('\n').includes(option) ? [i] : []))
    return options.length < 2 || keys.length !== back.split('\n').length
      ? {
          problem:
            'Write the options below the question, each behind “- ”, and the right ones as the answer.',
        }
      : choice(question, options, keys)
  },
  sides: (content) => {
    const right = rightOnes(content)
    const [only = ''] = right
    return {
      prompt: { kind: 'choices', text: content.question, options: content.options },
      answer: right.length < 2 ? { kind: 'text', text: only } : { kind: 'items', items: right },
    }
  },
  form: 'choice',
  statesInFront: false,
  typing: 'never',
  quiz: {
    answers: rightOnes,
    answerIs: 'by_question',
    isTurned: false,
    offersOptions: false,
    fill: () => null,
    answerTo: 'is the answer to',
  },
  lint: {
    ours: [statesNothing, impersonal, residue],
    written: [statesNothing, impersonal, cutOff, pictured],
  },
}
