import { firstWord } from './phrase.ts'
import { isPlainWord, lowerTitle } from './title-case.ts'

/**
 * A cell or heading inside a sentence: its capital goes where it only stood for a beginning, before further words in
 * lower case or on a word that is no name by its form.
 */
export function lowerStart(text: string): string {
  const first = firstWord(text)
  if (!/^\p{Lu}[\p{Ll}-]+$/u.test(first) || !text.startsWith(first)) return text
  const next = firstWord(text.slice(first.length).trimStart())
  if (/^\p{Lu}/u.test(next)) return lowerTitle(text)
  return /^\p{Ll}/u.test(next) || isPlainWord(first) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
