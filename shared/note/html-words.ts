import { wordSet } from '../basics/text.ts'
import type { Token } from 'markdown-it'

/** The elements of HTML. What else stands in angle brackets is the author's own: `List<String>`, `<branch>`. */
const elements = wordSet(`
  a abbr acronym address area article aside audio b base bdi bdo big blink blockquote body br button canvas caption center
  cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font
  footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link
  main map mark menu meta meter nav noscript object ol optgroup option output p param picture pre progress q rp rt ruby s
  samp script section select slot small source span strike strong style sub summary sup svg table tbody td template
  textarea tfoot th thead time title tr track tt u ul var video wbr`)

/** Elements that stand alone. */
const voids = wordSet('area base br col embed hr img input link meta param source track wbr')

/** Elements that have a mark of their own in Markdown, and what its tokens are called. */
const marks: ReadonlyMap<string, string> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'em'],
  ['em', 'em'],
  ['del', 's'],
  ['s', 's'],
  ['strike', 's'],
])

/**
 * The tokens of a text without HTML and without what is struck out: bold, code, pictures, line breaks, and powers written
 * as HTML become what they mean, other elements leave their words, and what is no element is text.
 */
export function plainTokens(children: readonly Token[]): readonly Token[] {
  if (!children.some(needsPlain)) return children
  return withoutStruck(withoutHtml(withSpecialNames(children)))
}

const needsPlain = ({ type, markup }: Token): boolean =>
  type === 'html_inline' || type === 's_open' || (type === 'strong_open' && markup === '__')

/** `__init__` is a name that Python gives, no bold word. */
function withSpecialNames(children: readonly Token[]): readonly Token[] {
  return children.flatMap((token, i) => {
    const inner = children[i + 1]
    if (isSpecial(token, inner)) return []
    if (isSpecial(children[i - 1], token)) return [as(token, 'code_inline', `__${token.content}__`)]
    return isSpecial(children[i - 2], children[i - 1]) ? [] : [token]
  })
}

const isSpecial = (open: Token | undefined, inner: Token | undefined): boolean =>
  open?.type === 'strong_open' &&
  open.markup === '__' &&
  inner?.type === 'text' &&
  specialNames.has(inner.content)

/** The special names of Python's data model and modules. */
const specialNames = wordSet(`
  abs add aenter aexit aiter all and anext annotations await bases bool builtins bytes call class closure code complex
  contains debug del delattr delete delitem dict dir divmod doc enter eq exit file float floordiv format ge get getattr
  getattribute getitem getstate globals gt hash iadd iand import imatmul imod imul index init init_subclass instancecheck
  int invert ior ipow isub iter ixor le len lshift lt main matmul missing mod module mro mul name ne neg new next or pos post_init pow
  prepare qualname radd rand repr reversed rmul round rsub rshift set set_name setattr setitem setstate sizeof slots spec str sub
  subclasses subclasscheck subclasshook truediv trunc version weakref wrapped xor`)

interface Tag {
  readonly name: string
  readonly closes: boolean
}

const tagShape = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)/

function tagOf({ type, content }: Token): Tag | undefined {
  const found = type === 'html_inline' ? tagShape.exec(content) : null
  return found?.[2] === undefined ? undefined : { name: found[2].toLowerCase(), closes: found[1] === '/' }
}

function withoutHtml(children: readonly Token[]): Token[] {
  const out: Token[] = []
  const closers = closingTags(children)
  for (let i = 0; i < children.length; i++) {
    const token = children[i]
    if (token === undefined) break
    if (token.type !== 'html_inline') {
      out.push(token)
      continue
    }
    const tag = tagOf(token)
    const close = closers.get(i)
    if (tag === undefined) out.push(as(token, 'comment', token.content))
    else if (!elements.has(tag.name) || isTypeArgument(tag, children[i - 1], close))
      out.push(as(token, 'text', token.content))
    else if ((tag.name === 'sup' || tag.name === 'sub') && close !== undefined) {
      const inner = withoutHtml(children.slice(i + 1, close))
      out.push(as(token, 'text', raised(wordsOf(inner), tag.name)))
      i = close
    } else if (/^(?:code|kbd|tt|samp)$/.test(tag.name) && close !== undefined) {
      out.push(as(token, 'code_inline', wordsOf(children.slice(i + 1, close))))
      i = close
    } else out.push(...elementTokens(token, tag))
  }
  return out
}

/** For each opening tag the place of the tag that closes it. */
function closingTags(children: readonly Token[]): ReadonlyMap<number, number> {
  const open = new Map<string, number[]>()
  const closers = new Map<number, number>()
  children.forEach((token, i) => {
    const tag = tagOf(token)
    if (tag === undefined) return
    const places = open.get(tag.name) ?? []
    if (!tag.closes) open.set(tag.name, [...places.slice(-50), i])
    else {
      const from = places.pop()
      if (from !== undefined) closers.set(from, i)
    }
  })
  return closers
}

/** "List<B>": right behind a word, and nothing closes it. */
const isTypeArgument = (tag: Tag, before: Token | undefined, close: number | undefined): boolean =>
  !tag.closes && close === undefined && !voids.has(tag.name) && /\w$/.test(before?.content ?? '')

function elementTokens(token: Token, { name, closes }: Tag): Token[] {
  if (name === 'br') return [as(token, 'break', '')]
  if (name === 'img') return [as(token, 'embed', pictureOf(token.content))]
  const mark = marks.get(name)
  return mark === undefined ? [] : [as(token, `${mark}_${closes ? 'close' : 'open'}`, '')]
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i')
    .exec(tag)
    ?.slice(1)
    .find(Boolean) ?? ''

const pictureOf = (tag: string): string => attribute(tag, 'src') || attribute(tag, 'alt')

/** The same place in the text as another token. */
function as(token: Token, type: string, content: string): Token {
  return { ...token, type, content, children: null } as Token
}

const wordsOf = (tokens: readonly Token[]): string =>
  tokens.map(({ type, content }) => (type === 'comment' || type === 'embed' ? '' : content)).join('')

function withoutStruck(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ type }) => type === 's_open')) return tokens
  let depth = 0
  return tokens.flatMap((token) => {
    if (token.type === 's_open') depth++
    else if (token.type === 's_close') depth = Math.max(0, depth - 1)
    else if (depth === 0) return [token]
    // Its line breaks still count.
    else return [as(token, token.type === 'softbreak' ? 'softbreak' : 'comment', token.content)]
    return []
  })
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'
const subscripts = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢ'
const plain = '0123456789+-=()ni'

/** "10⁶", "H₂O"; what has no such sign keeps `^` or `_`: "x^(ab)". */
function raised(text: string, name: string): string {
  const signs = name === 'sup' ? superscripts : subscripts
  const level = text.trim().replace(/[−–]/g, '-')
  const own = Array.from(level).map((sign) => signs[plain.indexOf(sign)])
  if (own.length > 0 && own.every((sign) => sign !== undefined)) return own.join('')
  if (level === '' || /^(?:st|nd|rd|th|TM|®|™)$/i.test(level)) return level
  const mark = name === 'sup' ? '^' : '_'
  return Array.from(level).length === 1 ? mark + level : `${mark}(${level})`
}
