import { editDistance } from '../basics/edit-distance.ts'
import { isFunctionWord } from '../basics/text.ts'
import { areOpposed, bareWords, isAbbreviation, turnsMeaning } from './turned-meaning.ts'

/**
 * What became of a text that was corrected: `slip` where only its spelling changed, `unsure` where that may be another
 * word, `other` where it says another thing.
 */
export type SpellingChange = 'same' | 'slip' | 'unsure' | 'other'

/** Compares two texts word by word. Code and numbers must stay as they are: there, one letter is another thing. */
export function spellingChange(before: string, after: string): SpellingChange {
  if (before === after) return 'same'
  if (Math.abs(before.length - after.length) > longestSlip) return 'other'
  if (codeOf(before) !== codeOf(after)) return 'other'
  if (turnsMeaning(before, after)) return 'other'
  const words = [bareWords(before), bareWords(after)] as const
  const isAsLong = words[0].length === words[1].length
  const [old, now] = isAsLong ? words : [withoutArticles(words[0]), withoutArticles(words[1])]
  if (old.length !== now.length) return isOneWordInTwo(old, now) ? 'slip' : 'other'
  const changed = new Map(
    old.flatMap((word, at) => {
      const other = now[at] ?? ''
      return word.toLowerCase() === other.toLowerCase() ? [] : [[`${word} ${other}`, { word, other, at }]]
    }),
  )
  if (changed.size > mostSlips) return 'other'
  return worst([...changed.values()].map(({ word, other, at }) => wordChange(word, other, at > 0)))
}

/** Texts whose words are as many and differ in length by more than this are not compared. */
const longestSlip = 6
const mostSlips = 2

const order: readonly SpellingChange[] = ['same', 'slip', 'unsure', 'other']

/** The gravest of several changes. */
export function worst(changes: readonly SpellingChange[]): SpellingChange {
  return order[Math.max(0, ...changes.map((change) => order.indexOf(change)))] ?? 'other'
}

