import { wordCount } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import type { Block, List, Note, TextLine } from '../../note/note.ts'
import { trimEnd } from '../../english/phrase.ts'
import type { Draft } from '../fact.ts'
import type { Placed } from '../to-fact.ts'

const fewestOptions = 2
const mostOptions = 8
const longestOption = 25

/** What asks right above a list of check-boxes. */
interface Asking {
  readonly question: string
  readonly lines: readonly number[]
  readonly path: readonly string[]
}

/**
 * A list of check-boxes, some ticked and some not, right below a heading or line that asks: the author's own multiple
 * choice. Boxes below anything else are things to do.
 */
export function fromChoices(note: Note): Placed[] {
  return note.blocks.flatMap((block, i): Placed[] => {
    const above = note.blocks[i - 1]
    if (block.kind !== 'list' || above === undefined) return []
    const asking = askingOf(above)
    const options = optionsOf(block)
    if (asking === undefined || options === undefined) return []
    const { question, lines, path } = asking
    const draft: Draft = { kind: 'choice', term: question.replace(/[?？]$/, ''), question, options }
    const own = block.items.flatMap((item) => item.lines.flatMap((line) => line.lines))
    return [{ draft, lines: [...lines, ...own], path }]
  })
}

function askingOf(block: Block): Asking | undefined {
  if (block.kind === 'heading') {
    const question = cleanHeading(block.line.text)
    return asks(question) ? { question, lines: block.line.lines, path: [...block.path, question] } : undefined
  }
  const line = block.kind === 'paragraph' ? block.lines.at(-1) : undefined
  return line !== undefined && asks(line.text)
    ? { question: questionIn(line), lines: line.lines, path: block.path }
    : undefined
}

/** "What is left?" asks the writer, "Which of these floats?" a reader. */
const asks = (text: string): boolean =>
  /[?？]$/.test(text) && wordCount(text) >= 3 && !/\b(?:left|next|to ?do|done|I|we|my|our)\b/i.test(text)

/** The sentence that asks, without what stands before it in its line. */
const questionIn = ({ text }: TextLine): string =>
  /(?:^|[.!:]\s+)([^.!:]*[?？])$/.exec(text)?.[1]?.trim() ?? text

function optionsOf({ items }: List): Extract<Draft, { readonly kind: 'choice' }>['options'] | undefined {
  if (items.length < fewestOptions || items.length > mostOptions) return undefined
  const options = items.flatMap(({ lines: [line, ...more], children, checked }) => {
    const text = line === undefined ? '' : trimEnd(line.text)
    const isFit =
      checked !== null &&
      more.length === 0 &&
      children.length === 0 &&
      text !== '' &&
      wordCount(text) <= longestOption
    return isFit ? [{ text, isRight: checked }] : []
  })
  const isMarked = options.some(({ isRight }) => isRight) && options.some(({ isRight }) => !isRight)
  const isDistinct = new Set(options.map(({ text }) => text.toLowerCase())).size === items.length
  return options.length === items.length && isMarked && isDistinct ? options : undefined
}
