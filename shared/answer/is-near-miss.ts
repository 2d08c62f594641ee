import { singular } from '../basics/text.ts'
import { editDistance } from '../basics/edit-distance.ts'

const httpVerbs = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace', 'connect'])
const negations = /^(?:not?|never|none|non|without|neither|nor|cannot|.*n't)$/
const numberWords = new Set(
  'zero one two three four five six seven eight nine ten first second third single double'.split(' '),
)
/** Openings that turn a word into another one, often its opposite: "synchronous" and "asynchronous" are no slip. */
const prefixes = new Set(
  (
    'a ab ad af ef allo an anti auto bi chemo co de di dis down ecto em en endo eu ex exo hetero homo hyper hypo il im ' +
    'in infra inter intra ir iso macro meso meta micro mis mono multi non off oligo on out over para peri photo poly ' +
    'post pre pro re semi sub super trans tri ultra un under up'
  ).split(' '),
)

/**
 * Whether `given` is a slip of the pen for `expected` (both normalised): one letter in 5–8, two in 9 or more. A short
 * word, a number, a negation, an HTTP verb or an opposite is never a slip, for there one letter is the whole answer.
 */
export function isNearMiss(expected: string, given: string): boolean {
  const allowed = allowedSlips(expected)
  if (allowed === 0 || letterCount(given) <= 4) return false
  if (meaningWords(expected) !== meaningWords(given)) return false
  if (digits(expected) !== digits(given)) return false
  const expectedWords = splitWords(expected)
  const givenWords = splitWords(given)
  if (expectedWords.length !== givenWords.length) return false
  if (editDistance(expectedWords.join(' '), givenWords.join(' '), allowed) > allowed) {
    return isPluralOf(expectedWords, givenWords)
  }
  return expectedWords.every((word, i) => isSameWordSlipped(word, givenWords[i] ?? ''))
}

/** The words of `given` that stand where `expected` has another one. */
export function changedWords(expected: string, given: string): string[] {
  const expectedWords = splitWords(expected)
  return splitWords(given).filter((word, i) => word !== expectedWords[i])
}

function isSameWordSlipped(expected: string, given: string): boolean {
  if (expected === given) return true
  if (isOpposite(expected, given)) return false
  // MVC is not MVT: in a short word only two swapped neighbours can be told from another word.
  if (Math.min(letterCount(expected), letterCount(given)) <= 4) return isSwapInWord(expected, given)
  const allowed = allowedSlips(expected)
  return editDistance(expected, given, allowed) <= allowed || isPluralOf([expected], [given])
}

function isSwapInWord(expected: string, given: string): boolean {
  const sameLetters = [...expected].sort().join('') === [...given].sort().join('')
  return letterCount(expected) === 4 && sameLetters && editDistance(expected, given, 1) === 1
}

function isPluralOf(expected: readonly string[], given: readonly string[]): boolean {
  const last = expected.length - 1
  const [one = '', other = ''] = [expected[last], given[last]]
  return (
    expected.slice(0, last).join(' ') === given.slice(0, last).join(' ') &&
    Math.min(letterCount(one), letterCount(other)) >= 5 &&
    singular(one) === singular(other)
  )
}

function isOpposite(expected: string, given: string): boolean {
  let shared = 0
  while (
    shared < Math.min(expected.length, given.length) &&
    expected.at(-1 - shared) === given.at(-1 - shared)
  ) {
    shared++
  }
  // Tried at every length of the common ending: "internal" and "external" share "ternal", not only "nal".
  for (let tail = shared; tail >= 4; tail--) {
    const heads = [expected.slice(0, expected.length - tail), given.slice(0, given.length - tail)]
    if (heads[0] !== heads[1] && heads.every((head) => head === '' || prefixes.has(head.replace(/-$/, ''))))
      return true
  }
  return false
}

function allowedSlips(text: string): 0 | 1 | 2 {
  const letters = letterCount(text)
  return letters >= 9 ? 2 : letters >= 5 ? 1 : 0
}

function letterCount(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

function splitWords(text: string): string[] {
  return text.split(/[\s/-]+/).filter((word) => word !== '')
}

function digits(text: string): string {
  return (text.match(/\d+/g) ?? []).join(' ')
}

/** The words of which one alone decides what is said. */
function meaningWords(text: string): string {
  return splitWords(text)
    .filter((word) => httpVerbs.has(word) || negations.test(word) || numberWords.has(word))
    .sort()
    .join(' ')
}
