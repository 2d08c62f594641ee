import { stripEmoji } from '../note/clean-text.ts'
import { wordCount } from '../basics/text.ts'
import { type Rule, reason, withoutCode } from './lint-rule.ts'

/** An answer holds one fact. */
export const atomic: Rule = ({ back }) => {
  const bare = withoutCode(back.replace(/\$\$[^$]*\$\$/g, ' '))
  const many =
    /[.;!?]\s+[A-Z]/.test(bare) ||
    hasParagraphs(back) ||
    bare.split(/\n|;/).filter((item) => item.trim() !== '').length > 3
  return many ? reason('several_facts', 'The answer holds more than one fact; split it.') : undefined
}

/** Two paragraphs of words below each other; lists, code and formulas are part of what is said above them. */
function hasParagraphs(text: string): boolean {
  const isWords = (part: string): boolean => !/^\s*(?:```|\$\$|[-*|]|\d+[.)])/.test(part)
  const parts = text.split(/\n{2,}/)
  return parts.some((part, i) => i > 0 && isWords(part) && isWords(parts[i - 1] ?? ''))
}

/** A question stays short. */
export const shortQuestion: Rule = ({ front }) =>
  wordCount(withoutCode(front)) > 30
    ? reason('question_too_long', 'The question has more than 30 words.')
    : undefined

/** Question and answer stay short. */
export const length: Rule = (card, context) =>
  shortQuestion(card, context) ??
  (wordCount(card.back) > (context.abroad === true ? longestAbroad : 20)
    ? reason('answer_too_long', 'The answer has more than 20 words.')
    : undefined)

/** Languages that put an article or a preposition where English puts none need more words for the same. */
const longestAbroad = 24

/** A question asks, and says no word twice. */
export const wellFormed: Rule = ({ front }) => {
  const asks =
    /[?:.]\s*$/.test(front) &&
    /\b(?:what|which|how|why|when|where|who|whose|whom|name|list|give|define|explain|for which|in which)\b/i.test(
      front,
    )
  const doubled = /\b(\p{L}{2,})\s+\1\b/iu.test(withoutCode(front))
  return asks && !doubled ? undefined : reason('not_a_question', 'The question is not well formed.')
}

/** No markup, emoji, numbering or dangling sign is left. */
export const residue: Rule = ({ front, back }) => {
  const text = `${front}\n${back}`
  // A German quotation closes with the sign that opens an English one.
  const bare = withoutCode(text).replace(/„[^“”„]*[“”]/g, ' ')
  if (
    /\*\*(?![\p{L}_])|(?<=\S)\*\*(?=[\s.,:;)]|$)|^#+ |\]\(|https?:\/\/|^\s*[-*•·]\s|^\d+[.)]\s|Challenge \d+/mu.test(
      text,
    ) ||
    text.split('\n').some((line) => stripEmoji(line) !== line.replace(/ {2,}/g, ' ').trim())
  )
    return reason('residue', 'Markup, emoji, numbering or a link is left in the card.')
  if (
    /[–—:→-]\s*\??$/.test(front.trim()) ||
    /[\p{L}\d].*[,:;–—]$|\s(?:and|or|with|to|of|the|a|an|for|by|from|into|in)$/su.test(back.trim())
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

/** A picture of a written card cannot be shown yet: without it the card asks nothing. */
export const pictured: Rule = ({ front, back }) =>
  /!\[[^\]\n]*\]\(<[^>\n]*>\)/.test(withoutCode(`${front}\n${back}`))
    ? reason('picture', 'Its picture cannot be shown.')
    : undefined

/** What an author wrote stays as it is; only a side that was cut off is doubted. */
export const cutOff: Rule = ({ back }) =>
  /[,:–—]$|\s(?:and|or|the|an?)$/.test(withoutCode(back).trim())
    ? reason('dangling', 'The card ends in a dangling separator.')
    : undefined