const codeOf = (text: string): string => (text.match(/`[^`]*`/g) ?? []).join(' ')

/** "data base" and "database". */
function isOneWordInTwo(a: readonly string[], b: readonly string[]): boolean {
  const joined = a.join('').toLowerCase()
  return Math.abs(a.length - b.length) === 1 && joined === b.join('').toLowerCase() && !/\p{N}/u.test(joined)
}

const withoutArticles = (words: readonly string[]): string[] =>
  words.filter((word) => !/^(?:the|The|a|an|An)$/.test(word))

/** One word and what stands in its place; `inside` a sentence, a capital marks a name. */
function wordChange(word: string, other: string, inside: boolean): SpellingChange {
  if (/[\p{N}_]/u.test(word + other) || isAbbreviation(word) || isAbbreviation(other)) return 'other'
  if (areOpposed(word, other)) return 'other'
  const a = word.toLowerCase()
  const b = other.toLowerCase()
  if (!latin.test(a + b)) return letterCount(a) >= 6 && editDistance(a, b, 1) === 1 ? 'unsure' : 'other'
  const functionWords = Number(isFunctionWord(a)) + Number(isFunctionWord(b))
  if (functionWords > 0) return functionWordChange(a, b, functionWords)
  if (folded(a) === folded(b)) return letterCount(a) >= 6 ? 'slip' : 'unsure'
  const isName = inside && /^\p{Lu}/u.test(word) && /^\p{Lu}/u.test(other)
  const change = letterChange(soundForm(a), soundForm(b))
  if (change === 'slip' && endsOtherwise(a, b)) return 'unsure'
  return change === 'slip' && isName && a.length === b.length && !isSwap(a, b) ? 'unsure' : change
}

const latin = /^[\p{Script=Latin}\p{M}'’]+$/u
const letterCount = (word: string): number => [...word].length

/** Short words of grammar differ by a letter and mean other things: "in" and "on". "teh" means none of them. */
function functionWordChange(a: string, b: string, count: number): SpellingChange {
  if (editDistance(a, b, 1) > 1) return 'other'
  if (count === 2) return 'unsure'
  if (a.length === b.length && isSwap(a, b)) return 'slip'
  return Math.min(a.length, b.length) >= 4 ? 'slip' : 'other'
}

const folded = (word: string): string => word.normalize('NFD').replace(/[\p{M}'’]/gu, '')

/** The letters of a word without what English spells in several ways and says in one. */
function soundForm(word: string): string {
  return folded(word)
    .replace(/(\p{L})\1/gu, '$1')
    .replace(/ph/g, 'f')
    .replace(/ck/g, 'k')
    .replace(/(?:ie|ey)$/, 'y')
}

/** How surely two words are one, misspelt: the shorter they are, the less their letters may differ. */
function letterChange(a: string, b: string): SpellingChange {
  if (a === b) return 'slip'
  const shorter = Math.min(a.length, b.length)
  const distance = editDistance(a, b, 2)
  if (shorter < 3 || distance > (shorter >= 8 ? 2 : 1)) return 'other'
  if (a[0] !== b[0]) return distance === 1 && shorter >= 5 ? 'unsure' : 'other'
  if (distance === 2) return a.length !== b.length && vowelless(a) === vowelless(b) ? 'slip' : 'unsure'
  if (a.length !== b.length) return insertionChange(a, b)
  if (isSwap(a, b)) return shorter >= 7 || swapsIE(a, b) ? 'slip' : 'unsure'
  return shorter >= 6 ? substitutionChange(a, b) : shorter >= 4 ? 'unsure' : 'other'
}

const vowels = /[aeiouy]/
const vowelless = (word: string): string => word.replace(/[aeiouy]/g, '')

/** Two neighbouring letters changed places. */
const isSwap = (a: string, b: string): boolean => {
  const at = firstDifference(a, b)
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

const swapsIE = (a: string, b: string): boolean =>
  /^(?:ie|ei)$/.test(a.slice(firstDifference(a, b)).slice(0, 2))

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}

/** A letter more inside a word is a slip; at its end it may make another word: "human" and "humane". */
function insertionChange(a: string, b: string): SpellingChange {
  const at = firstDifference(a, b)
  const shorter = Math.min(a.length, b.length)
  if (at >= shorter || shorter < 6) return 'unsure'
  const letter = (a.length > b.length ? a : b).charAt(at)
  return vowels.test(letter) || shorter >= 7 ? 'slip' : 'unsure'
}

/** A vowel for a vowel is how words are misspelt; a consonant for another makes other words: "absorb" and "adsorb". */
function substitutionChange(a: string, b: string): SpellingChange {
  const at = firstDifference(a, b)
  const pair = [a.charAt(at), b.charAt(at)].sort().join('')
  if (soundAlike.has(pair)) return 'slip'
  const count = [...pair].filter((letter) => vowels.test(letter)).length
  return count > 0 ? 'slip' : 'unsure'
}

const soundAlike: ReadonlySet<string> = new Set(['cs', 'sz', 'ck', 'gj'])

/** Endings by which a language of science or law names another thing: a salt, an alcohol, an enzyme, a party. */
const tellingEndings: readonly (readonly string[])[] = [
  ['ate', 'ite', 'ide'],
  ['ane', 'ene', 'yne', 'ine', 'one'],
  ['anol', 'anal', 'enol', 'enal'],
  ['ose', 'ase'],
  ['er', 'ee'],
  ['or', 'ee'],
  ['ous', 'us'],
  ['eum', 'ium'],
  ['ery', 'ary'],
  ['ism', 'ist'],
  ['iment', 'ement'],
  ['le', 'al'],
].map((endings) => [...endings, ...endings.map((ending) => `${ending}s`)])

function endsOtherwise(a: string, b: string): boolean {
  if (a === `${b}s` || b === `${a}s`) return true
  return tellingEndings.some((endings) =>
    endings.some(
      (one) =>
        a.endsWith(one) && endings.some((other) => other !== one && a.slice(0, -one.length) + other === b),
    ),
  )
}
