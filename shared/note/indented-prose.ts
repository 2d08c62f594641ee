import type { MarkdownIt as Parser, StateCore, Token } from 'markdown-it'
import { looksLikeProse } from './repair-lines.ts'

/** Teaches the parser that indented prose is prose: only what looks like code stays code. */
export function readIndentedProse(parser: Parser): void {
  parser.core.ruler.after('block', 'indented_prose', (state) => {
    if (state.tokens.some(isProse)) state.tokens = withProse(state, state.tokens)
  })
}

const withProse = (state: StateCore, tokens: readonly Token[]): Token[] =>
  tokens.flatMap((token) => (isProse(token) ? reread(state, token) : [token]))

/** Blocks without their indent, at the place and depth of the block that they were taken for. */
function reread(state: StateCore, code: Token): Token[] {
  const inner: Token[] = []
  state.md.block.parse(code.content.replace(/^[ \t]+(?=\S)/gm, ''), state.md, state.env, inner)
  const from = code.map?.[0] ?? 0
  for (const token of inner) {
    token.level += code.level
    if (token.map !== null) token.map = [token.map[0] + from, token.map[1] + from]
  }
  return withProse(state, inner)
}

function isProse({ type, content }: Token): boolean {
  if (type !== 'code_block') return false
  const texts = content.split('\n').filter((line) => line.trim() !== '')
  const prose = texts.filter((line) => looksLikeProse(line) || /^\s*(?:[-*+]|\d+[.)])\s+\S/.test(line))
  return prose.length * 2 > texts.length
}
