import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { wordCount } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import type { Block, Code, Heading, List, Note, Paragraph, TextLine } from '../../note/note.ts'
import { sectionKind } from '../../note/section-words.ts'
import type { Draft } from '../fact.ts'
import { dropRepeatedSubject } from '../../english/repeated-subject.ts'
import { trimEnd } from '../../english/phrase.ts'
import { shapeOf } from '../../english/shape.ts'
import { splitLabel } from '../../english/split-label.ts'
import { splitSentences } from '../../english/sentences.ts'
import { impersonal } from '../../english/impersonal.ts'
import { isAboutTheDocument, termOfHeading } from '../read/subject.ts'
import type { Placed } from '../to-fact.ts'

/** A heading that asks, with all that stands below it up to the next heading. */
interface Asked {
  readonly question: string
  /** "caching" of "What is caching?", or ''. */
  readonly term: string
  readonly blocks: readonly Block[]
}

/** What answers it, with the source lines of the answer. */
interface Answered {
  readonly draft: Draft
  readonly lines: readonly number[]
}

/** A heading that asks is a question already; what stands below it answers, all of it or nothing. */
export function fromQuestions(note: Note): Placed[] {
  return note.blocks.flatMap((block, i): Placed[] => {
    if (block.kind !== 'heading') return []
    const question = cleanHeading(block.line.text)
    if (!isAskable(question)) return []
    const end = note.blocks.findIndex((later, at) => at > i && later.kind === 'heading')
    const blocks = note.blocks.slice(i + 1, end < 0 ? undefined : end)
    const found = firstAnswer(layouts, { question, term: termOfHeading(question), blocks })
    return found === undefined ? [] : [{ ...found, path: pathBelow(block) }]
  })
}

const pathBelow = (heading: Heading): readonly string[] => [...heading.path, cleanHeading(heading.line.text)]

/** A question about the matter; "how do you" asks how anyone does. */
function isAskable(heading: string): boolean {
  const said = heading.replace(/\b(?:do|can|could|should|would|must) you\b/gi, ' ')
  return (
    heading.endsWith('?') &&
    !isAboutTheDocument(heading) &&
    !/\b(?:you|we|i|my|our|your|this|these|it)\b/i.test(said) &&
    sectionKind(heading) === 'subject' &&
    wordCount(heading) >= 3
  )
}

type Layout = Case<Asked, Answered>

/** "What is X?" and a sentence that says what it is: the rest only goes on about it. */
const defined: Layout = ({ term, blocks }) => {
  const [first] = blocks
  const line = first?.kind === 'paragraph' ? first.lines[0] : undefined
  if (term === '' || line === undefined || introduces(line)) return undefined
  const told = firstSentence(line)
  if (told === undefined || wordCount(told) > longestSentence) return undefined
  const statement = dropRepeatedSubject(term, told) ?? withoutPronoun(told)
  return statement === undefined
    ? undefined
    : { draft: { kind: 'definition', term, statement }, lines: line.lines }
}

/** One sentence below a question that asks for more than what something is. */
const sentence: Layout = ({ question, term, blocks }) => {
  const [only, ...more] = blocks
  if (term !== '' || only?.kind !== 'paragraph' || more.length > 0 || only.lines.length > 1) return undefined
  const [line] = only.lines
  if (line === undefined || introduces(line) || splitSentences(line.text).length > 1) return undefined
  const statement = firstSentence(line)
  if (statement === undefined || wordCount(statement) > longestSentence || !asksOpenly.test(question))
    return undefined
  return { draft: asked(question, statement, []), lines: line.lines }
}

/** A list, alone or below the line that introduces it: its items are the answer. */
const listed: Layout = ({ question, blocks }) => {
  const list = blocks.at(-1)
  const [lead] = blocks
  if (list?.kind !== 'list' || blocks.length > 2 || !asksOpenly.test(question)) return undefined
  if (
    lead !== list &&
    !(lead?.kind === 'paragraph' && lead.lines.length === 1 && lead.lines.every(introduces))
  )
    return undefined
  const items = itemsOf(list)
  if (items === undefined) return undefined
  const introduction = lead?.kind === 'paragraph' ? lead.lines : []
  const lines = [...introduction, ...list.items.flatMap((item) => item.lines)].flatMap((line) => line.lines)
  return { draft: asked(question, items.join('; '), items), lines }
}

