import { wordCount } from '../../basics/text.ts'
import { atomic, length, residue, cutOff, pictured } from '../lint-form.ts'
import { answerVisible, grounded, impersonal, placeIsSubject, selfContained } from '../lint-question.ts'
import { type Rule, reason } from '../lint-rule.ts'
import { runTogether, statesNothing } from '../lint-substance.ts'
import type { KindRules } from './kind-rules.ts'

/** A sentence with one gap. */
export interface ClozeContent {
  readonly kind: 'cloze'
  readonly before: string
  /** What fills the gap. */
  readonly hidden: string
  readonly after: string
}

/** How a gap stands in plain text. */
const gap = '___'

/** One short gap with enough around it; an author may leave less. A formula or code is read at once. */
const shortGap: Rule<ClozeContent> = ({ content: { before, hidden, after } }, { written }) => {
  if (`${before} ${after}`.includes(gap)) return reason('gap_count', 'A cloze has exactly one gap.')
  if (wordCount(hidden.replace(/`[^`]*`|\$[^$]*\$/g, 'x')) > 4)
    return reason('gap_too_long', 'The gap holds more than four words.')
  return wordCount(`${before} ${after}`) < (written ? 1 : 5)
    ? reason('little_context', 'There is too little left around the gap.')
    : undefined
}

/** The words around the gap must not show what fills it. */
const hiddenVisible: Rule<ClozeContent> = (card, context) => {
  const { before, after } = card.content
  return answerVisible({ ...card, front: `${before} ${after}` }, context)
}

export const clozeRules: KindRules<ClozeContent> = {
  front: ({ before, after }) => `${before}${gap}${after}`,
  back: ({ hidden }) => hidden,
  read: (front, back) => {
    const found = /^([^]*?)_{3,}([^]*)$/.exec(front)
    if (found === null) return { problem: 'Mark the gap in the question with three underscores: ___' }
    const [, before = '', after = ''] = found
    return { kind: 'cloze', before, hidden: back, after }
  },
  sides: ({ before, after, hidden }) => ({
    prompt: { kind: 'gap', before, after },
    answer: { kind: 'text', text: hidden },
  }),
  form: 'cloze',
  statesInFront: true,
  typing: 'short',
  quiz: {
    answers: ({ hidden }) => [hidden],
    answerIs: 'name',
    isTurned: false,
    offersOptions: false,
    fill: ({ before, after }, answer) => `${before}${answer}${after}`,
    answerTo: 'fills the gap in',
  },
  lint: {
    ours: [
      statesNothing,
      atomic,
      length,
      hiddenVisible,
      selfContained,
      impersonal,
      placeIsSubject,
      residue,
      shortGap,
      grounded,
      runTogether,
    ],
    written: [statesNothing, atomic, length, impersonal, cutOff, pictured, shortGap],
  },
}
