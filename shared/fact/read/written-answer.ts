import type { Held } from '../../note/note.ts'
import { sayTyped, withoutKind } from '../../note/typed-text.ts'
import type { Draft } from '../fact.ts'
import type { Placed } from '../to-fact.ts'
import type { WrittenLine } from './written-lines.ts'

interface Answer {
  readonly statement: string
  readonly items: readonly string[]
}

/** What a card is written in: what asks, what tells, and the lines between them. */
export interface Turned {
  readonly asked: readonly WrittenLine[]
  readonly told: readonly WrittenLine[]
  readonly between?: readonly WrittenLine[]
  readonly both?: boolean
}

/** A card whose question and answer stand on lines of their own. */
export function turnedCard(
  { asked, told, between = [], both = false }: Turned,
  held: readonly Held[],
): Placed[] {
  const cue = joinedLines(asked, ' ')
  const answer = answerOf(told, held)
  if (cue === '' || answer === undefined) return []
  const lines = [...asked, ...between, ...told].flatMap((line) => line.lines)
  const draft = cardOf(cue, answer, both, held, blockQuestion(asked, held))
  return draft === undefined
    ? []
    : [{ draft, lines: [...new Set(lines)].sort((a, b) => a - b), path: asked[0]?.path ?? [] }]
}

const joinedLines = (lines: readonly WrittenLine[], glue: string): string =>
  lines
    .map(({ kind, text }) => (kind === 'code' ? inlineCode(text) : text))
    .filter((text) => text !== '')
    .join(glue)

/** A question with code, a formula or a table below its words, laid out as its author laid it out. */
const blockQuestion = (asked: readonly WrittenLine[], held: readonly Held[]): string | undefined =>
  asked.some(({ kind }) => kind === 'code' || kind === 'formula' || kind === 'table')
    ? laidOut(
        asked.filter(({ text }) => text !== ''),
        held,
      )
    : undefined

/** A code block in the name of a question, which is one line: its lines as code spans. */
const inlineCode = (fenced: string): string =>
  fenced
    .split('\n')
    .slice(1, -1)
    .filter((line) => line.trim() !== '')
    .map((line) => '`' + line.trim().replaceAll('`', "'") + '`')
    .join(' ')

/** Items of one list are items to recall; other lines are one answer, laid out as its author laid it out. */
function answerOf(told: readonly WrittenLine[], held: readonly Held[]): Answer | undefined {
  // "Answer:" alone on its line introduces the answer.
  const own = told.length > 1 && /^\p{L}+\s*[:：]$/u.test(told[0]?.text ?? '') ? told.slice(1) : told
  const items = itemsOf(own, held)
  if (items !== undefined) return items.length === 0 ? undefined : { statement: items.join('; '), items }
  const statement = laidOut(own, held)
  return statement === '' ? undefined : { statement, items: [] }
}

/** The items of an answer that is one list without lists in it. */
function itemsOf(lines: readonly WrittenLine[], held: readonly Held[]): string[] | undefined {
  const [first] = lines
  if (first === undefined || lines.filter(({ opensItem }) => opensItem).length < 2) return undefined
  const flat = lines.every(({ kind, depth }) => kind === 'text' && depth === first.depth)
  if (!flat || !first.opensItem || first.depth === 0) return undefined
  const items: string[] = []
  for (const line of lines) {
    if (line.opensItem) items.push(line.text)
    else items.push(`${items.pop() ?? ''} ${line.text}`)
  }
  return items.map((item) => sayTyped(item, held)).filter((item) => item !== '')
}

/** The lines of an answer as Markdown: paragraphs, lists, code and formulas as they follow each other. */
function laidOut(lines: readonly WrittenLine[], held: readonly Held[]): string {
  let text = ''
  const depth = Math.min(...lines.map((line) => line.depth))
  lines.forEach((line, i) => {
    const above = lines[i - 1]
    const said = line.kind === 'text' ? sayTyped(line.text, held).replace(/\n/g, '  \n') : line.text
    if (said === '') return
    const indent = '  '.repeat(Math.max(0, line.depth - depth - (depth === 0 ? 1 : 0)))
    const listed = line.opensItem && line.depth > 0 && lines.length > 1
    const whole = listed ? `${indent}${line.marker} ${said}` : said
    if (text === '' || above === undefined) text = whole
    else if (listed) text += (above.depth > 0 && isListed(lines, i - 1) ? '\n' : '\n\n') + whole
    else if (line.kind === 'text' && line.joins) text += (isWrapped(lines, i) ? ' ' : '  \n') + whole
    else text += '\n\n' + whole
  })
  return text
}

const isListed = (lines: readonly WrittenLine[], at: number): boolean =>
  lines[at]?.opensItem === true || (lines[at]?.joins === true && isListed(lines, at - 1))

/** Lines that only go on with the one above, all through their paragraph. */
function isWrapped(lines: readonly WrittenLine[], at: number): boolean {
  let from = at
  while (lines[from]?.joins === true && from > 0) from--
  let to = at
  while (lines[to + 1]?.joins === true) to++
  return lines.slice(from + 1, to + 1).every(({ text, broken }) => !broken && /^\s*\p{Ll}/u.test(text))
}

/** A question that its author wrote, with the answer; undefined when one of them says nothing. */
export function cardOf(
  cue: string,
  { statement, items }: Answer,
  both: boolean,
  held: readonly Held[],
  laidOut?: string,
): Draft | undefined {
  const inLine = sayTyped(cue.replace(/\s*\n\s*/g, ' '), held)
  const question = laidOut ?? inLine
  const term = sayTyped(withoutKind(cue, 'picture', held), held).replace(/\s*[?:.？：]+$/, '')
  if (question === '' || statement === '') return undefined
  return {
    kind: 'question',
    // What is asked about is named in one line, and stays what it was when its block is shown in another way.
    term: term.trim() === '' ? inLine : term.trim(),
    question,
    sides: { kind: both ? 'both' : 'forward' },
    statement,
    items: items.length > 1 ? items : [],
  }
}
