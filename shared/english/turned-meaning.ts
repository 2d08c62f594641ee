import { normaliseText, wordSet } from '../basics/text.ts'
import { numberNames } from './number-names.ts'

/**
 * True for two texts of which one says another thing than the other, however alike they look: one denies, one names the
 * opposite, or one speaks of another name. No rewording and no slip of the pen does that.
 */
export function turnsMeaning(before: string, after: string): boolean {
  if (before === after) return false
  const old = bareWords(before)
  const now = bareWords(after)
  const oldOnly = without(old, now)
  const nowOnly = without(now, old)
  if (oldOnly.length + nowOnly.length === 0) return false
  if (countDenials(old) % 2 !== countDenials(now) % 2) return true
  return oldOnly.some((word) =>
    nowOnly.some((other) => areOpposed(word, other) || areOtherNames(word, other)),
  )
}

/** True for two words that differ in what turns their meaning: "increases" and "decreases", "before" and "after". */
export function areOpposed(before: string, after: string): boolean {
  const a = normaliseText(before)
  const b = normaliseText(after)
  if (a === b) return false
  if (numberWords.has(a) && numberWords.has(b)) return true
  return opposites.some((words) => words.has(a) && words.has(b)) || differInPrefix(a, b)
}

/** The words of a text, with their case, without the signs around them. */
export const bareWords = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/[^\p{L}\p{N}\p{M}'’_]+/u)
    .map((word) => word.replace(/^['’_]+|['’_]+$/g, ''))
    .filter((word) => word !== '')

/** Abbreviations, and words that a capital marks as names by themselves: "HTTP", "IPv4". */
export const isAbbreviation = (word: string): boolean =>
  /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word) || (/\p{Ll}/u.test(word) && /^.+\p{Lu}.*\p{Lu}/u.test(`_${word}`))

const areOtherNames = (a: string, b: string): boolean =>
  isAbbreviation(a) && isAbbreviation(b) && a.toLowerCase() !== b.toLowerCase()

function without(words: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others.map((word) => word.toLowerCase()))
  return words.filter((word) => !known.has(word.toLowerCase()))
}

const denials = wordSet('not no never nor neither none cannot without nobody nothing nowhere')

const countDenials = (words: readonly string[]): number =>
  words.filter((word) => denials.has(word.toLowerCase()) || /n['’]t$/i.test(word)).length

const numberWords: ReadonlySet<string> = new Set([
  ...numberNames,
  ...wordSet(
    'thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
      'twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion ' +
      'first second third fourth fifth sixth seventh eighth ninth tenth once twice half double single',
  ),
])

/** What grammar sets against each other: degree, place, time, order, amount, direction and truth. */
const opposites: readonly ReadonlySet<string>[] = [
  'more less fewer',
  'most least fewest',
  'before after during until since',
  'above below',
  'over under',
  'inside outside',
  'with without',
  'up down',
  'in out',
  'on off',
  'to from',
  'always never sometimes seldom often',
  'all none some',
  'every no',
  'can cannot',
  'north south east west',
  'northern southern eastern western',
  'left right',
  'high low',
  'higher lower',
  'highest lowest',
  'larger smaller',
  'largest smallest',
  'greater smaller less',
  'longer shorter',
  'longest shortest',
  'earlier later',
  'earliest latest',
  'first last',
  'true false',
  'yes no',
].map(wordSet)

/** Beginnings that set one stem against itself. Two of one line make two words of opposed or of other meaning. */
const opposedPrefixes: readonly (readonly string[])[] = [
  ['in', 'de', 'ex', 'out'],
  ['im', 'ex', 'em'],
  ['en', 'de'],
  ['hyper', 'hypo'],
  ['inter', 'intra', 'extra'],
  ['macro', 'micro'],
  ['endo', 'exo', 'ecto'],
  ['ante', 'anti', 'post', 'pre', 'pro'],
  ['ab', 'ad'],
  ['af', 'ef'],
  ['an', 'cat'],
  ['ana', 'cata', 'meta', 'pro', 'telo', 'inter'],
  ['over', 'under'],
  ['up', 'down'],
  ['sub', 'super', 'supra'],
  ['homo', 'hetero'],
  ['mono', 'bi', 'di', 'tri', 'tetra', 'penta', 'hexa', 'poly', 'uni', 'multi'],
  ['nano', 'micro', 'milli', 'centi', 'deci', 'deca', 'kilo', 'mega', 'giga', 'tera'],
  ['max', 'min'],
  ['eu', 'pro'],
  ['ortho', 'para', 'meta'],
  ['phago', 'pino'],
  ['auto', 'allo'],
  ['is', 'iso', 'aniso'],
  ['un', ''],
  ['in', ''],
  ['im', ''],
  ['il', ''],
  ['ir', ''],
  ['non', ''],
  ['dis', ''],
  ['mis', ''],
  ['de', ''],
  ['a', ''],
  ['anti', ''],
  ['counter', ''],
]

const shortestStem = 3

function differInPrefix(a: string, b: string): boolean {
  return opposedPrefixes.some((prefixes) =>
    prefixes.some(
      (one) =>
        a.startsWith(one) &&
        a.length >= one.length + shortestStem &&
        prefixes.some((other) => other !== one && other + a.slice(one.length) === b),
    ),
  )
}
