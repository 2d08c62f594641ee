import { wordCount } from '../../basics/text.ts'
import { residue, shortQuestion, wellFormed, cutOff, pictured } from '../lint-form.ts'
import { answerInQuestion, grounded, impersonal, selfContained, subject } from '../lint-question.ts'
import { type Rule, reason } from '../lint-rule.ts'
import { openList, runTogether, statesNothing } from '../lint-substance.ts'
import type { KindRules } from './kind-rules.ts'

/** A question for all items of a closed list. */
export interface ListContent {
  readonly kind: 'list_recall'
  readonly question: string
  /** Inline Markdown each, in the note's order. */
  readonly items: readonly string[]
}

/** A question for all items of a closed list. */
export const listRecall = (question: string, items: readonly string[]): ListContent => ({
  kind: 'list_recall',
  question,
  items,
})

/** Items stay short. */
const shortItems: Rule<ListContent> = (card, context) =>
  shortQuestion(card, context) ??
  (card.content.items.some((item) => wordCount(item) > 12)
    ? reason('item_too_long', 'A list item has more than 12 words.')
    : undefined)

/** A list to recall has two to six items. */
const listSize: Rule<ListContent> = ({ content: { items } }) =>
  items.length < 2 || items.length > 6 || items.some((item) => item.includes(';'))
    ? reason('list_size', 'A list to recall has two to six items.')
    : undefined

export const listRules: KindRules<ListContent> = {
  front: ({ question }) => question,
  back: ({ items }) => items.join('\n'),
  read: (front, back) => {
    const items = back.split('\n').filter((item) => item.trim() !== '')
    return items.length === 0 ? { problem: 'Write the items, one a line.' } : listRecall(front, items)
  },
  sides: ({ question, items }) => ({
    prompt: { kind: 'text', text: question },
    answer: items.length < 2 ? { kind: 'text', text: items.join('\n') } : { kind: 'items', items },
  }),
  form: 'list',
  statesInFront: false,
  typing: 'never',
  quiz: {
    answers: ({ items }) => items,
    answerIs: 'list',
    isTurned: false,
    offersOptions: true,
    fill: () => null,
    answerTo: 'is one of the answers to',
  },
  lint: {
    ours: [
      statesNothing,
      shortItems,
      answerInQuestion,
      selfContained,
      impersonal,
      subject,
      wellFormed,
      residue,
      listSize,
      grounded,
      openList,
      runTogether,
    ],
    written: [statesNothing, shortItems, impersonal, cutOff, pictured, listSize],
  },
}
