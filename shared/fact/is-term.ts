import { normaliseTerm, wordCount } from '../basics/text.ts'

/** A term can be asked about: it is short, no URL, no pronoun, no sentence. */
export function isTerm(term: string): boolean {
  const count = wordCount(term)
  return (
    count >= 1 &&
    count <= 8 &&
    term.length >= 2 &&
    term.length <= 80 &&
    /\p{L}/u.test(term) &&
    normaliseTerm(term) !== '' &&
    !/https?:|[<>{}=]|\.\.\.|\?$|^\W+$/.test(term) &&
    !/^(?:it|this|that|these|those|they|we|i|you|he|she|there|here|why|how|when|what|who|which)\b/i.test(term)
  )
}
