import type { MarkdownIt as Parser, StateInline } from 'markdown-it'

/** Stands at the start of every source line inside inline text, so that text can be traced to its line. */
export const lineMark = '\u205F'

/**
 * Teaches the parser the signs of note apps within a line: `[[link]]`, `![[picture]]`, `#tag`, `[^1]`, `%% comment %%`,
 * `==gap==`, `{{gap}}`, and `[gap]` on a line that begins with "C:". What stands in code or a formula is none of them.
 */
export function readSigns(parser: Parser): void {
  const { ruler } = parser.inline
  ruler.before('escape', 'obsidian_comment', comment)
  ruler.before('escape', 'tag', tag)
  ruler.before('escape', 'curly_gap', curlyGap)
  ruler.before('escape', 'inline_note', inlineNote)
  ruler.before('emphasis', 'highlight', highlight)
  ruler.before('link', 'footnote_mark', footnoteMark)
  ruler.before('link', 'wikilink', wikilink)
  ruler.before('link', 'bracket_gap', bracketGap)
  ruler.before('link', 'embed', embed)
  ruler.before('link', 'spaced_picture', spacedPicture)
  parser.inline.ruler2.after('strikethrough', 'highlight', (state) => {
    pairHighlights(state, state.delimiters)
    for (const meta of state.tokens_meta)
      if (meta?.delimiters !== undefined) pairHighlights(state, meta.delimiters)
  })
}

const isAt = (state: StateInline, sign: string): boolean => state.src.startsWith(sign, state.pos)

/** Reads what a sign opens up to the sign that closes it; undefined where nothing closes it nearby. */
function enclosed(state: StateInline, open: string, close: string, longest: number): string | undefined {
  const from = state.pos + open.length
  const length = state.src.slice(from, Math.min(state.posMax, from + longest)).indexOf(close)
  return length < 0 ? undefined : state.src.slice(from, from + length)
}

function comment(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 37 || !isAt(state, '%%')) return false
  const hidden = enclosed(state, '%%', '%%', 2000)
  if (hidden === undefined) return false
  if (!silent) state.push('comment', '', 0).content = hidden
  state.pos += hidden.length + 4
  return true
}

const tagWord = /#[\p{L}_][\p{L}\p{N}\p{M}_/-]*/uy

/** Colours of CSS and the directives of C and C# begin with the same sign and are words of their sentence. */
const noTag =
  /^#(?:[\da-f]{3}|[\da-f]{6}|[\dA-F]{3}|[\dA-F]{6}|include|define|undef|if|ifdef|ifndef|elif|else|endif|pragma|region|endregion|error|warning|line|nullable|import)$/

