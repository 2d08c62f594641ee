import { normaliseTerm, wordCount } from '../basics/text.ts'

/** A sign of music, chess or cards, or an emoji, with a name of its own: ♭. Ticks and bullets say nothing. */
const isSign = (term: string): boolean =>
  /^[\u2600-\u2604\u2607-\u26FF\u{1F000}-\u{1FAFF}]\p{M}*\p{Emoji_Modifier}?$/u.test(term)

/** A term can be asked about: it is short, no URL, no pronoun, no sentence. */
export function isTerm(term: string): boolean {
  if (isSign(term)) return true
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
