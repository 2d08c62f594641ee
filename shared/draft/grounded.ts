import { isNearMiss } from '../answer/is-near-miss.ts'
import { atSpaces, contentStems, normaliseText, singular, stemsOfWord, words } from '../basics/text.ts'
import { levelFormula, squeezed } from './level-formula.ts'

/** What the answer of a draft may draw on. */
export interface Ground {
  /** The quoted words. */
  readonly quote: string
  /** The lines around them, their headings and the title of the note. */
  readonly around: string
}

/** What a note says of an answer. */
export type Grounding =
  /** `misspelt`: words that the note spells otherwise, by a letter or two. */
  | { readonly kind: 'grounded'; readonly misspelt: readonly string[] }
  /** A word that the note does not say, or how little of the answer it says. */
  | { readonly kind: 'ungrounded'; readonly sentence: string }

/** Whether an answer draws on its note alone: its numbers, names and signs stand there, and most of its words. */
export function grounding(answer: string, { quote, around }: Ground): Grounding {
  const said = level(`${quote} ${around}`)
  const run = squeezed(`${quote} ${around}`)
  // "PCA (posterior cerebral artery)", "a price above the cost (P > AVC)": what is written out stands beside what is said.
  const parts = [
    answer,
    ...[...answer.matchAll(/^([^()]+) \(([^()]+)\)$/g)].flatMap(([, one, other]) => [one, other]),
  ]
  if (parts.some((part) => part !== undefined && isSaidWhole(part, run)))
    return { kind: 'grounded', misspelt: [] }
  const spellings = [...new Set(words(said).map((word) => word.replace(/[.'+/#-]+$/, '')))].filter(
    ({ length }) => length >= leastSpelled,
  )
  const misspelt: string[] = []
  const isMisspelt = (word: string): boolean => {
    const other = spellings.find((one) => isNearMiss(word, one))
    if (other !== undefined && singular(other) !== singular(word)) misspelt.push(other)
    return other !== undefined
  }
  const standsNearly = (part: string): boolean =>
    stands(part, said) ||
    (/\p{L}{2}/u.test(part) &&
      ((!/\d/.test(part) && part.length >= leastSpelled && run.includes(squeezed(part))) ||
        stands(singular(part), said) ||
        isMisspelt(part)))
  const lonely = exactParts(spread(answer)).find((part) => !standsNearly(levelUnits(normaliseText(part))))
  if (lonely !== undefined) return ungrounded(`“${lonely}” does not stand in the quoted lines.`)
  const own = words(level(answer)).filter((word) => /\d/.test(word) || stemsOfWord(word).length > 0)
  // Signs and function words have no other form: they must stand there.
  if (own.length === 0)
    return stands(level(answer).trim(), said) ? { kind: 'grounded', misspelt: [] } : ungrounded(otherWords)
  const ground = new Set(contentStems(said))
  const short = [...new Set(`${quote} ${around}`.match(/(?<!\p{L})\p{Lu}{2,5}(?!\p{L})/gu))].map((one) =>
    one.toLowerCase(),
  )
  const isKnown = (word: string): boolean =>
    // A number that does not stand there was found out above.
    /\d/.test(word) ||
    stemsOfWord(word).some((stem) => ground.has(stem)) ||
    spellings.some((one) => isOfOneRoot(word, one)) ||
    (word.length >= leastSpelled && run.includes(squeezed(word))) ||
    isMisspelt(word) ||
    isNumberSaid(word, said) ||
    short.some((letters) => word.startsWith(letters))
  const unknown = own.filter((word) => !isKnown(word))
  const opposed = unknown.find((word) => spellings.some((one) => isOpposed(word, one)))
  // A head noun that the note leaves out: "the occipital lobe" for "occipital".
  const isHeadAdded = unknown.length === 1 && unknown[0] === own.at(-1) && own.length > 1
  const least = own.some((word) => /\d/.test(word)) ? leastBesideNumber : leastKnown
  const isGrounded = opposed === undefined && (isHeadAdded || 1 - unknown.length / own.length >= least)
  return isGrounded
    ? { kind: 'grounded', misspelt: [...new Set(misspelt)] }
    : ungrounded(
        `The quoted lines do not say ${unknown
          .slice(0, 4)
          .map((word) => `“${word}”`)
          .join(', ')}. Answer in their words, or quote what says it.`,
      )
}

/** "Two" and "2" are one number. */
function isNumberSaid(word: string, said: string): boolean {
  const number = numberNames.indexOf(word)
  return number >= 0 && stands(String(number), said)
}

const numberNames = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** "Hyperthyroid" beside "hypothyroid": words that end alike, for most of them, and begin otherwise. */
function isOpposed(word: string, other: string): boolean {
  let alike = 0
  while (alike < Math.min(word.length, other.length) && word.at(-1 - alike) === other.at(-1 - alike)) alike++
  return (
    alike >= 5 &&
    alike < Math.min(word.length, other.length) &&
    alike / Math.max(word.length, other.length) >= 0.5
  )
}

/** Whether a name with its signs, or a formula, stands there as a whole, however it is set. */
function isSaidWhole(answer: string, run: string): boolean {
  const whole = squeezed(answer)
  if (/\D/.test(whole) && whole.length > 2 && stands(whole, run)) return true
  const signs =
    levelFormula(answer)
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? []
  const hasOperators = [...squeezed(answer)].every((sign) => !/[-+=<>≤≥→/]/.test(sign) || run.includes(sign))
  return (
    isFormula(answer) &&
    hasOperators &&
    signs.filter((sign) => run.includes(sign)).length / signs.length > mostSigns
  )
}

/** A formula may be set in another order: nearly all its signs stand there. */
const mostSigns = 0.85

const ungrounded = (sentence: string): Grounding => ({ kind: 'ungrounded', sentence })

/** A shorter word may be another one by chance. */
const leastSpelled = 5

const isFormula = (text: string): boolean => /[=<>≤≥≈→^]|\p{L}_\p{L}/u.test(text)

/** "Integrated" and "integration", "bicarb" and "bicarbonate": words that begin alike, for most of the shorter one. */
function isOfOneRoot(word: string, other: string): boolean {
  const most = Math.min(word.length, other.length)
  let alike = 0
  while (alike < most && word[alike] === other[alike]) alike++
  return alike >= 4 && alike / most >= 0.65
}

/** Formulas in plain signs, the parts of compounds and the ends of a range apart, and arrows in words. */
const spread = (text: string): string =>
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

/** Words as they are compared: numbers stand apart from their units, too. */
const level = (text: string): string => levelUnits(normaliseText(spread(text)))

/** The stems of a text as they are compared with those of an answer. */
export const levelStems = (text: string): string[] => contentStems(level(text))

/** A number and its unit in one spelling: "200ml", "3.5×", "20%" and "10,000" as "200 ml", "3.5 x", "20 percent" and "10000". */
const levelUnits = (text: string): string =>
  text
    .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replaceAll(/(?<![\p{L}\d.,])(\d+(?:[.,]\d+)*)(?=[\p{L}°µμ×%])/gu, '$1 ')
    .replaceAll(/(?<=\d\s+)(?:%|per cent\b)/g, 'percent')
    .replaceAll(/(?<=\d\s+)×/g, 'x')

/** True where a text says a part of it that cannot be said otherwise; a number never stands inside a longer one. */
function stands(part: string, said: string): boolean {
  const isCut = (at: number, end: number): boolean =>
    (/\d/.test(said.charAt(at)) && /\d[.,]?$/.test(said.slice(Math.max(0, at - 2), at))) ||
    (/\d/.test(said.charAt(end - 1)) && /^[.,]?\d/.test(said.slice(end, end + 2)))
  for (let at = said.indexOf(part); at >= 0; at = said.indexOf(part, at + 1))
    if (!isCut(at, at + part.length)) return true
  return false
}

const otherWords = 'The answer says something else than the quoted lines.'

/** As much of an answer as the note must say: the rest may be the draft's own grammar. */
const leastKnown = 0.6
/** The word beside a number that stands there may be the draft's own: "chromosome 16" for "Chr16". */
const leastBesideNumber = 0.5

/** What cannot be said in other words: numbers, code, and names inside a sentence. */
function exactParts(text: string): string[] {
  const code = [...text.matchAll(/`([^`]+)`/g)].map(([, inside = '']) => inside.trim())
  const bare = text.replaceAll(/`[^`]*`/g, ' ')
  const tokens = atSpaces(bare)
    .map((word) => word.replaceAll(/^[("“'‘[]+|[)"”'’\].,;:!?%]+$/g, ''))
    .filter((word, i) => word !== '' && isExact(word, i === 0 || /^[-–•]$/.test(bare.charAt(0))))
  return [...code, ...tokens]
}

const isExact = (word: string, isFirst: boolean): boolean =>
  /\d/.test(word) ||
  /\p{Ll}\p{Lu}/u.test(word) ||
  /^\p{Lu}[\p{Lu}\d]+$/u.test(word) ||
  (!isFirst && /^\p{Lu}\p{Ll}{2,}/u.test(word))
