import { isFunctionWord } from '../../shared/basics/text.ts'

/**
 * One note of at least so many characters: the texts again and again, each time about other terms. What stands in bold is
 * a term; its words get a beginning of their own in each round, wherever they stand, and keep their endings, so that
 * sentences stay sentences and no two rounds state the same.
 */
export function longNote(texts: readonly string[], length: number): string {
  const parts: string[] = []
  let written = 0
  for (let round = 0; written < length; round++) {
    for (const text of texts) {
      const part = aboutOthers(text, beginning(round))
      parts.push(part)
      written += part.length + 2
    }
  }
  return parts.join('\n\n')
}

const syllables = ['ba', 'do', 'fe', 'gu', 'ki', 'lo', 'ma', 'ne', 'pi', 'ru', 'sa', 'to', 've', 'xi', 'zu']

/** Letters that begin no word of another round. */
function beginning(round: number): string {
  let rest = round
  let letters = ''
  do {
    letters += syllables[rest % syllables.length] ?? ''
    rest = Math.floor(rest / syllables.length)
  } while (rest > 0)
  return letters
}

function aboutOthers(text: string, start: string): string {
  const terms = new Set(
    [...text.matchAll(/\*\*([^*\n]+)\*\*/g)].flatMap(([, term = '']) => lettersOf(term.toLowerCase())),
  )
  return text.replace(/\p{L}{4,}/gu, (word) => {
    if (!terms.has(word.toLowerCase())) return word
    if (word === word.toUpperCase()) return start.toUpperCase() + word
    const [first = ''] = word
    return first === first.toUpperCase()
      ? start.charAt(0).toUpperCase() + start.slice(1) + word.toLowerCase()
      : start + word
  })
}

const lettersOf = (text: string): string[] =>
  (text.match(/\p{L}{4,}/gu) ?? []).filter((word) => !isFunctionWord(word))
