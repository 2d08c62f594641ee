import type { Held } from './note.ts'

const opens = '\uFDD2'
const closes = '\uFDD3'
const digits = '\uFDD4\uFDD5\uFDD6\uFDD7\uFDD8\uFDD9\uFDDA\uFDDB\uFDDC\uFDDD'
const signs = /\uFDD2([\uFDD4-\uFDDD]+)\uFDD3/g

/** The sign that stands in a text for the held piece of this number. */
export const heldSign = (at: number): string =>
  opens + Array.from(String(at), (digit) => digits[Number(digit)] ?? '').join('') + closes

const numberOf = (sign: string): number => Number(Array.from(sign, (digit) => digits.indexOf(digit)).join(''))

/** A text parted at its gaps: what stands between them as it was typed, and what its author marked. */
export function partedAtGaps(
  text: string,
  held: readonly Held[],
): readonly { readonly kind: 'text' | 'gap'; readonly text: string }[] {
  const parts: { kind: 'text' | 'gap'; text: string }[] = []
  let open = ''
  text.split(signs).forEach((piece, i) => {
    const found = i % 2 === 1 ? held[numberOf(piece)] : undefined
    if (found?.kind !== 'gap') {
      open += i % 2 === 1 ? heldSign(numberOf(piece)) : piece
      return
    }
    parts.push({ kind: 'text', text: open }, { kind: 'gap', text: found.text })
    open = ''
  })
  return [...parts, { kind: 'text', text: open }]
}

/** The text without what is held of one kind. */
export const withoutKind = (text: string, kind: Held['kind'], held: readonly Held[]): string =>
  text.replace(signs, (sign, number: string) => (held[numberOf(number)]?.kind === kind ? '' : sign))

/** True where something of one kind stands in the text. */
export const holdsKind = (text: string, kind: Held['kind'], held: readonly Held[]): boolean =>
  text.includes(opens) && withoutKind(text, kind, held) !== text

/** A typed text as the inline Markdown of a card: the author's own words, which read again say the same. */
export function sayTyped(text: string, held: readonly Held[]): string {
  return text
    .split(signs)
    .map((piece, i) => (i % 2 === 0 ? escaped(piece) : sayHeld(held[numberOf(piece)], held)))
    .join('')
    .replace(/[^\S\n]{2,}/g, ' ')
    .trim()
}

function sayHeld(piece: Held | undefined, held: readonly Held[]): string {
  switch (piece?.kind) {
    case undefined:
      return ''
    case 'code':
      return inTicks(piece.code)
    case 'formula':
      return piece.markup + piece.tex + piece.markup
    case 'picture':
      return `![${nameOf(piece.target)}](<${piece.target.replace(/[<>\n]/g, '')}>)`
    case 'link':
      return escaped(piece.text)
    case 'gap':
      return sayTyped(piece.text, held)
  }
}

const nameOf = (target: string): string => (target.split('/').at(-1) ?? target).replace(/[[\]]/g, '')

function inTicks(code: string): string {
  const runs = code.match(/`+/g)?.map((run) => run.length) ?? []
  if (runs.length === 0) return '`' + code + '`'
  const ticks = '`'.repeat(Math.max(...runs) + 1)
  return `${ticks} ${code} ${ticks}`
}

/** Signs that the author escaped, or that only read again would pair, keep their backslash. */
function escaped(text: string): string {
  if (!/[*_$\\`]/.test(text)) return text
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/`/g, '\\`')
    .replace(/(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])/g, '\\*$1\\*')
    .replace(/(?<!\w)_(?=[^\s_])([^_\n]*[^\s_])_(?!\w)/g, '\\_$1\\_')
    .replace(/\$(?=\S)([^$\n]*[^\s$])\$(?!\d)/g, '\\$$$1\\$$')
}
