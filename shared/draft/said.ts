import { isNearMiss } from '../answer/is-near-miss.ts'
import { contentStems, singular, stemsOfWord, words } from '../basics/text.ts'
import { numberNames } from '../english/number-names.ts'
import { squeezed } from '../answer/level-formula.ts'
import { levelWords } from './level-words.ts'

/** What a note says around a quote, read once for all words of an answer. */
export interface Said {
  /** Its words, levelled. */
  readonly text: string
  /** Its letters and signs, squeezed. */
  readonly run: string
  readonly stems: ReadonlySet<string>
  /** The words that are long enough to be known by a misspelling. */
  readonly spellings: readonly string[]
  /** What stands in capitals, in small letters: "GLU" may be short for "glucose". */
  readonly shortForms: readonly string[]
}

/** Reads a text, whose squeezed form is known. */
export function readSaid(text: string, run: string): Said {
  const level = levelWords(text)
  const bare = words(level).map((word) => word.replace(/[.'+/#-]+$/, ''))
  const capitals = text.match(/(?<!\p{L})\p{Lu}{2,5}(?!\p{L})/gu) ?? []
  return {
    text: level,
    run,
    stems: new Set(contentStems(level)),
    spellings: [...new Set(bare)].filter(({ length }) => length >= leastSpelled),
    shortForms: [...new Set(capitals)].map((word) => word.toLowerCase()),
  }
}

/** A shorter word may be another one by chance. */
const leastSpelled = 5

/** How a part of an answer stands in what is said. */
export type Standing =
  | { readonly kind: 'said' }
  /** By a letter or two. */
  | { readonly kind: 'misspelt'; readonly as: string }
  | { readonly kind: 'unsaid' }

const asItIs: Standing = { kind: 'said' }
const unsaid: Standing = { kind: 'unsaid' }

/** How a part stands there that has no other words: a number, a name, a piece of code. */
export function standingOfExact(part: string, said: Said): Standing {
  if (stands(part, said.text)) return asItIs
  if (!/\p{L}{2}/u.test(part)) return unsaid
  const isSetOtherwise = (!/\d/.test(part) && runsIn(part, said)) || stands(singular(part), said.text)
  return isSetOtherwise ? asItIs : asSlip(part, said)
}

/** How a word stands there that may be said in another form. */
export function standingOfWord(word: string, said: Said): Standing {
  if (isInOtherForm(word, said)) return asItIs
  const slip = asSlip(word, said)
  if (slip.kind !== 'unsaid') return slip
  const isShortened = said.shortForms.some((letters) => word.startsWith(letters))
  return isShortened || isNumberSaid(word, said.text) ? asItIs : unsaid
}

const isInOtherForm = (word: string, said: Said): boolean =>
  // Numbers are exact parts: one that does not stand there has been found out.
  /\d/.test(word) ||
  stemsOfWord(word).some((stem) => said.stems.has(stem)) ||
  said.spellings.some((one) => isOfOneRoot(word, one)) ||
  runsIn(word, said)

/** Inside another word, or over the space between two. */
const runsIn = (word: string, { run }: Said): boolean =>
  word.length >= leastSpelled && run.includes(squeezed(word))

function asSlip(word: string, { spellings }: Said): Standing {
  const other = spellings.find((one) => isNearMiss(word, one))
  if (other === undefined) return unsaid
  return singular(other) === singular(word) ? asItIs : { kind: 'misspelt', as: other }
}

/** "Two" and "2" are one number. */
function isNumberSaid(word: string, text: string): boolean {
  const number = numberNames.indexOf(word)
  return number >= 0 && stands(String(number), text)
}

/** "Integrated" and "integration", "bicarb" and "bicarbonate": words that begin alike, for most of the shorter one. */
function isOfOneRoot(word: string, other: string): boolean {
  const most = Math.min(word.length, other.length)
  let alike = 0
  while (alike < most && word[alike] === other[alike]) alike++
  return alike >= 4 && alike / most >= 0.65
}

/** "Hyperthyroid" where "hypothyroid" is said: words that end alike, for most of them, and begin otherwise. */
export function isOpposed(word: string, { spellings }: Said): boolean {
  return spellings.some((other) => endsAlike(word, other))
}

function endsAlike(word: string, other: string): boolean {
  const most = Math.min(word.length, other.length)
  let alike = 0
  while (alike < most && word.at(-1 - alike) === other.at(-1 - alike)) alike++
  return alike >= 5 && alike < most && alike / Math.max(word.length, other.length) >= 0.5
}

/** True where a text says a part of it that cannot be said otherwise; a number never stands inside a longer one. */
export function stands(part: string, text: string): boolean {
  const isCut = (at: number, end: number): boolean =>
    (/\d/.test(text.charAt(at)) && /\d[.,]?$/.test(text.slice(Math.max(0, at - 2), at))) ||
    (/\d/.test(text.charAt(end - 1)) && /^[.,]?\d/.test(text.slice(end, end + 2)))
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
    if (!isCut(at, at + part.length)) return true
  return false
}
