import { withoutAccents } from '../basics/without-accents.ts'

/**
 * A pattern that finds words whether they, or what is found, have accents or not: "Da Nang" finds "Đà Nẵng". Null for words
 * of scripts without accents, which are found as they are.
 */
export function accentFreePattern(words: string): string | null {
  const bare = withoutAccents(words)
  if (!/[\p{Script=Latin}\p{Script=Greek}ёе]/u.test(bare)) return null
  return bare.replaceAll(/[ao]e|th|[^]/gu, (sign) => {
    const accented = accentedForms().get(sign) ?? ''
    if (sign.length > 1) {
      const apart = [...sign].map((letter) => letterPattern(letter)).join('')
      return accented === '' ? apart : `(?:${apart}|[${accented}])`
    }
    return letterPattern(sign)
  })
}

function letterPattern(letter: string): string {
  const accented = accentedForms().get(letter)
  if (accented !== undefined) return `[${letter}${accented}]\\p{M}*`
  return letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')
}

let forms: ReadonlyMap<string, string> | null = null

/** The letters with accents by what they are without; built when it is first asked. */
function accentedForms(): ReadonlyMap<string, string> {
  if (forms !== null) return forms
  const found = new Map<string, string>()
  for (const [from, to] of accentedBlocks) {
    for (let code = from; code <= to; code++) {
      const letter = String.fromCodePoint(code)
      const bare = withoutAccents(letter)
      if (bare !== letter.toLowerCase()) found.set(bare, (found.get(bare) ?? '') + letter)
    }
  }
  forms = found
  return found
}

/** Latin, Greek and Cyrillic letters with accents. */
const accentedBlocks = [
  [0xc0, 0x24f],
  [0x370, 0x3ff],
  [0x401, 0x401],
  [0x451, 0x451],
  [0x1e00, 0x1fff],
] as const
