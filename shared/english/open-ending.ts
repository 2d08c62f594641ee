import { wordSet } from '../basics/text.ts'

/** Articles, prepositions, conjunctions and auxiliaries: what ends in one is not finished. */
const needsMore = wordSet(`
  a an the of to in on at by for from with without as into onto over under between and or but nor than like via per
  is are was were be been being am do does did can could will would shall should may might must has have had
  this that these those its his her their our your which what whose
  means mean called named written writes write types type uses use says say prints print equals symbol sign emoji character letter note piece`)

/** A longer word is none of them, and more of a text need not be looked at. */
const longest = Math.max(...[...needsMore].map((word) => word.length))

/** True for the beginning of a sentence that still needs a word: it ends in an article, a preposition, "is" or "called". */
export function endsOpen(text: string): boolean {
  if (/[(=]$/.test(text)) return true
  const last = /[\p{L}'’]+$/u.exec(text.slice(-longest - 2))?.[0]
  return last !== undefined && needsMore.has(last.toLowerCase())
}
