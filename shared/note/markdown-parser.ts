import MarkdownIt from 'markdown-it'
import type { MarkdownIt as Parser } from 'markdown-it'
import { hideBlocks } from './hidden-blocks.ts'
import { readHtmlTables } from './html-tables.ts'
import { readIndentedProse } from './indented-prose.ts'
import { bracketedRanges, lineMark, readSigns } from './inline-signs.ts'
import { readMath } from './math-rule.ts'
import { readTabTables } from './tab-tables.ts'

/** A paragraph longer than this is data, not prose; inline parsing of broken marks in it could take seconds. */
export const longestParagraph = 24_000

/** A paragraph that was not read to its end: the line on which it begins, and its length. */
export interface CutParagraph {
  readonly line: number
  readonly length: number
}

/** CommonMark with tables, as notes are written: with formulas, the signs of note apps, and tables of any make. */
export function createParser(): Parser {
  const parser = new MarkdownIt({ html: true, linkify: false, typographer: false })
  // Nothing here follows a link: its address needs no encoding, only its text is read.
  parser.normalizeLink = (url) => url
  readTabTables(parser)
  readHtmlTables(parser)
  hideBlocks(parser)
  readIndentedProse(parser)
  readMath(parser)
  readSigns(parser)
  parser.core.ruler.before('inline', 'line_marks', (state) => {
    for (const token of state.tokens) {
      if (token.type !== 'inline') continue
      if (token.content.length > longestParagraph) {
        const { cut } = state.env
        if (Array.isArray(cut))
          cut.push({ line: (token.map?.[0] ?? 0) + 1, length: token.content.length } satisfies CutParagraph)
      }
      token.content = token.content.slice(0, longestParagraph).replaceAll('\n', '\n' + lineMark)
    }
  })
  parser.core.ruler.at('inline', (state) => {
    for (const token of state.tokens) {
      if (token.type !== 'inline') continue
      state.env.bracketed = bracketedRanges(token.content)
      token.children ??= []
      state.md.inline.parse(token.content, state.md, state.env, token.children)
    }
  })
  return parser
}
