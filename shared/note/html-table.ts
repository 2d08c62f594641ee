import type { MarkdownIt as Parser, StateBlock } from 'markdown-it'
import type { Block, TableRow } from './note.ts'

/** Teaches the parser tables that are written as HTML, blank lines in them included; a table in a table is a layout. */
export function readHtmlTables(parser: Parser): void {
  parser.block.ruler.before('html_block', 'html_table', table, {
    alt: ['paragraph', 'reference', 'blockquote'],
  })
}

/** No table has more lines; one that never closes does not search the whole note. */
const mostLines = 1000

function table(state: StateBlock, from: number, to: number, silent: boolean): boolean {
  const start = (state.bMarks[from] ?? 0) + (state.tShift[from] ?? 0)
  if (state.src.charCodeAt(start) !== 60 || !/^<table[\s>]/i.test(state.src.slice(start, start + 7)))
    return false
  const end = closingLine(state, from, to)
  if (end === undefined) return false
  if (silent) return true
  const token = state.push('html_table', '', 0)
  token.content = state.getLines(from, end, state.blkIndent, true)
  token.map = [from, end]
  token.block = true
  state.line = end
  return true
}

/** The line behind `</table>`. */
function closingLine(state: StateBlock, from: number, to: number): number | undefined {
  const last = Math.min(to, from + mostLines)
  for (let line = from; line < last; line++) {
    if (!state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) return undefined
    const text = state.src.slice(state.bMarks[line] ?? 0, state.eMarks[line] ?? 0)
    if ((line === from ? text.replace(/<table/i, '') : text).toLowerCase().includes('<table'))
      return undefined
    if (/<\/table\s*>/i.test(text)) return line + 1
  }
  return undefined
}

interface Cell {
  readonly html: string
  readonly isHead: boolean
  readonly line: number
  readonly lastLine: number
  readonly rows: number
  readonly isWide: boolean
}

/** An HTML table as a table; without a head of its own its columns have no names. */
export function htmlTable(
  html: string,
  firstLine: number,
  readCell: (html: string) => string,
): Block | undefined {
  const rows = rowsOf(html, firstLine)
  const [first] = rows
  if (first === undefined) return undefined
  const named = first.every((cell) => cell.isHead)
  const read = spanned(rows).flatMap((cells): TableRow[] => {
    const lines = [...new Set(cells.flatMap(({ line, lastLine }) => between(line, lastLine)))]
    const [line] = lines
    if (line === undefined || cells.some(({ isWide }) => isWide)) return []
    return [{ cells: cells.map((cell) => readCell(cell.html)), line, lines: lines.sort((a, b) => a - b) }]
  })
  const columns = Math.max(0, ...read.map(({ cells }) => cells.length))
  const unnamed: TableRow = {
    cells: Array.from({ length: columns }, () => ''),
    line: firstLine,
    lines: [firstLine],
  }
  const [head = unnamed, ...body] = named ? read : [unnamed, ...read]
  return body.length === 0 ? undefined : { kind: 'table', header: head, rows: body, path: [] }
}

const between = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)

const part = /<!--[^]*?-->|<(\/?)(tr|th|td)\b([^<>]{0,500})>/gi

function rowsOf(html: string, firstLine: number): Cell[][] {
  const rows: Cell[][] = []
  let open: { readonly from: number; readonly name: string; readonly attributes: string } | undefined
  const lineAt = lineCounter(html, firstLine)
  const close = (at: number): void => {
    if (open === undefined) return
    const raw = html.slice(open.from, at)
    const inner = raw.trim()
    const start = open.from + (inner === '' ? 0 : raw.indexOf(inner))
    const span = /rowspan\s*=\s*["']?(\d+)/i.exec(open.attributes)?.[1]
    rows.at(-1)?.push({
      html: inner.replace(/\s*\n\s*/g, ' '),
      isHead: open.name === 'th',
      line: lineAt(start),
      lastLine: lineAt(start + inner.length),
      rows: Math.min(50, Number(span ?? 1)),
      isWide: /colspan\s*=\s*["']?(?!1\b)\d/i.test(open.attributes),
    })
    open = undefined
  }
  for (const found of html.matchAll(part)) {
    const [all, slash = '', name, attributes = ''] = found
    if (name === undefined) continue
    close(found.index)
    if (slash !== '') continue
    if (name.toLowerCase() === 'tr') rows.push([])
    else {
      if (rows.length === 0) rows.push([])
      open = { from: found.index + all.length, name: name.toLowerCase(), attributes }
    }
  }
  close(html.search(/<\/table\s*>/i))
  return rows.filter((cells) => cells.length > 0)
}

/** The line of a place in the text; places are asked in ascending order. */
function lineCounter(text: string, firstLine: number): (at: number) => number {
  let line = firstLine
  let seen = 0
  return (at) => {
    for (let next = text.indexOf('\n', seen); next >= 0 && next < at; next = text.indexOf('\n', seen)) {
      line++
      seen = next + 1
    }
    return line
  }
}

/** A cell that spans rows stands in each of them. */
function spanned(rows: readonly Cell[][]): Cell[][] {
  const open = new Map<number, Cell>()
  return rows.map((cells) => {
    const out: Cell[] = []
    const own = [...cells]
    while (own.length > 0 || open.has(out.length)) {
      const column = out.length
      const above = open.get(column)
      const cell = above ?? own.shift()
      if (cell === undefined) break
      open.delete(column)
      if (cell.rows > 1) open.set(column, { ...cell, rows: cell.rows - 1 })
      out.push(cell)
    }
    return out
  })
}
