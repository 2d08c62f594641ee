import type { Token } from 'markdown-it'
import type { Block, ListItem, Note, NoteProblem, NoteSource, TableRow, TextLine } from './note.ts'
import { cleanLine, readInline } from './read-inline.ts'
import { looksLikeProse, repairLines } from './repair-lines.ts'
import { frontMatterTitle } from './front-matter.ts'
import { htmlTable } from './html-table.ts'
import { createParser, longestParagraph } from './markdown-parser.ts'
import { placeBlocks } from './place-blocks.ts'

const markdown = createParser()

/**
 * Reads one note as blocks with their source lines. It never throws: what cannot be read as meant is a problem
 * with file and line, and everything else goes on.
 */
export function parseNote(source: NoteSource): { note: Note; problems: NoteProblem[] } {
  const text = source.text.startsWith('\uFEFF') ? source.text.slice(1) : source.text
  const rawLines = (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).split('\n')
  const { lines, problems } = repairLines(source.path, rawLines.map(composed))
  const env: ParserNotes = { cut: [] }
  const blocks = placeBlocks(parseBlocks(lines.join('\n'), 0, env), frontMatterTitle(rawLines))
  return {
    note: { file: source.path, rawLines, blocks },
    problems: [...problems, ...env.cut.map(cutProblem(source.path))],
  }
}

/** What the parser tells about a note besides its tokens. */
interface ParserNotes {
  /** The lines at which paragraphs begin that were too long to be read to their end. */
  readonly cut: { line: number; length: number }[]
}

const cutProblem =
  (file: string) =>
  ({ line, length }: { line: number; length: number }): NoteProblem => ({
    file,
    line,
    code: 'paragraph_too_long',
    sentence: `This paragraph has ${length} characters, so only its first ${longestParagraph} were read; break it with blank lines.`,
  })

/** Letters with their accents as one sign each, whatever system wrote them; noncharacters are signs of ours. */
const composed = (line: string): string =>
  /[^\0-\x7F]/.test(line) ? line.normalize('NFC').replace(/[\uFDD0-\uFDEF]/g, ' ') : line

function parseBlocks(text: string, lineOffset: number, env: ParserNotes): Block[] {
  const tokens = markdown.parse(text, { cut: env.cut, lineOffset })
  return readBlocks(tokens, 0, tokens.length, lineOffset, env)
}

/** The blocks between two token indexes. Headings get their place in the outline later. */
function readBlocks(
  tokens: readonly Token[],
  from: number,
  to: number,
  lineOffset: number,
  env: ParserNotes,
): Block[] {
  const blocks: Block[] = []
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (token === undefined) break
    const end = closing(tokens, i, to)
    const block = readBlock(tokens, i, end, lineOffset, env)
    if (Array.isArray(block)) blocks.push(...block)
    else if (block !== undefined) blocks.push(block)
    i = end
  }
  return blocks
}

/** The index of the token that closes the one at `i`; tokens without content close themselves. */
function closing(tokens: readonly Token[], i: number, to: number): number {
  const open = tokens[i]
  if (open === undefined || open.nesting !== 1) return i
  for (let j = i + 1; j < to; j++) {
    const token = tokens[j]
    if (token !== undefined && token.nesting === -1 && token.level === open.level) return j
  }
  return to - 1
}

function readBlock(
  tokens: readonly Token[],
  i: number,
  end: number,
  lineOffset: number,
  env: ParserNotes,
): Block | Block[] | undefined {
  const token = tokens[i]
  if (token === undefined) return undefined
  const path: readonly string[] = []
  const firstLine = (token.map?.[0] ?? 0) + lineOffset + 1
  switch (token.type) {
    case 'heading_open': {
      const line = joinLines(inlineOf(tokens[i + 1], firstLine), firstLine)
      return line === undefined
        ? undefined
        : { kind: 'heading', level: Number(token.tag.slice(1)), line, path }
    }
    case 'paragraph_open': {
      const lines = inlineOf(tokens[i + 1], firstLine)
      return lines.length === 0 ? undefined : { kind: 'paragraph', lines, path }
    }
    case 'bullet_list_open':
    case 'ordered_list_open': {
      const items = readItems(tokens, i + 1, end, lineOffset, env)
      return { kind: 'list', ordered: token.type === 'ordered_list_open', items, path }
    }
    case 'blockquote_open':
      return { kind: 'quote', blocks: readBlocks(tokens, i + 1, end, lineOffset, env), path }
    case 'table_open':
      return readTable(tokens, i + 1, end, lineOffset)
    case 'math_block':
      return readFormula(token, firstLine)
    case 'html_table':
      return htmlTable(token.content, firstLine, readCell)
    case 'fence':
      return readCode(token, firstLine + 1)
    case 'code_block': {
      // Indented prose is prose: only what looks like code stays code.
      const texts = token.content.split('\n').filter((line) => line.trim() !== '')
      const prose = texts.filter(
        (line) => looksLikeProse(line) || /^\s*(?:[-*+]|\d+[.)])\s+\S/.test(line),
      ).length
      if (prose * 2 <= texts.length) return readCode(token, firstLine)
      return parseBlocks(token.content.replace(/^[ \t]+(?=\S)/gm, ''), firstLine - 1, env)
    }
    default:
      return undefined
  }
}

