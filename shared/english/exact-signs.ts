import { contentStems, normaliseText, remembering } from '../basics/text.ts'

/**
 * What levelling a text loses and its meaning needs: numbers, single letters, operators, pictures and the signs of code. Two texts
 * that differ here say different things, however alike their words are.
 */
export const exactSigns = remembering((text): string => {
  if (!telling.test(text)) return ''
  return text
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s[-=]>\s/g, ' ')
    .split(/(`[^`]*`)/)
    .flatMap((part, i) => (i % 2 === 1 ? signsOfCode(part.slice(1, -1)) : signsOfProse(part)))
    .join(' ')
}, 1024)

/** Most texts have no sign that could tell them from another. */
const telling =
  /[\p{N}+=<>^%#\\|{}~±×÷≤≥≠`\u2600-\u27BF\u2B00-\u2BFF\u{1F000}-\u{1FAFF}]|(?<![\p{L}\p{N}])\p{L}(?![\p{L}\p{N}])|\[\]|\(\)|\s-\p{L}/u

const prose =
  /(?:(?<![\p{L}\p{N}])-)?\p{N}+(?:[.,:/]\p{N}+)*|(?:(?<!\S)-)?(?<![\p{L}\p{N}'’])\p{L}(?![\p{L}\p{N}'’])|[+=<>^%#\\|{}~±×÷≤≥≠]+|[\u2600-\u27BF\u2B00-\u2BFF\u{1F000}-\u{1FAFF}]|\[\]|\(\)|(?<=\p{N}\s?)[*/](?=\s?\p{N})/gu

/** A number with its sign and point, a letter alone, an operator; "a" and "I" are words. */
function signsOfProse(text: string): string[] {
  return [...text.matchAll(prose)].map(([sign]) => sign.toLowerCase()).filter((sign) => !/^[ai]$/.test(sign))
}

/** Every sign of code counts, and so does the case of a flag or key of one or two letters: `-d` is not `-D`. */
function signsOfCode(code: string): string[] {
  const bare = code.replace(/(?<=\p{L})\(\)/gu, '')
  return [...bare.matchAll(/\p{L}+|\p{N}+|[^\p{L}\p{N}\s]+/gu)].flatMap((found) => {
    const [piece] = found
    if (/^\p{L}/u.test(piece)) return piece.length <= 2 ? [piece] : []
    // "node.js" and "front-end" join their words in prose too.
    const joins = /^[-./_',:;]$/.test(piece) && /\p{L}/u.test(bare.charAt(found.index - 1))
    return joins && /\p{L}/u.test(bare.charAt(found.index + 1)) ? [] : [piece]
  })
}

/** Whether two texts agree in all that levelling would lose; marking a word as code changes nothing. */
export function sameSigns(a: string, b: string): boolean {
  if (a === b || exactSigns(a) === exactSigns(b)) return true
  if (a.includes('`') === b.includes('`')) return false
  return exactSigns(a.replaceAll('`', '')) === exactSigns(b.replaceAll('`', ''))
}

/** Whether a text has all of these signs. */
export function holdsSigns(text: string, signs: string): boolean {
  const own = new Set(exactSigns(text).split(' '))
  return signs.split(' ').every((sign) => sign === '' || own.has(sign))
}

/** The words of a text with the signs that must not be levelled: texts that ask or answer the same have the same. */
export function exactWords(text: string): string {
  return `${bareWords(text)}\n${exactSigns(text)}`
}

const bareWords = (text: string): string =>
  normaliseText(text)
    .replace(/[^\p{L}\p{N}_]+/gu, ' ')
    .trim()

/** The stems of a text and its signs, for telling how alike two texts are. */
export function exactStems(text: string): string[] {
  return [...contentStems(text), ...exactSigns(text).split(' ')].filter((stem) => stem !== '')
}

/** True for the same words with other signs, and for other words with another number: no rewording does that. */
export function contradicts(a: string, b: string): boolean {
  return bareWords(a) === bareWords(b) ? !sameSigns(a, b) : numbersOf(a) !== numbersOf(b)
}

const numbersOf = (text: string): string =>
  exactSigns(text)
    .split(' ')
    .filter((sign) => /\p{N}/u.test(sign))
    .join(' ')
