import { contentStems, normaliseText } from '../basics/text.ts'
import { levelFormula } from '../answer/level-formula.ts'

/** Formulas in plain signs, the parts of compounds and the ends of a range apart, and arrows in words. */
export const spread = (text: string): string =>
  levelFormula(text)
    .replaceAll(/(?<=[\p{L}\d])[-‐‑–—/](?=\p{L})|(?<=[\p{L}\d])[-‐‑–—/](?=\d)/gu, ' ')
    .replaceAll(/[↑↓<>≤≥]/g, (sign) => `${sign} ${signWords[sign] ?? ''} `)

/** How signs are read aloud. */
const signWords: Readonly<Record<string, string>> = {
  '↑': 'increase increased raised rise rises higher high more up',
  '↓': 'decrease decreased lowered fall falls lower low less reduced down',
  '<': 'below under less than',
  '>': 'above over more than',
  '≤': 'at most',
  '≥': 'at least',
}

/** Words as they are compared: in one case and set, numbers apart from their units, formulas and arrows in plain signs. */
export const levelWords = (text: string): string => levelUnits(spread(text))

/** The stems of a text as they are compared with those of an answer. */
export const levelStems = (text: string): string[] => contentStems(levelWords(text))

/** A number and its unit in one spelling: "200ml", "3.5×", "20%" and "10,000" as "200 ml", "3.5 x", "20 percent" and "10000". */
export const levelUnits = (text: string): string =>
  normaliseText(text)
    .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replaceAll(/(?<![\p{L}\d.,])(\d+(?:[.,]\d+)*)(?=[\p{L}°µμ×%])/gu, '$1 ')
    .replaceAll(/(?<=\d\s+)(?:%|per cent\b)/g, 'percent')
    .replaceAll(/(?<=\d\s+)×/g, 'x')
