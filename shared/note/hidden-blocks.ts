import type { MarkdownIt as Parser, StateBlock } from 'markdown-it'

/** Teaches the parser blocks that state nothing: comments between `%%` lines, footnotes, and the log books of outliners. */
export function hideBlocks(parser: Parser): void {
  const alt = { alt: ['paragraph', 'reference', 'blockquote', 'list'] }
  parser.block.ruler.before('fence', 'comment_block', commentBlock, alt)
  parser.block.ruler.before('reference', 'footnote', footnote, alt)
  parser.block.ruler.before('reference', 'log_book', logBook, alt)
}

const lineOf = (state: StateBlock, line: number): string =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line] ?? 0)

const startsWith = (state: StateBlock, line: number, sign: string): boolean =>
  state.src.startsWith(sign, (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0))

/** Takes the lines up to the first that `closes`, as one token without text. */
function hide(
  state: StateBlock,
  [from, to]: readonly [number, number],
  silent: boolean,
  closes: (text: string) => boolean,
): boolean {
  for (let line = from + 1; line < Math.min(to, from + mostLines); line++) {
    if (!state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) return false
    if (!closes(lineOf(state, line))) continue
    if (!silent) push(state, from, line + 1)
    return true
  }
  return false
}

function push(state: StateBlock, from: number, end: number): void {
  const token = state.push('hidden_block', '', 0)
  token.map = [from, end]
  token.block = true
  state.line = end
}

/** A sign that never closes hides nothing. */
const mostLines = 400

function commentBlock(state: StateBlock, from: number, to: number, silent: boolean): boolean {
  if (!startsWith(state, from, '%%') || lineOf(state, from).indexOf('%%', 2) >= 0) return false
  return hide(state, [from, to], silent, (text) => text.includes('%%'))
}

function logBook(state: StateBlock, from: number, to: number, silent: boolean): boolean {
  if (!startsWith(state, from, ':') || !/^:(?:LOGBOOK|PROPERTIES):\s*$/.test(lineOf(state, from)))
    return false
  return hide(state, [from, to], silent, (text) => /^:END:\s*$/.test(text))
}

/** `[^1]: text` with the lines that go on; its name tells the marks of the note from other brackets. */
function footnote(state: StateBlock, from: number, to: number, silent: boolean): boolean {
  if (!startsWith(state, from, '[^') || (state.sCount[from] ?? 0) - state.blkIndent >= 4) return false
  const name = /^\[\^([^\]\s]{1,60})\]:/.exec(lineOf(state, from))?.[1]
  if (name === undefined) return false
  if (silent) return true
  const { env } = state
  if (!(env.footnotes instanceof Set)) env.footnotes = new Set<string>()
  if (env.footnotes instanceof Set) env.footnotes.add(name)
  let end = from + 1
  while (end < to && goesOn(state, end)) end++
  while (end > from + 1 && state.isEmpty(end - 1)) end--
  push(state, from, end)
  return true
}

/** Its lines go on to a blank one, and further where they are indented. */
function goesOn(state: StateBlock, line: number): boolean {
  if (state.isEmpty(line)) return line + 1 < state.lineMax && isIndented(state, line + 1)
  if (isIndented(state, line)) return true
  return (
    !state.isEmpty(line - 1) && !/^(?:\[\^|#{1,6} |[-*+>] |\d+[.)] |```|~~~|\|)/.test(lineOf(state, line))
  )
}

const isIndented = (state: StateBlock, line: number): boolean =>
  !state.isEmpty(line) && (state.sCount[line] ?? 0) - state.blkIndent >= 2