/** A few sentences, steps and code, short enough to be recalled as they stand. */
const whole: Layout = ({ question, blocks }) => {
  const [first] = blocks
  if (first === undefined || blocks.length > 4 || !asksOpenly.test(question)) return undefined
  if (blocks.length === 1 && first.kind === 'paragraph' && isOneSentence(first)) return undefined
  const parts = blocks.map(wholeOf)
  if (!blocks.some(({ kind }) => kind === 'paragraph') || parts.some((part) => part === undefined))
    return undefined
  const said = parts.flatMap((part) => part ?? [])
  const statement = said.map(({ text }) => text).join('\n\n')
  const words = wordCount(statement.replace(/```\w*/g, ' '))
  if (words > longestAnswer || impersonal(statement) !== statement) return undefined
  return { draft: asked(question, statement, []), lines: said.flatMap(({ lines }) => lines) }
}

/** In order: the first layout that knows what stands below a question answers it. */
const layouts: readonly Layout[] = [defined, sentence, listed, whole]

const asksOpenly = /^(?:why|how|what|which|when|where|who)\b/i
const longestSentence = 20
const longestAnswer = 40
const longestItem = 14
const mostItems = 7

const asked = (question: string, statement: string, items: readonly string[]): Draft => ({
  kind: 'question',
  term: question.replace(/\?$/, ''),
  question,
  sides: { kind: 'forward' },
  statement,
  items,
})

const isOneSentence = ({ lines }: Paragraph): boolean =>
  lines.length === 1 && lines.every((line) => splitSentences(line.text).length < 2)

const introduces = (line: TextLine): boolean => /[:：]$/.test(line.text)

function firstSentence(line: TextLine): string | undefined {
  const { label, text } = splitLabel(line)
  const said = label !== '' && text !== '' ? text : line.text
  const first = splitSentences(said)[0]
  return first === undefined ? undefined : impersonal(trimEnd(first))
}

/** "It is a tide of small range" and "A tide of small range" answer "What is a neap tide?" alike. */
function withoutPronoun(text: string): string | undefined {
  const said = text.replace(/^(?:It|They|This|These)(?:['’]s| is| are| was| were)\s+/, '')
  return shapeOf(said) === 'noun' ? said : undefined
}

/** The items of a list without check-boxes, further blocks or long texts. */
function itemsOf({ items }: List): readonly string[] | undefined {
  if (items.length < 2 || items.length > mostItems) return undefined
  const texts = items.map(({ lines, children, checked }) => {
    const [line] = lines
    const isPlain = line !== undefined && lines.length === 1 && children.length === 0 && checked === null
    const text = isPlain ? impersonal(trimEnd(line.text)) : undefined
    return text === undefined || text === '' || wordCount(text) > longestItem ? undefined : text
  })
  return texts.every((text) => text !== undefined) ? texts.flatMap((text) => text ?? []) : undefined
}

/** A block as Markdown; undefined for one that is too much for an answer. */
function wholeOf(block: Block): { readonly text: string; readonly lines: readonly number[] } | undefined {
  switch (block.kind) {
    case 'paragraph':
      return wholeParagraph(block)
    case 'code':
      return wholeCode(block)
    case 'formula':
      return { text: `$$\n${block.tex}\n$$`, lines: block.lines }
    case 'list': {
      const items = itemsOf(block)
      return items === undefined
        ? undefined
        : {
            text: items.map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${item}`).join('\n'),
            lines: block.items.flatMap((item) => item.lines.flatMap((line) => line.lines)),
          }
    }
    case 'heading':
    case 'table':
    case 'quote':
      return undefined
  }
}

const wholeParagraph = ({ lines }: Paragraph) => ({
  text: lines.map(({ text }) => text).join('  \n'),
  lines: lines.flatMap((line) => line.lines),
})

const wholeCode = ({ code, language, lines }: Code) => ({
  text: ['```' + language, code, '```'].join('\n'),
  lines,
})
