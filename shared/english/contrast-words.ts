/** Words of which the opposite would fit as well, so that a sentence asked for one of them asks what it tells. */
const pairs: readonly (readonly string[])[] = [
  ['above', 'below'],
  ['left', 'right'],
  ['inside', 'outside'],
  ['inward', 'outward'],
  ['inwards', 'outwards'],
  ['upward', 'downward'],
  ['upwards', 'downwards'],
  ['positive', 'negative'],
  ['positively', 'negatively'],
  ['high', 'low'],
  ['higher', 'lower'],
  ['highest', 'lowest'],
  ['larger', 'smaller'],
  ['faster', 'slower'],
  ['stronger', 'weaker'],
  ['longer', 'shorter'],
  ['wider', 'narrower'],
  ['thicker', 'thinner'],
  ['increases', 'decreases'],
  ['increase', 'decrease'],
  ['rises', 'falls'],
  ['maximum', 'minimum'],
  ['maximal', 'minimal'],
  ['clockwise', 'anticlockwise'],
  ['more', 'less'],
  ['fewer', 'more'],
  ['vertical', 'horizontal'],
  ['internal', 'external'],
  ['innate', 'acquired'],
]

const all = new Set(pairs.flat())
const word = new RegExp(String.raw`(?<![\p{L}-])(?:${[...all].join('|')})(?![\p{L}-])`, 'gu')

/** True for one such word alone: it may answer, though it is a preposition or an adverb. */
export const isContrastWord = (word: string): boolean => all.has(word)

/** The only such word of a text, and where it stands; none where two of them stand or a comparison is only begun. */
export function contrastIn(text: string, from = 0): { at: number; text: string } | undefined {
  const found = [...text.matchAll(word)].filter(({ index }) => index >= from)
  const [only] = found
  if (only === undefined || found.length > 1) return undefined
  const after = text.slice(only.index + only[0].length)
  // "Hidden inside a picture", "smaller groups", "less space": before a noun such a word is guessed.
  if (/^(?:inside|outside|less|larger|smaller)$/.test(only[0]) && /^\s[\p{L}\d]/u.test(after))
    return undefined
  // "more" is what everyone expects; "less" tells something.
  if (/^\s(?:than)\b/.test(after) || /^(?:more|fewer)$/.test(only[0])) return undefined
  // "more than 200", "no more", "the right to vote", "more and more", "above all".
  if (
    /^\s(?:than\s\d|and\b|or\b|all\b|to\s(?:\p{Ll}+)$)/u.test(after) ||
    /\b(?:and|or)\s$/.test(text.slice(0, only.index))
  )
    return undefined
  if (
    /\b(?:no|any|even|much|once|many|all the|the)\s$/i.test(text.slice(0, only.index)) &&
    /^(?:more|less|fewer)$/.test(only[0])
  )
    return undefined
  // "a number of smaller groups": only what is compared, or told of its subject, turns the sentence.
  if (
    only[0].endsWith('er') &&
    !/\b(?:than|compared|when|as|if)\b/.test(after) &&
    !/\b(?:is|are|was|were|be|becomes?|gets?)\s$/.test(text.slice(0, only.index))
  )
    return undefined
  if (
    /^(?:right|left)$/.test(only[0]) &&
    !/\b(?:to the|shifts?(?: \S+){0,3}|moves?(?: \S+){0,3}|turns?)\s$/.test(text.slice(0, only.index))
  )
    return undefined
  // "internal networks", "from outside the network": which side is meant, the thing itself says.
  if (
    /^(?:internal|external)$/.test(only[0]) &&
    !/\b(?:is|are|was|were|be|becomes?|called)\s$/.test(text.slice(0, only.index))
  )
    return undefined
  if (
    /^(?:inside|outside)$/.test(only[0]) &&
    /\b(?:from|on|of|for \p{L}+)\s$/u.test(text.slice(0, only.index))
  )
    return undefined
  return { at: only.index, text: only[0] }
}
