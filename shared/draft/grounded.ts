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
  const said = normaliseText(`${quote} ${around}`)
  const lonely = exactParts(answer).find((part) => !said.includes(normaliseText(part)))
  if (lonely !== undefined) return `“${lonely}” does not stand in the quoted lines.`
  const stems = new Set(contentStems(answer))
  // Signs and function words have no other form: they must stand there.
  if (stems.size === 0) return said.includes(normaliseText(answer)) ? undefined : otherWords
  const ground = new Set(contentStems(`${quote} ${around}`))
  const known = [...stems].filter((stem) => ground.has(stem)).length
  return known / stems.size < leastKnown ? otherWords : undefined
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