function readCode(token: Token, firstLine: number): Block | undefined {
  const code = token.content.replace(/\n$/, '')
  if (code.trim() === '') return undefined
  const lines = code.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [firstLine + i]))
  return { kind: 'code', language: token.info.trim().split(/\s/)[0] ?? '', code, lines, path: [] }
}

function readFormula(token: Token, firstLine: number): Block {
  const count = (token.map?.[1] ?? firstLine) - (token.map?.[0] ?? firstLine - 1)
  const lines = Array.from({ length: count }, (_, i) => firstLine + i)
  return { kind: 'formula', tex: token.content, lines, path: [] }
}

function readItems(
  tokens: readonly Token[],
  from: number,
  to: number,
  lineOffset: number,
  env: ParserNotes,
): ListItem[] {
  const items: ListItem[] = []
  for (let i = from; i < to; i++) {
    if (tokens[i]?.type !== 'list_item_open') continue
    const end = closing(tokens, i, to)
    items.push(toItem(readBlocks(tokens, i + 1, end, lineOffset, env)))
    i = end
  }
  return items
}

function toItem(blocks: readonly Block[]): ListItem {
  const first = blocks[0]
  if (first?.kind !== 'paragraph') return { lines: [], children: blocks, checked: null }
  const box = /^\[([ xX])\]\s+/.exec(first.lines[0]?.text ?? '')
  const lines = first.lines.map((line, i) =>
    i === 0 && box !== null ? { ...line, text: line.text.slice(box[0].length) } : line,
  )
  return { lines, children: blocks.slice(1), checked: box === null ? null : box[1] !== ' ' }
}

function readTable(
  tokens: readonly Token[],
  from: number,
  to: number,
  lineOffset: number,
): Block | undefined {
  const rows: TableRow[] = []
  for (let i = from; i < to; i++) {
    if (tokens[i]?.type !== 'tr_open') continue
    const end = closing(tokens, i, to)
    const line = (tokens[i]?.map?.[0] ?? 0) + lineOffset + 1
    const cells: string[] = []
    for (let j = i; j < end; j++) {
      const cell = tokens[j]
      if (cell?.type === 'inline') cells.push(textOf(cell, line))
    }
    rows.push({ cells, line, lines: [line] })
    i = end
  }
  const [header, ...body] = rows
  return header === undefined ? undefined : { kind: 'table', header, rows: body, path: [] }
}

const textOf = (inline: Token, line: number): string =>
  readInline(inline.children ?? [], line)
    .map((part) => part.text)
    .join(' ')

/** The text of a cell that is written as HTML; Markdown in it counts, too. */
function readCell(html: string): string {
  const [inline] = markdown.parseInline(html.slice(0, longestParagraph), {})
  return inline === undefined ? '' : textOf(inline, 1)
}

function inlineOf(token: Token | undefined, firstLine: number): TextLine[] {
  return token?.type === 'inline' ? readInline(token.children ?? [], firstLine) : []
}

function joinLines(lines: readonly TextLine[], firstLine: number): TextLine | undefined {
  const text = cleanLine(lines.map((line) => line.text).join(' '))
  if (text === '') return undefined
  const strong = lines.flatMap((line) => line.strong)
  return {
    text,
    lead: lines[0]?.lead ?? '',
    strong,
    lines: lines.length === 0 ? [firstLine] : lines.flatMap((line) => line.lines),
  }
}
