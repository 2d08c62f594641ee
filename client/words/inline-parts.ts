import { formulaAt } from '../../shared/note/math-rule.ts'

/** A piece of a line of Markdown, as it is shown. */
export type InlinePart =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'formula'; readonly text: string; readonly isBlock: boolean }
  | { readonly kind: Dress; readonly parts: readonly InlinePart[] }

type Dress = 'strong' | 'em' | 'struck' | 'marked'

/** A line of Markdown cut at its signs: code and formulas first, for no other sign means anything in them. */
export function inlineParts(text: string): InlinePart[] {
  const parts: InlinePart[] = []
  let plain = ''
  const push = (part: InlinePart) => {
    if (plain !== '') parts.push({ kind: 'text', text: plain })
    plain = ''
    parts.push(part)
  }
  for (let at = 0; at < text.length;) {
    const found = signs.has(text[at] ?? '') ? readAt(text, at) : undefined
    if (found === undefined) plain += text[at++] ?? ''
    else {
      if (typeof found.part === 'string') plain += found.part
      else push(found.part)
      at = found.end
    }
  }
  if (plain !== '') parts.push({ kind: 'text', text: plain })
  return parts
}

/** The words of a line without its signs, for names that are read aloud and places that hold text alone. */
export function plainLine(text: string): string {
  return wordsOf(inlineParts(text))
}

function wordsOf(parts: readonly InlinePart[]): string {
  return parts.map(wordsOfPart).join('')
}

function wordsOfPart(part: InlinePart): string {
  if ('parts' in part) return wordsOf(part.parts)
  // A sign of a formula is read by its name: “sum” is in `\sum`.
  return part.kind === 'formula' ? part.text.replaceAll(/\\([A-Za-z]+)/g, '$1') : part.text
}

interface Read {
  /** Bare text where the sign only hides something. */
  readonly part: InlinePart | string
  readonly end: number
}

const signs = new Set('\\`$[!*_~=')
const longest = 2000

function readAt(text: string, at: number): Read | undefined {
  const formula = formulaAt(text, at)
  if (formula !== undefined) {
    const isBlock = formula.markup === '$$'
    return { part: { kind: 'formula', text: formula.tex.trim(), isBlock }, end: formula.end }
  }
  switch (text[at] ?? '') {
    case '\\':
      return /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '') ? { part: text[at + 1] ?? '', end: at + 2 } : undefined
    case '`':
      return codeAt(text, at)
    case '[':
      return linkAt(text, at)
    case '!': {
      const picture = text[at + 1] === '[' ? linkAt(text, at + 1) : undefined
      // As on a card: the name stands in for the picture.
      return picture && { part: `(picture: ${picture.part})`, end: picture.end }
    }
    default:
      return dressedAt(text, at)
  }
}

function codeAt(text: string, at: number): Read | undefined {
  const run = runAt(text, at)
  for (let end = text.indexOf(run, at + run.length); end > 0; end = text.indexOf(run, end + 1)) {
    const close = runAt(text, end)
    if (close === run) {
      const code = text.slice(at + run.length, end)
      const isPadded = code.trim() !== '' && /^ .* $/s.test(code)
      return {
        part: { kind: 'code', text: isPadded ? code.slice(1, -1) : code },
        end: end + run.length,
      }
    }
    end += close.length - 1
  }
  return { part: run, end: at + run.length }
}

interface ReadLink extends Read {
  readonly part: string
}

function linkAt(text: string, at: number): ReadLink | undefined {
  const found = /^\[([^\][]*)\]\([^)\s]*(?: "[^"]*")?\)/.exec(text.slice(at, at + longest))
  return found === null ? undefined : { part: plainLine(found[1] ?? ''), end: at + found[0].length }
}

const dresses: Readonly<Record<string, Dress>> = {
  '**': 'strong',
  __: 'strong',
  '*': 'em',
  _: 'em',
  '~~': 'struck',
  '==': 'marked',
}

/** Emphasis: it begins before a letter and ends behind one, and an underscore inside a word is a letter of it. */
function dressedAt(text: string, at: number): Read | undefined {
  const run = runAt(text, at)
  const sign = run.length === 3 && run[0] !== '~' && run[0] !== '=' ? run.slice(0, 2) : run
  const dress = Object.hasOwn(dresses, sign) ? dresses[sign] : undefined
  if (dress === undefined) return { part: run, end: at + run.length }
  const from = at + sign.length
  const isOpen = /\S/.test(text[at + run.length] ?? '') && !(sign[0] === '_' && isWord(text[at - 1]))
  const end = isOpen ? closeOf(text, from, sign) : -1
  if (end < 0) return { part: run, end: at + run.length }
  const inner = inlineParts(text.slice(from, end))
  return { part: { kind: dress, parts: inner }, end: end + sign.length }
}

/** Where the same sign closes what was opened before `from`; signs in code and formulas close nothing. */
function closeOf(text: string, from: number, sign: string): number {
  const until = Math.min(text.length, from + longest)
  for (let at = from; at < until; at++) {
    const skipped =
      text[at] === '`' || text[at] === '$' || text[at] === '\\'
        ? (formulaAt(text, at) ?? hiddenAt(text, at))
        : undefined
    if (skipped !== undefined) at = skipped.end - 1
    else if (text[at] === sign[0]) {
      const run = runAt(text, at)
      const isClose =
        at > from &&
        /\S/.test(text[at - 1] ?? '') &&
        !(sign[0] === '_' && isWord(text[at + run.length])) &&
        (run.length === sign.length || run.length === 3)
      // Of three signs the outer ones close what was opened first.
      if (isClose) return at + run.length - sign.length
      at += run.length - 1
    }
  }
  return -1
}

function hiddenAt(text: string, at: number): { readonly end: number } | undefined {
  if (text[at] === '`') return codeAt(text, at)
  return text[at] === '\\' ? { end: at + 2 } : undefined
}

function runAt(text: string, at: number): string {
  let end = at
  while (text[end] === text[at]) end++
  return text.slice(at, end)
}

const isWord = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}_]/u.test(sign)

/** The line without its list mark, heading signs or table bars. A table's ruling line has nothing to read. */
export function withoutMarks(line: string): string {
  const bare = line.trim().replace(/^(?:(?:[-*+]|\d+[.)]|#{1,6}|>)\s+)+/, '')
  if (!bare.startsWith('|')) return bare
  if (/^[|\s:-]+$/.test(bare)) return ''
  return bare
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' · ')
}
