import { wordCount } from '../basics/text.ts'
import { type Rule, gap, itemsOf, reason, withoutCode } from './lint-rule.ts'

/** An answer holds one fact. */
export const atomic: Rule = ({ kind, back }) => {
  if (kind === 'list_recall') return undefined
  const bare = withoutCode(back)
  const many =
    /[.;!?]\s+[A-Z]/.test(bare) || bare.split(/\n|;/).filter((item) => item.trim() !== '').length > 3
  return many ? reason('several_facts', 'The answer holds more than one fact; split it.') : undefined
}

/** Questions, answers and list items stay short. */
export const length: Rule = ({ kind, front, back }) => {
  if (wordCount(front) > 30) return reason('question_too_long', 'The question has more than 30 words.')
  if (kind === 'list_recall')
    return itemsOf(back).some((item) => wordCount(item) > 12)
      ? reason('item_too_long', 'A list item has more than 12 words.')
      : undefined
  return wordCount(back) > 20 ? reason('answer_too_long', 'The answer has more than 20 words.') : undefined
}

/** A question asks, and says no word twice. */
export const wellFormed: Rule = ({ kind, front }) => {
  if (kind !== 'basic' && kind !== 'list_recall' && kind !== 'typed') return undefined
  const asks =
    /[?:.]\s*$/.test(front) &&
    /\b(?:what|which|how|why|when|where|who|name|list|give|define|explain|for which|in which)\b/i.test(front)
  const doubled = /\b(\p{L}{2,})\s+\1\b/iu.test(withoutCode(front))
  return asks && !doubled ? undefined : reason('not_a_question', 'The question is not well formed.')
}

/** No markup, emoji, numbering or dangling sign is left. */
export const residue: Rule = ({ front, back }) => {
  const text = `${front}\n${back}`
  const bare = withoutCode(text)
  if (
    /\*\*|^#+ |\]\(|https?:\/\/|^\s*[-*•·]\s|^\d+[.)]\s|Challenge \d+/m.test(text) ||
    /\p{Extended_Pictographic}/u.test(text.replace(/[\d#*©®™↔↕↖-↙↩↪]/gu, ''))
  )
    return reason('residue', 'Markup, emoji, numbering or a link is left in the card.')
  if (
    /[–—:→-]\s*\??$/.test(front.trim()) ||
    /[,:;–—]$|\s(?:and|or|with|to|of|the|a|an|for|by|from|into|in)$/i.test(back.trim())
  )
    return reason('dangling', 'The card ends in a dangling separator.')
  const count = (sign: string): number => bare.split(sign).length - 1
  const unbalanced =
    count('(') !== count(')') ||
    count('[') !== count(']') ||
    count('“') !== count('”') ||
    (text.split('`').length - 1) % 2 === 1 ||
    count('"') % 2 === 1
  return unbalanced ? reason('unbalanced', 'A quote or bracket is not closed.') : undefined
}

/** A list to recall has two to six items. */
export const listSize: Rule = ({ kind, back }) => {
  if (kind !== 'list_recall') return undefined
  const count = itemsOf(back).length
  return count < 2 || count > 6 || back.includes(';')
    ? reason('list_size', 'A list to recall has two to six items.')
    : undefined
}

/** A cloze has one short gap with enough around it. */
export const clozeGap: Rule = ({ kind, front, back }) => {
  if (kind !== 'cloze') return undefined
  if ((front.match(gap) ?? []).length !== 1) return reason('gap_count', 'A cloze has exactly one gap.')
  if (wordCount(back) > 4) return reason('gap_too_long', 'The gap holds more than four words.')
  return wordCount(front.replace(gap, ' ')) < 5
    ? reason('little_context', 'There is too little left around the gap.')
    : undefined
}
