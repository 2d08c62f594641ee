import MarkdownIt from 'markdown-it'
import type { MarkdownIt as Parser, Token } from 'markdown-it'
import type { Block, ListItem, Note, NoteProblem, NoteSource, TableRow, TextLine } from './note.ts'
import { cleanLine, lineMark, readInline } from './read-inline.ts'
import { looksLikeProse, repairLines } from './repair-lines.ts'
import { frontMatterTitle } from './front-matter.ts'
import { placeBlocks } from './place-blocks.ts'
import { readHtmlTables } from './html-tables.ts'
import { readTabTables } from './tab-tables.ts'

const markdown = createParser()

/**
 * Reads one note as blocks with their source lines. It never throws: what cannot be read as meant is a problem
 * with file and line, and everything else goes on.
 */
export function parseNote(source: NoteSource): { note: Note; problems: NoteProblem[] } {
  const text = source.text.startsWith('\uFEFF') ? source.text.slice(1) : source.text
  const rawLines = (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).split('\n')
  const { lines, problems } = repairLines(source.path, rawLines)
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

/** A paragraph longer than this is data, not prose; inline parsing of broken marks in it could take seconds. */
const longestParagraph = 24_000

function createParser(): Parser {
  const parser = new MarkdownIt({ html: true, linkify: false, typographer: false })
  // Nothing here follows a link: its address needs no encoding, only its text is read.
  parser.normalizeLink = (url) => url
  readTabTables(parser)
  readHtmlTables(parser)
  parser.core.ruler.before('inline', 'line_marks', (state) => {
    for (const token of state.tokens) {
      if (token.type !== 'inline') continue
      if (token.content.length > longestParagraph) {
        const { cut, lineOffset } = state.env
        const line = (token.map?.[0] ?? 0) + Number(lineOffset) + 1
        if (Array.isArray(cut)) cut.push({ line, length: token.content.length })
      }
      token.content = token.content.slice(0, longestParagraph).replaceAll('\n', '\n' + lineMark)
    }
  })
  parser.inline.ruler.before('escape', 'math', (state, silent) => {
    if (state.src[state.pos] !== '$') return false
    const width = state.src[state.pos + 1] === '$' ? 2 : 1
    const from = state.pos + width
    const window = state.src.slice(from, from + 600)
    const end = window.indexOf('$'.repeat(width))
    if (
      end <= 0 ||
      (width === 1 && (/^\s|\s$/.test(window.slice(0, end)) || /\d/.test(window[end + 1] ?? '')))
    )
      return false
    if (!silent) {
      const token = state.push('math', '', 0)
      token.content = state.src.slice(state.pos, from + end + width)
    }
    state.pos = from + end + width
    return true
  })
  return parser
}

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
    const [first = 0, last = first + 1] = tokens[i]?.map ?? []
    const lines = Array.from({ length: last - first }, (_, k) => first + lineOffset + 1 + k)
    const cells: string[] = []
    for (let j = i; j < end; j++) {
      const cell = tokens[j]
      if (cell?.type === 'inline')
        cells.push(
          readInline(cell.children ?? [], first + lineOffset + 1)
            .map((part) => part.text)
            .join(' '),
        )
    }
    rows.push({ cells, lines })
    i = end
  }
  const [header, ...body] = rows
  return header === undefined ? undefined : { kind: 'table', header, rows: body, path: [] }
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
