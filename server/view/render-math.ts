import { createRequire } from 'node:module'
import type { KatexOptions } from 'katex'
import type { MarkdownIt, RendererRule } from 'markdown-it'
import { formulaClass, formulaHtml } from '../../shared/note/formula-html.ts'
import { readMath } from '../../shared/note/math-rule.ts'
import { escapeHtml } from '../../shared/note/code-html.ts'

// Loaded with the first formula: most notes have none.
const load = createRequire(import.meta.url)
type Katex = { renderToString(tex: string, options: KatexOptions): string }

/** Formulas become MathML, found by the rule that the reader of notes has for them. */
export function mathRule(markdown: MarkdownIt): void {
  readMath(markdown)
  const render: RendererRule = (tokens, index) => {
    const token = tokens[index]
    return token === undefined ? '' : renderMath(token.content, token.markup === '$$')
  }
  markdown.renderer.rules['math'] = render
  markdown.renderer.rules['math_block'] = render
}

/** A formula as safe HTML; one that cannot be read stays as it was written. */
export function renderMath(tex: string, isBlock: boolean): string {
  const html = formulaHtml(
    (written, options) => (load('katex') as Katex).renderToString(written, options),
    tex,
    isBlock,
  )
  if (html === null) return `<code>${escapeHtml(tex)}</code>`
  return `<span class="${formulaClass(tex, isBlock)}" dir="ltr">${html}</span>`
}
