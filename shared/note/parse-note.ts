import type { Token } from 'markdown-it'
import type {
  Block,
  Held,
  ListItem,
  Note,
  NoteProblem,
  NoteSource,
  TableRow,
  TextLine,
  TypedLine,
} from './note.ts'
import { wordCount } from '../basics/text.ts'
import { cleanLine, readInline } from './read-inline.ts'
import { repairLines } from './repair-lines.ts'
import { exportedPairs } from './exported-text.ts'
import { frontMatterTitle } from './front-matter.ts'
import { type CutParagraph, createParser, longestParagraph } from './markdown-parser.ts'
import { placeBlocks } from './place-blocks.ts'
import { typedNote, typedText } from './typed-lines.ts'

const markdown = createParser()

/**
 * Reads one note as blocks with their source lines. It never throws: what cannot be read as meant is a problem
 * with file and line, and everything else goes on.
 */
export function parseNote(source: NoteSource): { note: Note; problems: NoteProblem[] } {
  const rawLines = source.text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const pairs = exportedPairs(source.path, rawLines)
  if (pairs !== undefined) return { note: exportedNote(source.path, rawLines, pairs), problems: [] }
  const { lines, problems } = repairLines(source.path, rawLines.map(composed))
  const text = lines.join('\n')
  const cut: CutParagraph[] = []
  const tokens = markdown.parse(text, { cut })
  const blocks = placeBlocks(readBlocks(tokens, 0, tokens.length), frontMatterTitle(rawLines))
  return {
    note: { file: source.path, rawLines, blocks, typed: typedNote(tokens, lines, text) },
    problems: [...problems, ...cut.map(cutProblem(source.path))],
  }
}

/** A file that an app wrote holds cards and nothing else. Their texts are read like a line of a note. */
function exportedNote(file: string, rawLines: readonly string[], pairs: readonly TypedLine[]): Note {
  const held: Held[] = []
  const typed = (text: string): string => typedText(markdown.parseInline(composed(text), {}), held)
  const lines = pairs.map((pair) => ({ ...pair, text: typed(pair.text), told: typed(pair.told) }))
  return { file, rawLines, blocks: [], typed: { lines, held, scheduled: false } }
}

const cutProblem =
  (file: string) =>
  ({ line, length }: CutParagraph): NoteProblem => ({
    file,
    line,
    code: 'paragraph_too_long',
    sentence: `This paragraph has ${length} characters, so only its first ${longestParagraph} were read; break it with blank lines.`,
  })

/**
 * Letters with their accents as one sign each, whatever system wrote them; the signs of cards as keyboards for Chinese
 * and Japanese type them are read as their narrow sisters; noncharacters are signs of ours.
 */
const composed = (line: string): string =>
  /[^\0-\x7F]/.test(line)
    ? line
        .normalize('NFC')
        .replace(/[\uFDD0-\uFDEF]/g, ' ')
        .replace(/：{2,3}|｛｛|｝｝|＝＝/g, (signs) => signs.normalize('NFKC'))
    : line

/** The blocks between two token indexes. Headings get their place in the outline later. */
function readBlocks(tokens: readonly Token[], from: number, to: number): Block[] {
  const blocks: Block[] = []
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (token === undefined) break
    const end = closing(tokens, i, to)
    const block = readBlock(tokens, i, end)
    if (block !== undefined) blocks.push(block)
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

function readBlock(tokens: readonly Token[], i: number, end: number): Block | undefined {
  const token = tokens[i]
  if (token === undefined) return undefined
  const path: readonly string[] = []
  const firstLine = (token.map?.[0] ?? 0) + 1
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
      const items = readItems(tokens, i + 1, end)
      return { kind: 'list', ordered: token.type === 'ordered_list_open', items, path }
    }
    case 'blockquote_open':
      return { kind: 'quote', blocks: readBlocks(tokens, i + 1, end), path }
    case 'table_open':
      return readTable(tokens, i + 1, end)
    case 'math_block':
      return readFormula(token, firstLine)
    case 'fence':
      return readCode(token, firstLine + 1)
    case 'code_block':
      return readCode(token, firstLine)
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

function readItems(tokens: readonly Token[], from: number, to: number): ListItem[] {
  const items: ListItem[] = []
  for (let i = from; i < to; i++) {
    if (tokens[i]?.type !== 'list_item_open') continue
    const end = closing(tokens, i, to)
    items.push(toItem(readBlocks(tokens, i + 1, end)))
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

function readTable(tokens: readonly Token[], from: number, to: number): Block | undefined {
  const rows: TableRow[] = []
  for (let i = from; i < to; i++) {
    if (tokens[i]?.type !== 'tr_open') continue
    const end = closing(tokens, i, to)
    const [first = 0, last = first + 1] = tokens[i]?.map ?? []
    const lines = Array.from({ length: last - first }, (_, k) => first + 1 + k)
    const cells: string[] = []
    for (let j = i; j < end; j++) {
      const cell = tokens[j]
      if (cell?.type !== 'inline') continue
      cells.push(
        rows.length === 0
          ? textOf(cell.children ?? [], first + 1)
          : cellText(cell, first + 1, cells.length === 0),
      )
    }
    rows.push({ cells, lines })
    i = end
  }
  const [header, ...body] = rows
  return header === undefined ? undefined : { kind: 'table', header, rows: body, path: [] }
}

/**
 * The text of a cell: what its author broke into lines are several values, and stays apart. The name of a row breaks where
 * its column is narrow.
 */
function cellText(cell: Token, line: number, isName: boolean): string {
  const pieces: Token[][] = [[]]
  for (const token of cell.children ?? []) {
    if (token.type === 'html_inline' && /^<br\b[^>]{0,20}>$/i.test(token.content)) pieces.push([])
    else pieces.at(-1)?.push(token)
  }
  const [first = '', ...others] = pieces
    .map((tokens) => textOf(tokens, line).trim())
    .filter((piece) => piece !== '')
  if (isName && others.length < 2) return [first, ...others].join(' ').trim()
  const areValues = [first, ...others].every((piece) => wordCount(piece) <= 4)
  return others.reduce((text, piece) => {
    const isApart = /^[\p{L}\p{N}$`]/u.test(piece) && (areValues || !/^\p{Ll}/u.test(piece))
    return `${text}${isApart && !/[,;:.!?]$/.test(text) ? ';' : ''} ${piece}`
  }, first)
}

const textOf = (children: readonly Token[], line: number): string =>
  readInline(children, line)
    .map((part) => part.text)
    .join(' ')

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
