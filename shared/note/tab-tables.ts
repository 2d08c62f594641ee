import type { MarkdownIt as Parser, StateBlock } from 'markdown-it'

/** Teaches the parser tables without pipes: lines below each other whose cells are parted by tabs. */
export function readTabTables(parser: Parser): void {
  parser.block.ruler.before('table', 'tab_table', tabTable, { alt: ['paragraph'] })
}

function tabTable(state: StateBlock, from: number, to: number, silent: boolean): boolean {
  const columns = cellsOf(state, from).length
  if (columns < 2 || cellsOf(state, from + 1).length !== columns || from + 1 >= to) return false
  if (silent) return true
  let end = from
  while (end < to && isRow(state, end, columns)) end++
  state.push('table_open', 'table', 1).map = [from, end]
  for (let line = from; line < end; line++) pushRow(state, line, columns)
  state.push('table_close', 'table', -1)
  state.line = end
  return true
}

function pushRow(state: StateBlock, line: number, columns: number): void {
  state.push('tr_open', 'tr', 1).map = [line, line + 1]
  const cells = cellsOf(state, line)
  for (let i = 0; i < columns; i++) {
    state.push('td_open', 'td', 1)
    const inline = state.push('inline', '', 0)
    inline.content = cells[i] ?? ''
    inline.children = []
    state.push('td_close', 'td', -1)
  }
  state.push('tr_close', 'tr', -1)
}

/** A later row may leave its last cells out. */
function isRow(state: StateBlock, line: number, columns: number): boolean {
  const count = cellsOf(state, line).length
  return count >= 2 && count <= columns
}

/** The cells of a line that tabs part in its middle; a list, a quote or indented code is no row. */
function cellsOf(state: StateBlock, line: number): string[] {
  const indent = state.sCount[line] ?? 0
  if (line >= state.lineMax || indent - state.blkIndent >= 4 || indent < state.blkIndent) return []
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  const text = state.src.slice(start, state.eMarks[line] ?? start)
  if (!text.includes('\t') || text.length > longestRow || /^(?:[-*+>#|]|\d+[.)])\s/.test(text)) return []
  const cells = text.split(/\t+/).map((cell) => cell.trim())
  while (cells.at(-1) === '') cells.pop()
  if (cells.length > mostColumns) return []
  return cells
}

const longestRow = 2000
const mostColumns = 40
