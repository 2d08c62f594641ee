/** What turns TeX into HTML: KaTeX, which each shell loads in its own way and only when a formula comes. */
export type TexRenderer = (tex: string, options: TexOptions) => string

interface TexOptions {
  readonly output: 'mathml'
  readonly displayMode: boolean
  readonly throwOnError: true
  readonly strict: 'ignore'
  readonly trust: false
  readonly maxSize: number
  readonly maxExpand: number
}

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

/** A formula as MathML of known elements and attributes only; null where it cannot be read. */
export function formulaHtml(render: TexRenderer, tex: string, isBlock: boolean): string | null {
  if (tex.length > longestFormula) return null
  try {
    return onlyMath(
      render(tex, {
        output: 'mathml',
        displayMode: isBlock,
        throwOnError: true,
        strict: 'ignore',
        trust: false,
        maxSize: 20,
        maxExpand: 200,
      }),
    )
  } catch {
    return null
  }
}

/** The class of the element around a formula. What scrolls stands on its lower edge, so a short one stays in its line. */
export function formulaClass(tex: string, isBlock: boolean): string {
  return isBlock || tex.length > longestInLine ? 'formula long' : 'formula'
}

function onlyMath(html: string): string {
  return html.replace(/<(\/?)([a-z]+)([^>]*)>/g, (_, slash: string, name: string, rest: string) => {
    if (!tags.has(name)) return ''
    if (slash !== '') return `</${name}>`
    const kept = [...rest.matchAll(/([a-z]+)="([^"<>]*)"/g)].filter(([, key = '']) => attributes.has(key))
    return `<${name}${kept.map(([, key, value]) => ` ${key}="${value}"`).join('')}>`
  })
}
