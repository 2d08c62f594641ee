import { atSpaces, contentStems, normaliseText } from '../basics/text.ts'

/** What the answer of a draft may draw on. */
export interface Ground {
  /** The quoted words. */
  readonly quote: string
  /** The lines around them, their headings and the title of the note. */
  readonly around: string
}

/** A word of the answer that the note does not say, or how little of it the note says; undefined when it is grounded. */
export function ungrounded(answer: string, { quote, around }: Ground): string | undefined {
  const said = levelUnits(normaliseText(`${quote} ${around}`))
  const lonely = exactParts(answer).find((part) => !stands(levelUnits(normaliseText(part)), said))
  if (lonely !== undefined) return `“${lonely}” does not stand in the quoted lines.`
  const stems = new Set(contentStems(levelUnits(answer)))
  // Signs and function words have no other form: they must stand there.
  if (stems.size === 0) return stands(levelUnits(normaliseText(answer)), said) ? undefined : otherWords
  const ground = new Set(contentStems(said))
  const known = [...stems].filter((stem) => ground.has(stem)).length
  return known / stems.size < leastKnown ? otherWords : undefined
}

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
