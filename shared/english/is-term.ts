import { normaliseTerm, wordCount } from '../basics/text.ts'

/** A term can be asked about: it is short, no URL, no pronoun, no sentence. */
export function isTerm(term: string): boolean {
  const count = wordCount(term)
  return (
    count >= 1 &&
    count <= 8 &&
    (term.length >= 2 || /\p{Script=Han}/u.test(term)) &&
    term.length <= 80 &&
    /\p{L}/u.test(term) &&
    normaliseTerm(term) !== '' &&
    !/https?:|[<>{}=]|\.\.\.|\?$|^[^\p{L}\p{N}]+$/u.test(term) &&
    !/^(?:additional|other|more|extra|various|misc|miscellaneous|another)\b/i.test(term) &&
    !/^(?:it|this|that|these|those|they|we|i|you|he|she|there|here|why|how|when|what|who|which)\b/i.test(term)
  )
}
