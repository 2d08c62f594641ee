import { createRequire } from 'node:module'
import type { KatexOptions } from 'katex'
import type { MarkdownIt } from 'markdown-it'
import { escapeHtml } from './render-code.ts'

// Loaded with the first formula: most notes have none.
const load = createRequire(import.meta.url)
type Katex = { renderToString(tex: string, options: KatexOptions): string }

const longestFormula = 2000
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

/** `$…$` and `$$…$$` become MathML, by the rule that the reader of notes has for them: `$5 and $6` is money. */
export function mathRule(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'math', (state, silent) => {
    if (state.src[state.pos] !== '$') return false
    const width = state.src[state.pos + 1] === '$' ? 2 : 1
    const start = state.pos + width
    const end = state.src.indexOf('$'.repeat(width), start)
    const tex = state.src.slice(start, end)
    if (end < 0 || tex.trim() === '') return false
    if (width === 1 && (/^\s|\s$/.test(tex) || /\d/.test(state.src[end + 1] ?? ''))) return false
    if (!silent) {
      const token = state.push('math', '', 0)
      token.content = tex
      token.markup = '$'.repeat(width)
    }
    state.pos = end + width
    return true
  })
  markdown.renderer.rules['math'] = (tokens, index) => {
    const token = tokens[index]
    return token === undefined ? '' : renderMath(token.content, token.markup === '$$')
  }
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
    return onlyMath(html)
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
