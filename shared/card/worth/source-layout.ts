import { type Case, firstAnswer } from '../../basics/first-answer.ts'

/** How the lines are laid out that a card was drawn from. */
export const sourceLayouts = [
  'written as a card',
  'row of a table',
  'command or code below a title',
  'heading and what stands below it',
  'label in bold with its text',
  'label with its text',
  'step of a numbered list',
  'item of a list',
  'several items of a list',
  'prose',
] as const
export type SourceLayout = (typeof sourceLayouts)[number]

interface Quoted {
  readonly lines: readonly string[]
  readonly first: string
  /** The answer is nothing but code. */
  readonly isCode: boolean
}

/** The layout of quoted lines, by their marks alone. */
export function sourceLayout(lines: readonly string[], back: string): SourceLayout {
  const first = lines[0] ?? ''
  return firstAnswer(cases, { lines, first, isCode: /^`[^]*`$/.test(back) }) ?? 'prose'
}

const item = /^\s*(?:>\s*)*(?:[-*+•]|\d{1,3}[.)])\s+/
const numbered = /^\s*(?:>\s*)*\d{1,3}[.)]\s+/
const bold =
  /^\s*(?:>\s*)*(?:(?:[-*+•]|\d{1,3}[.)])\s+)?(?:\p{Extended_Pictographic}\uFE0F?\s*)?(?:\*\*|__)[^*_]{1,80}(?:\*\*|__)\s*(?:\([^)]{1,60}\)\s*)?(?:[:：–—=→-]|\s*$)|^\s*(?:[-*+•]\s+)?(?:\*\*|__)[^*_]{1,80}[:：](?:\*\*|__)/u
const label = /^\s*(?:>\s*)*(?:(?:[-*+•]|\d{1,3}[.)])\s+)?[^:：–—=→]{1,60}?(?::|：|\s[–—=→-]\s|->|=>)\s*\S/
const card =
  /\S\s*:{2,3}\s*\S|^\s*(?:Q|A|C|Question|Answer)\s*[:.]\s|^\?{1,2}$|==[^=]+==|\{\{[^}]+\}\}|\{c?\d+::/

type LayoutCase = Case<Quoted, SourceLayout>
const when =
  (layout: SourceLayout, holds: (quoted: Quoted) => boolean): LayoutCase =>
  (quoted) =>
    holds(quoted) ? layout : undefined

/** In order: the first layout that fits. */
const cases: readonly LayoutCase[] = [
  when('row of a table', ({ first }) => /^\s*\|?[^|]+\|[^|]*\S/.test(first) && !first.includes('`|')),
  when('command or code below a title', ({ isCode, first }) => isCode && !item.test(first)),
  when('written as a card', ({ lines }) => lines.some((line) => card.test(line))),
  when('heading and what stands below it', ({ first }) => /^ {0,3}#{1,6}\s/.test(first)),
  when('label in bold with its text', ({ first }) => bold.test(first)),
  when('several items of a list', ({ lines }) => lines.filter((line) => item.test(line)).length > 1),
  when('step of a numbered list', ({ first }) => numbered.test(first)),
  when('label with its text', ({ first }) => label.test(first)),
  when('item of a list', ({ first }) => item.test(first)),
]
