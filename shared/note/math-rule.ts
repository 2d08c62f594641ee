import type { MarkdownIt as Parser, StateBlock, StateInline } from 'markdown-it'

/**
 * Teaches a parser formulas: `$…$`, `$$…$$`, `\(…\)` and `\[…\]`, within a line and over several ones. The reader of notes
 * and what shows cards share this one rule. The tokens `math` and `math_block` hold the bare formula, their markup tells
 * by `$$` that it stands on lines of its own.
 */
export function readMath(parser: Parser): void {
  parser.inline.ruler.before('escape', 'math', inlineMath)
  parser.block.ruler.before('fence', 'math_block', blockMath, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
}

/** No formula inside a line is longer. */
const longestInline = 600

export interface FoundFormula {
  readonly tex: string
  readonly markup: '$' | '$$'
  readonly end: number
}

function inlineMath(state: StateInline, silent: boolean): boolean {
  const found = formulaAt(state.src, state.pos)
  if (found === undefined || found.end > state.posMax) return false
  if (!silent) {
    const token = state.push('math', '', 0)
    token.content = found.tex
    token.markup = found.markup
  }
  state.pos = found.end
  return true
}

/** The formula within a line that begins at this place. */
export function formulaAt(text: string, at: number): FoundFormula | undefined {
  const sign = text.charCodeAt(at)
  if (sign === 36) return dollars(text, at)
  return sign === 92 ? brackets(text, at) : undefined
}

/** `$5 and $6` is money: a formula begins and ends without a space, and no digit follows it. */
function dollars(text: string, at: number): FoundFormula | undefined {
  const markup = text[at + 1] === '$' ? '$$' : '$'
  const from = at + markup.length
  const window = text.slice(from, from + longestInline)
  const length = window.indexOf(markup)
  if (length <= 0) return undefined
  const tex = window.slice(0, length)
  if (tex.trim() === '') return undefined
  if (markup === '$' && (/^\s|\s$/.test(tex) || /\d/.test(window[length + 1] ?? ''))) return undefined
  return { tex, markup, end: from + length + markup.length }
}

/** `\(` and `\[` are also brackets that were escaped: only what reads as a formula is one. */
function brackets(text: string, at: number): FoundFormula | undefined {
  const opens = text[at + 1]
  if ((opens !== '(' && opens !== '[') || /\w/.test(text[at - 1] ?? '')) return undefined
  const from = at + 2
  const window = text.slice(from, from + longestInline)
  const length = window.indexOf(opens === '(' ? '\\)' : '\\]')
  const tex = window.slice(0, Math.max(0, length))
  return isFormula(tex, opens === '(')
    ? { tex, markup: opens === '(' ? '$' : '$$', end: from + length + 2 }
    : undefined
}

const formulaSign = /\\[a-zA-Z,;!{|]|[=<>+^{}]|_(?:\{|\w(?!\w))/
const shortFormula = /^\s*(?:-?\d*\p{L}'*(?:\([^()]*\))?|(?:\p{L}|\d+)(?:\s*[-*/,]\s*(?:\p{L}|\d+))+)\s*$/u

function isFormula(tex: string, short: boolean): boolean {
  if (tex.trim() === '' || tex.includes('`')) return false
  return formulaSign.test(tex) || (short && shortFormula.test(tex))
}

/** A formula on lines of its own, blank ones among them. Words before its first and after its last sign are paragraphs. */
function blockMath(state: StateBlock, from: number, to: number, silent: boolean): boolean {
  if (!holdsBlocks(state)) return false
  const text = lineOf(state, from)
  const opening = openingOf(text)
  if (opening === undefined) return false
  const { at, close } = opening
  const last = closingLine(state, from, to, close)
  if (last === undefined) return false
  const lastLine = lineOf(state, last)
  const closes = lastLine.indexOf(close)
  const tex = [text.slice(at + 2), ...linesBetween(state, from + 1, last), lastLine.slice(0, closes)].join(
    '\n',
  )
  if (tex.trim() === '' || (close === '\\]' && !isFormula(tex, false))) return false
  if (silent) return true
  pushParagraph(state, text.slice(0, at), from)
  const token = state.push('math_block', 'math', 0)
  token.content = tex.replace(/^\s*\n|\n\s*$/g, '')
  token.markup = '$$'
  token.map = [from, last + 1]
  token.block = true
  pushParagraph(state, lastLine.slice(closes + 2), last)
  state.line = last + 1
  return true
}

/** Asked once a parse: most texts hold no such sign. */
function holdsBlocks(state: StateBlock): boolean {
  const { env } = state
  env.holdsFormulas ??= state.src.includes('$$') || state.src.includes('\\[')
  return env.holdsFormulas === true
}

/** The sign that opens a formula on a line and does not close it there. */
function openingOf(line: string): { readonly at: number; readonly close: string } | undefined {
  if (line.length > longestInline) return undefined
  const bracket = line.lastIndexOf('\\[')
  if (bracket >= 0 && !line.includes('\\]', bracket)) return { at: bracket, close: '\\]' }
  const at = line.lastIndexOf('$$')
  if (at < 0) return undefined
  const outsideCode = line.replace(/`[^`]*`/g, '')
  return outsideCode.split('$$').length % 2 === 0 && !/\$\$\$/.test(line) ? { at, close: '$$' } : undefined
}

/** No formula has more lines; a sign that never closes does not search the whole note. */
const mostLines = 60

function closingLine(state: StateBlock, from: number, to: number, close: string): number | undefined {
  const end = Math.min(to, from + mostLines)
  for (let line = from + 1; line < end; line++) {
    if (!state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) return undefined
    const text = lineOf(state, line)
    if (text.includes(close)) return line
    if (/^#{1,6} /.test(text)) return undefined
  }
  return undefined
}

const lineOf = (state: StateBlock, line: number): string =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line] ?? 0)

const linesBetween = (state: StateBlock, from: number, to: number): string[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => lineOf(state, from + i))

function pushParagraph(state: StateBlock, text: string, line: number): void {
  const content = text.trim()
  if (content === '') return
  state.push('paragraph_open', 'p', 1).map = [line, line + 1]
  const inline = state.push('inline', '', 0)
  inline.content = content
  inline.map = [line, line + 1]
  inline.children = []
  state.push('paragraph_close', 'p', -1)
}
