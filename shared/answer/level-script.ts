import { plainDigits } from '../basics/plain-digits.ts'
import { spellFormula } from './level-formula.ts'

/**
 * What a keyboard has no key for, as it is typed: raised and lowered figures, fractions, formulas, the digits, signs and
 * letters of other scripts. What nobody sees goes. A raised figure after another keeps its sign: 10⁶ is "10^6", never 106.
 */
export function levelScript(text: string): string {
  if (isPlain.test(text) && !/[0-9)] ?x/.test(text)) return text
  const written = text
    .replace(unseen, '')
    .replace(/\${1,2}([^$]+)\${1,2}/g, (_, tex: string) => bareBraces(spellFormula(tex)))
    .replace(raised, (figure) => `^${oneFigure(figure.normalize('NFKC'))}`)
    .replace(lowered, (figure) => `_${oneFigure(figure.normalize('NFKC'))}`)
    .replace(/(?<=\p{Nd})(?=[\u00BC-\u00BE\u2150-\u215E\u2189])/gu, ' ')
    .normalize('NFKC')
  return (
    plainDigits(written)
      .replace(/(?<=[0-9)])\*\*(?=[\p{L}0-9(-])/gu, '^')
      .replace(braced, (_, sign: string, figure: string) => sign + oneFigure(figure))
      .replace(/ ?([\^_]) ?(?=[\p{L}\p{N}(+-])/gu, '$1')
      // A figure at a letter can be meant only one way: x², x^2 and x2; H₂O and H2O.
      .replace(/(?<=\p{L})[\^_](?=[\p{L}\p{N}+-])/gu, '')
      .replace(/(?<=[0-9)]) ?[x×*·∗] ?(?=[0-9(])/g, '*')
      .replace(typedOtherwise, (sign) => typed[sign] ?? sign)
  )
}

/** Printable ASCII without the signs that mean something here. */
const isPlain = /^[ -#%-)+-\]`-~]*$/

const braced = /([\^_])\{([^{}]*)\}/g

/** A formula without braces: those around a figure are seen where it is raised, the others only hold together. */
const bareBraces = (formula: string): string =>
  formula
    .replace(braced, (_, sign: string, figure: string) => sign + oneFigure(figure))
    .replace(/[{}\\]/g, '')

/** What is raised together is one figure, or stands in brackets. */
const oneFigure = (figure: string): string =>
  /^[+\u2212-]?[\p{L}\p{N}]*$/u.test(figure.trim()) ? figure.trim() : `(${figure.trim()})`

/** What nobody sees: soft hyphens, marks of direction, joiners. */
export const unseen = /\p{Default_Ignorable_Code_Point}/gu

const raised =
  /(?<=[\p{Nd})\]])[\u00B2\u00B3\u00B9\u2070\u2071\u2074-\u207F\u02B0-\u02B8\u02E1-\u02E4\u1D2C-\u1D61]+/gu
const lowered = /(?<=[\p{Nd})\]])[\u2080-\u208E\u2090-\u209C]+/gu

/** Signs and letters by what stands for them on other keyboards. Kashida only makes a word longer. */
const typed: Readonly<Record<string, string>> = {
  '\u2044': '/',
  '\u2215': '/',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '→': '->',
  '\u05BE': '-',
  '\u05F3': "'",
  '\u05F4': '"',
  '\u0640': '',
  '\u060C': ',',
  '\u061B': ';',
  '\u061F': '?',
  '\u0643': '\u06A9',
  '\u064A': '\u06CC',
  '\u06C1': '\u0647',
  '\u3001': ',',
  '\u3002': '.',
  '\u0964': '.',
}
const typedOtherwise = new RegExp(`[${Object.keys(typed).join('')}]`, 'g')

/** The text without the vowel points of Hebrew and Arabic, which few people type. */
export function withoutPoints(text: string): string {
  return text.replace(
    /[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u0652\u0656-\u065F\u0670\u06D6-\u06ED]/g,
    '',
  )
}