function tag(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state
  if (src.charCodeAt(pos) !== 35 || !/[\s([,;]|^$/.test(src[pos - 1] ?? '')) return false
  tagWord.lastIndex = pos
  const [word] = tagWord.exec(src) ?? []
  if (word === undefined || noTag.test(word)) return false
  if (!silent) state.push('tag', '', 0).content = word
  state.pos += word.length
  return true
}

function wikilink(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 91 || !isAt(state, '[[')) return false
  const inner = enclosed(state, '[[', ']]', 300)
  if (inner === undefined || /[[\n]/.test(inner) || inner.trim() === '') return false
  if (!silent) state.push('wikilink', '', 0).content = shownOf(inner)
  state.pos += inner.length + 4
  return true
}

/** What a link shows: its own words behind the bar, or the name of its target. */
function shownOf(inner: string): string {
  const bar = inner.lastIndexOf('|')
  const shown =
    bar < 0 || inner.slice(bar + 1).trim() === ''
      ? inner.slice(0, bar < 0 ? undefined : bar)
      : inner.slice(bar + 1)
  return shown.replace(/\\$/, '').replace(/^#/, '')
}

function embed(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 33 || !isAt(state, '![[')) return false
  const inner = enclosed(state, '![[', ']]', 300)
  if (inner === undefined || inner.includes('\n')) return false
  if (!silent) state.push('embed', '', 0).content = (inner.split('|')[0] ?? '').trim()
  state.pos += inner.length + 5
  return true
}

/** `![](bone (1).png)`: people write names with spaces, which an address may not have. */
function spacedPicture(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  if (src.charCodeAt(pos) !== 33 || src.charCodeAt(pos + 1) !== 91) return false
  const label = state.md.helpers.parseLinkLabel(state, pos + 1)
  if (label < 0 || src[label + 1] !== '(') return false
  const target = /^\(((?:[^()\n]|\([^()\n]*\)){1,300}\.[A-Za-z0-9]{2,5})\)/.exec(
    src.slice(label + 1, Math.min(posMax, label + 310)),
  )?.[1]
  if (target === undefined || !/\s/.test(target)) return false
  if (!silent) state.push('embed', '', 0).content = target
  state.pos = label + target.length + 3
  return true
}

const markWord = /\[\^[^\]\s]{1,60}\]/y

/** `[^1]` marks a footnote where the note has one of that name, or where a bare number stands right behind a word. */
function footnoteMark(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state
  if (src.charCodeAt(pos) !== 91 || src.charCodeAt(pos + 1) !== 94) return false
  markWord.lastIndex = pos
  const [word] = markWord.exec(src) ?? []
  if (word === undefined) return false
  const name = word.slice(2, -1)
  const named = state.env.footnotes instanceof Set && state.env.footnotes.has(name)
  if (!named && !(/^\d+$/.test(name) && /[^\s[(]/.test(src[pos - 1] ?? ''))) return false
  if (!silent) state.push('footnote_mark', '', 0)
  state.pos += word.length
  return true
}

/** `^[A remark.]` is a footnote where it stands; `x^[2]` is a power. */
function inlineNote(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 94 || !isAt(state, '^[')) return false
  const inner = enclosed(state, '^[', ']', 600)
  if (inner === undefined || !/\S\s+\S/.test(inner) || inner.includes('[')) return false
  if (!silent) state.push('footnote_mark', '', 0).content = inner
  state.pos += inner.length + 3
  return true
}

const isWordSign = (sign: string | undefined): boolean => sign !== undefined && /^[A-Za-z0-9_]$/.test(sign)

/** Pairs like `~~`: the words between two pairs of equals signs are marked; `a==b` is a comparison. */
function highlight(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state
  if (silent || src.charCodeAt(pos) !== 61) return false
  const { length, can_open, can_close } = state.scanDelims(pos, true)
  if (length !== 2) {
    state.pending += src.slice(pos, pos + length)
    state.pos += length
    return true
  }
  state.push('text', '', 0).content = '=='
  const inWord = isWordSign(src[pos - 1]) && isWordSign(src[pos + 2])
  state.delimiters.push({
    marker: 61,
    length: 0,
    token: state.tokens.length - 1,
    end: -1,
    open: can_open && !inWord,
    close: can_close,
  })
  state.pos += 2
  return true
}

function pairHighlights(state: StateInline, delimiters: StateInline['delimiters']): void {
  for (const opener of delimiters) {
    const closer = opener.marker === 61 && opener.end >= 0 ? delimiters[opener.end] : undefined
    if (closer === undefined) continue
    for (const [{ token: at }, type, nesting] of [
      [opener, 'gap_open', 1],
      [closer, 'gap_close', -1],
    ] as const) {
      const token = state.tokens[at]
      if (token === undefined) continue
      token.type = type
      token.nesting = nesting
      token.content = ''
    }
  }
}

/** Templates fill `{{ name }}`, `{{.Name}}`, `{{#each}}` and `${{ … }}` in; note apps put `{{embed …}}` there. */
const template =
  /^(?:[\s<>%#/&!?@~.*^+={(-]|(?:embed|query|renderer|video|youtube|tweet|twitter|zotero|function|namespace|pdf|iframe|audio|image|table|word-count|character-count|TOC|toc|mentions|diagram|encrypt|kanban|slider|date|time|title)(?:[\s:([]|\}\})|[a-z]\w*(?:[._][A-Za-z]\w*)+\s*(?:\||\}\}|\())/

const longestGap = 400

/** `{{gap}}`, `{{c1::gap::hint}}` and `{{cloze gap}}`; brackets, code and formulas inside keep their own signs. */
function curlyGap(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  if (src.charCodeAt(pos) !== 123 || src.charCodeAt(pos + 1) !== 123 || /[${]/.test(src[pos - 1] ?? ''))
    return false
  const head = src.slice(pos + 2, pos + 42)
  const named = /^(?:[a-z]?\d{0,2}::\s*|cloze\s+)/.exec(head)
  if (named === null && template.test(head)) return false
  const from = pos + 2 + (named?.[0].length ?? 0)
  const { end, hint } = endOfGap(state, from)
  if (end < 0 || end === from) return false
  if (named === null && /\s/.test(src[end - 1] ?? '')) return false
  if (!silent) {
    state.push('gap_open', '', 1).markup = '{{'
    state.pos = from
    state.posMax = hint < 0 ? end : hint
    state.md.inline.tokenize(state)
    state.push('gap_close', '', -1).markup = '{{'
  }
  state.pos = end + 2
  state.posMax = posMax
  return true
}

/** Where the braces close, and where a hint begins before that; -1 for none. */
function endOfGap(state: StateInline, from: number): { readonly end: number; readonly hint: number } {
  const { src, pos, posMax } = state
  const last = Math.min(posMax, from + longestGap)
  let depth = 0
  let hint = -1
  let end = -1
  state.pos = from
  while (state.pos < last) {
    const at = state.pos
    const sign = src.charCodeAt(at)
    if (sign === 125 && depth === 0 && src.charCodeAt(at + 1) === 125) {
      end = at
      break
    }
    if (sign === 123) depth++
    else if (sign === 125 && depth > 0) depth--
    else if (sign === 58 && hint < 0 && at > from && src.startsWith('::', at)) hint = at
    else if (sign === 92 && src.startsWith('\\\\ ', at) && hint < 0) hint = at
    if (sign === 123 || sign === 125) state.pos++
    else state.md.inline.skipToken(state)
  }
  state.pos = pos
  return { end, hint: end < 0 ? -1 : hint }
}

/** On a line that begins with "C:" square brackets are gaps, unless they are a link, a footnote or a picture. */
function bracketGap(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  if (src.charCodeAt(pos) !== 91 || !isBracketed(state)) return false
  const end = state.md.helpers.parseLinkLabel(state, pos)
  if (end < 0 || end - pos > 200 || /[([{]/.test(src[end + 1] ?? '')) return false
  const inner = src.slice(pos + 1, end)
  if (inner.trim() === '' || inner.startsWith('^') || /^[xX]$/.test(inner)) return false
  if (!silent) {
    state.push('gap_open', '', 1).markup = '['
    state.pos = pos + 1
    state.posMax = end
    state.md.inline.tokenize(state)
    state.push('gap_close', '', -1).markup = '['
  }
  state.pos = end + 1
  state.posMax = posMax
  return true
}

const isBracketed = ({ env, pos }: StateInline): boolean =>
  Array.isArray(env.bracketed) &&
  env.bracketed.some((range) => Array.isArray(range) && pos >= Number(range[0]) && pos < Number(range[1]))

/** Where in an inline text brackets are gaps: from a line "C: …" to the next line with a label. */
export function bracketedRanges(content: string): readonly (readonly [number, number])[] {
  if (!clozeLine.test(content)) return []
  const ranges: [number, number][] = []
  let open: [number, number] | undefined
  let at = 0
  for (const line of content.split('\n')) {
    const text = line.startsWith(lineMark) ? line.slice(1) : line
    if (/^\s*[CQA]\s*[:：]\s/.test(text)) open = undefined
    if (/^\s*C\s*[:：]\s/.test(text)) ranges.push((open = [at, at]))
    at += line.length + 1
    if (open !== undefined) open[1] = at
  }
  return ranges
}

const clozeLine = /(?:^|\u205F)\s*C\s*[:：]\s/
