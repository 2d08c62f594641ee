import { createRequire } from 'node:module'
import type { KatexOptions } from 'katex'
import type { MarkdownIt, RendererRule } from 'markdown-it'
import { readMath } from '../../shared/note/math-rule.ts'
import { escapeHtml } from './render-code.ts'

// Loaded with the first formula: most notes have none.
const load = createRequire(import.meta.url)
type Katex = { renderToString(tex: string, options: KatexOptions): string }

const longestFormula = 2000
/** A longer formula may be wider than a phone. */
const longestInLine = 16
const tags = new Set(
  (
    'math semantics mrow mi mo mn ms mtext mspace msup msub msubsup mmultiscripts mprescripts mfrac msqrt mroot mover ' +
    'munder munderover mtable mtr mtd mlabeledtr mstyle mpadded mphantom menclose annotation'
  ).split(' '),
)
const attributes = new Set(
  (
    'xmlns display mathvariant stretchy fence separator lspace rspace minsize maxsize accent accentunder columnalign ' +
    'columnspacing columnlines rowspacing rowlines rowalign width height depth voffset scriptlevel displaystyle ' +
    'linethickness notation encoding movablelimits symmetric largeop'
  ).split(' '),
)

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

/** A formula as MathML of known elements and attributes only; one that cannot be read stays as it was written. */
export function renderMath(tex: string, isBlock: boolean): string {
  const asText = `<code>${escapeHtml(tex)}</code>`
  if (tex.length > longestFormula) return asText
  try {
    const html = (load('katex') as Katex).renderToString(tex, {
      output: 'mathml',
      displayMode: isBlock,
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxSize: 20,
      maxExpand: 200,
    })
    // What scrolls stands on its lower edge, not on the line, so a short formula is left as it is.
    const size = isBlock || tex.length > longestInLine ? ' long' : ''
    return `<span class="formula${size}" dir="ltr">${onlyMath(html)}</span>`
  } catch {
    return asText
  }
}

function onlyMath(html: string): string {
  return html.replace(/<(\/?)([a-z]+)([^>]*)>/g, (_, slash: string, name: string, rest: string) => {
    if (!tags.has(name)) return ''
    if (slash !== '') return `</${name}>`
    const kept = [...rest.matchAll(/([a-z]+)="([^"<>]*)"/g)].filter(([, key = '']) => attributes.has(key))
    return `<${name}${kept.map(([, key, value]) => ` ${key}="${value}"`).join('')}>`
  })
}
