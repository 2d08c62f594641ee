import { firstWord } from '../../english/phrase.ts'
import type { Statement } from '../read/statement.ts'

/** An action in running text: the capital that only stood for its beginning goes. */
export function lower(text: string): string {
  const first = firstWord(text)
  return /^\p{Lu}\p{Ll}+$/u.test(first) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** A title-case action in running text: known words lose their capital, names keep it. */
export function lowerAction(label: string, statement: Statement): string {
  const seen = statement.text.toLowerCase()
  const plain = label.split(' ').filter((word) => /^\p{Lu}\p{Ll}+[,.]?$/u.test(word)).length
  return label
    .split(' ')
    .map((word, i) => {
      if (!/^\p{Lu}\p{Ll}+[,.]?$/u.test(word)) return word
      const small = word.toLowerCase()
      const name = statement.text.includes(word) && !seen.startsWith(small)
      return i === 0 || (plain >= 2 && !name) ? small : word
    })
    .join(' ')
}
