import { atSpaces, stemsOfWord, words } from '../basics/text.ts'
import { levelFormula, squeezed } from '../answer/level-formula.ts'
import { levelUnits, levelWords, spread } from './level-words.ts'
import {
  type Said,
  type Standing,
  isOpposed,
  readSaid,
  standingOfExact,
  standingOfWord,
  stands,
} from './said.ts'

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
  const text = `${quote} ${around}`
  const run = squeezed(text)
  if (wholes(answer).some((whole) => isSaidWhole(whole, run))) return grounded([])
  const said = readSaid(text, run)
  const parts = exactParts(spread(answer))
  const exact = parts.map((part) => standingOfExact(levelUnits(part), said))
  const lonely = parts.find((_, i) => exact[i]?.kind === 'unsaid')
  if (lonely !== undefined) return ungrounded(`“${lonely}” does not stand in the quoted lines.`)
  return wordsGrounding(levelWords(answer), said, exact)
}

const grounded = (standings: readonly Standing[]): Grounding => ({
  kind: 'grounded',
  misspelt: [
    ...new Set(standings.flatMap((standing) => (standing.kind === 'misspelt' ? [standing.as] : []))),
  ],
})

const ungrounded = (sentence: string): Grounding => ({ kind: 'ungrounded', sentence })

/** "PCA (posterior cerebral artery)", "a price above the cost (P > AVC)": what is written out stands beside what is said. */
const wholes = (answer: string): readonly string[] => [
  answer,
  ...(/^([^()]+) \(([^()]+)\)$/.exec(answer)?.slice(1) ?? []),
]

/** Whether a name with its signs, or a formula, stands there as a whole, however it is set. */
function isSaidWhole(answer: string, run: string): boolean {
  const whole = squeezed(answer)
  if (/\D/.test(whole) && whole.length > 2 && stands(whole, run)) return true
  if (!isFormula(answer)) return false
  const signs =
    levelFormula(answer)
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? []
  const hasOperators = [...whole].every((sign) => !/[-+=<>≤≥→/]/.test(sign) || run.includes(sign))
  return hasOperators && signs.filter((sign) => run.includes(sign)).length / signs.length > mostSigns
}

/** A formula may be set in another order: nearly all its signs stand there. */
const mostSigns = 0.85

const isFormula = (text: string): boolean => /[=<>≤≥≈→^]|\p{L}_\p{L}/u.test(text)

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

/** The verdict on an answer whose exact parts all stand there: its other words, too, are the note's. */
function wordsGrounding(answer: string, said: Said, exact: readonly Standing[]): Grounding {
  const own = words(answer).filter((word) => /\d/.test(word) || stemsOfWord(word).length > 0)
  // Signs and function words have no other form: they must stand there.
  if (own.length === 0) return stands(answer.trim(), said.text) ? grounded([]) : ungrounded(otherWords)
  const standings = own.map((word) => standingOfWord(word, said))
  const unknown = own.filter((_, i) => standings[i]?.kind === 'unsaid')
  return isEnough(own, unknown) && !unknown.some((word) => isOpposed(word, said))
    ? grounded([...exact, ...standings])
    : ungrounded(saysNot(unknown))
}

/** Whether an answer without the unknown words is the note's. */
function isEnough(own: readonly string[], unknown: readonly string[]): boolean {
  // A head noun that the note leaves out: "the occipital lobe" for "occipital".
  const isHeadAdded = unknown.length === 1 && unknown[0] === own.at(-1) && own.length > 1
  const least = own.some((word) => /\d/.test(word)) ? leastBesideNumber : leastKnown
  return isHeadAdded || 1 - unknown.length / own.length >= least
}

/** As much of an answer as the note must say: the rest may be the draft's own grammar. */
const leastKnown = 0.6
/** The word beside a number that stands there may be the draft's own: "chromosome 16" for "Chr16". */
const leastBesideNumber = 0.5

const otherWords = 'The answer says something else than the quoted lines.'

function saysNot(unknown: readonly string[]): string {
  const words = unknown.slice(0, 4).map((word) => `“${word}”`)
  return `The quoted lines do not say ${words.join(', ')}. Answer in their words, or quote what says it.`
}
