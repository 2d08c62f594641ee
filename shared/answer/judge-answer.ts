import { isFunctionWord } from '../basics/text.ts'
import { withoutAccents } from '../basics/without-accents.ts'
import { withoutPoints } from './level-script.ts'
import { changedWords, isNearMiss } from './is-near-miss.ts'
import { normaliseAnswer, normaliseCode } from './normalise-answer.ts'

/** What a typed answer is compared with. The first answer is the one that is shown; the others count as well. */
export interface ExpectedAnswer {
  readonly answers: readonly string[]
  readonly mode: 'text' | 'code'
  /** The learner may leave accents out. */
  readonly accents?: 'free'
}

/** The outcome of a comparison: `near` counts as right and shows the slip. `matched` is the answer it came closest to. */
export interface AnswerVerdict {
  readonly verdict: 'right' | 'near' | 'wrong'
  readonly matched: string | null
}

const wrong: AnswerVerdict = { verdict: 'wrong', matched: null }

/**
 * Whether `given` says what is expected. Case, spaces, quotes, articles and outer punctuation never matter in text, vowel
 * points may be left out, and accents where the learner allows; a slip is `near`, unless it spells one of `otherTerms`: MVC never passes for MVT. Code is right or wrong.
 */
export function judgeAnswer(
  expected: ExpectedAnswer,
  given: string,
  otherTerms: ReadonlySet<string>,
): AnswerVerdict {
  if (expected.mode === 'code') return judgeCode(expected.answers, given)
  const said = normaliseAnswer(given)
  if (said === '') return wrong
  const level = expected.accents === 'free' ? withoutAccents : asItIs
  const right = expected.answers.find((answer) => saysTheSame(level(answer), level(given)))
  if (right !== undefined) return { verdict: 'right', matched: right }
  const near = expected.answers.find((answer) => isSlipFor(level(answer), level(said), otherTerms))
  return near === undefined ? wrong : { verdict: 'near', matched: near }
}

const asItIs = (text: string): string => text

function judgeCode(answers: readonly string[], given: string): AnswerVerdict {
  const said = normaliseCode(given)
  const right = answers.find((answer) => said !== '' && normaliseCode(answer) === said)
  return right === undefined ? wrong : { verdict: 'right', matched: right }
}

function saysTheSame(answer: string, given: string): boolean {
  const accepted = acceptedSpellings(answer)
  return [joined(normaliseAnswer(given)), ...acronymParts(given)].some((said) =>
    accepted.some((one) => one === said || isSamePointed(one, said)),
  )
}

/** Points that stand in one of two texts alone were left out; where both have some, they are the same or not. */
function isSamePointed(one: string, other: string): boolean {
  const [bare, otherBare] = [withoutPoints(one), withoutPoints(other)]
  return bare === otherBare && (bare === one || otherBare === other)
}

/** "Time to Live (TTL)" is answered by either part, "a flexible (typed) language" also without its aside. */
function acceptedSpellings(answer: string): string[] {
  const withoutAside = joined(normaliseAnswer(answer.replace(/\s*\([^()]*\)/g, ' ')))
  const whole = joined(normaliseAnswer(answer))
  return [whole, ...(withoutAside === '' ? [] : [withoutAside]), ...acronymParts(answer)]
}

/** Both parts of an acronym that stands beside its expansion, in either order; none otherwise. */
function acronymParts(text: string): string[] {
  const [, outside, inside] = /^(.+?)\s*\(([^()]+)\)[\s.]*$/.exec(text.trim().replace(/`/g, '')) ?? []
  if (outside === undefined || inside === undefined) return []
  if (!isAcronymOf(inside, outside) && !isAcronymOf(outside, inside)) return []
  return [joined(normaliseAnswer(outside)), joined(normaliseAnswer(inside))]
}

function isAcronymOf(short: string, long: string): boolean {
  const letters = short.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const words = long.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (letters.length < 2 || words.length < 2) return false
  return [words, words.filter((word) => !isFunctionWord(word))].some(
    (kept) => kept.map((word) => word.charAt(0)).join('') === letters,
  )
}

/** "Model View Controller" and "model-view-controller" are one answer; between digits a dash or space has meaning. */
function joined(normalised: string): string {
  return normalised.replace(/(?<=[\p{L}\p{N}])[\s-]+(?=\p{L})|(?<=\p{L})[\s-]+(?=\p{N})/gu, '')
}

function isSlipFor(answer: string, said: string, otherTerms: ReadonlySet<string>): boolean {
  const expected = normaliseAnswer(answer)
  if (!isNearMiss(expected, said)) return false
  return ![said, ...changedWords(expected, said)].some((text) => isKnownTerm(text, otherTerms))
}

// The set holds terms as notes spell them; this is asked only after a slip, so it may look at each.
function isKnownTerm(said: string, otherTerms: ReadonlySet<string>): boolean {
  if (otherTerms.has(said)) return true
  for (const term of otherTerms) {
    if (Math.abs(term.length - said.length) <= 8 && normaliseAnswer(term) === said) return true
  }
  return false
}
