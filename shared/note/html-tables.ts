import type { MarkdownIt as Parser, StateBlock } from 'markdown-it'

/**
 * Teaches the parser tables that are written as HTML, blank lines and all. What stands in a cell is read as Markdown;
 * a table inside a cell only lays the page out, so that the outer one is none.
 */
export function readHtmlTables(parser: Parser): void {
  parser.block.ruler.before('html_block', 'html_table', htmlTable, { alt: ['paragraph'] })
}

interface Cell {
  readonly isHead: boolean
  /** How many rows below it the cell goes on through. */
  readonly below: number
  readonly text: string
}

interface Row {
  /** The first of its lines and the one after its last. */
  readonly map: [number, number]
  readonly cells: readonly Cell[]
}

function htmlTable(state: StateBlock, from: number, to: number, silent: boolean): boolean {
  const start = (state.bMarks[from] ?? 0) + (state.tShift[from] ?? 0)
  if (state.src[start] !== '<' || !/^<table[\s>]/i.test(state.src.slice(start, start + 7))) return false
  const end = endOfTable(state, start)
  if (end === undefined) return false
  let last = from
  while (last < to && (state.eMarks[last] ?? 0) < end) last++
  if (last >= to) return false
  if (silent) return true
  const text = state.getLines(from, last + 1, state.blkIndent, false)
  const rows = nested.test(text.slice(1)) ? [] : rowsOf(text, from)
  if (rows.length > 0) pushTable(state, rows, [from, last + 1])
  state.line = last + 1
  return true
}

const nested = /<table[\s>]/i

/** Where the table's end tag ends. A note without one is looked through once, however many tables it opens. */
function endOfTable(state: StateBlock, start: number): number | undefined {
  const { openTable } = state.env
  if (typeof openTable === 'number' && start >= openTable) return undefined
  const closing = /<\/table\s*>/gi
  closing.lastIndex = start
  const found = closing.exec(state.src)
  if (found === null) state.env['openTable'] = start
  return found === null ? undefined : found.index + found[0].length
}

/** The rows with their cells, tag by tag. */
function rowsOf(text: string, first: number): Row[] {
  const rows: { from: number; to: number; cells: Cell[] }[] = []
  let open: Cell | undefined
  let line = first
  const closeCell = (): void => {
    if (open !== undefined) rows.at(-1)?.cells.push({ ...open, text: open.text.replace(/\s+/g, ' ').trim() })
    open = undefined
  }
  for (const [piece, slash, tag, attributes = ''] of text.matchAll(tagOrText)) {
    const name = tag?.toLowerCase() ?? ''
    if (ofTable.test(name)) closeCell()
    if (name === 'tr' && slash === '') rows.push({ from: line, to: line + 1, cells: [] })
    line += piece.split('\n').length - 1
    if ((name === 'td' || name === 'th') && slash === '')
      open = { isHead: name === 'th', below: rowsBelow(attributes), text: '' }
    else if (open !== undefined) open = { ...open, text: open.text + inCell(name, piece) }
    const row = rows.at(-1)
    if (row !== undefined && open !== undefined) row.to = line + 1
  }
  closeCell()
  return rows.map(({ from, to, cells }) => ({ map: [from, to], cells }))
}

const tagOrText = /<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>|[^<]+|</gi
const ofTable = /^(?:tr|td|th|table|tbody|thead|tfoot|caption)$/

const rowsBelow = (attributes: string): number =>
  Math.min(mostRows, Number(/\browspan\s*=\s*["']?(\d{1,3})/i.exec(attributes)?.[1] ?? 1) - 1)

const mostRows = 100

/** Tags of paragraphs and lists part their texts; the others are read with their line. */
function inCell(name: string, piece: string): string {
  if (name === 'li') return piece.startsWith('</') ? '' : '; '
  return /^(?:p|div|ul|ol|dl|dt|dd|pre|br|hr)$/.test(name) ? ' ' : piece
}

/** The rows as the parser's own tables have them: a header first, and every cell in its column. */
function pushTable(state: StateBlock, rows: readonly Row[], map: [number, number]): void {
  const grid = inColumns(rows)
  const columns = Math.max(...grid.map(({ cells }) => cells.length))
  state.push('table_open', 'table', 1).map = map
  const [first] = rows
  if (first !== undefined && !isHeader(first)) pushRow(state, { map: first.map, cells: [] }, columns)
  for (const row of grid) pushRow(state, row, columns)
  state.push('table_close', 'table', -1)
}

/** A first row of header cells, or of bold words, names the columns. */
const isHeader = ({ cells }: Row): boolean =>
  cells.length > 0 &&
  cells.every(({ isHead, text }) => isHead || text === '' || /^(?:<(?:b|strong)>|\*\*)/i.test(text))

interface PlacedRow {
  readonly map: [number, number]
  readonly cells: readonly string[]
}

/** A cell that goes on through rows below it stands in each of them. */
function inColumns(rows: readonly Row[]): PlacedRow[] {
  const goingOn = new Map<number, { text: string; left: number }>()
  return rows.map(({ map, cells }) => {
    const placed: string[] = []
    const carry = (): void => {
      for (let above = goingOn.get(placed.length); above !== undefined && above.left > 0;) {
        above.left--
        placed.push(above.text)
        above = goingOn.get(placed.length)
      }
    }
    for (const { text, below } of cells.slice(0, mostColumns)) {
      carry()
      if (below > 0) goingOn.set(placed.length, { text, left: below })
      placed.push(text)
    }
    carry()
    return { map, cells: placed }
  })
}

const mostColumns = 40

function pushRow(state: StateBlock, { map, cells }: PlacedRow, columns: number): void {
  state.push('tr_open', 'tr', 1).map = map
  for (let i = 0; i < columns; i++) {
    state.push('td_open', 'td', 1)
    const inline = state.push('inline', '', 0)
    inline.content = (cells[i] ?? '').replace(/^[;\s]+/, '')
    inline.children = []
    state.push('td_close', 'td', -1)
  }
  state.push('tr_close', 'tr', -1)
}
