import { grammars } from './grammar.ts'
import { type Tongue, isFramed } from './language.ts'
import { lengthInWords, sharesWord, wordsOf } from './words-of.ts'

/** The innermost heading that says what a term belongs to, without giving it away; '' where none does. */
export function headingTopic(headings: readonly string[], term: string, tongue: Tongue): string {
  for (const heading of headings.toReversed()) {
    const topic = heading
      .replace(/\s*[([].*$/u, '')
      .replace(/^\d+(?:\.\d+)*[.)]?\s+/, '')
      .replace(/[\s:：.?？]+$/u, '')
      .trim()
    if (/\p{L}/u.test(topic) && isTopic(topic, tongue) && !sharesWord(topic, term)) return topic
  }
  return ''
}

function isTopic(topic: string, tongue: Tongue): boolean {
  if (topic.length > 48 || lengthInWords(topic) > 7 || /[$|=^]|\\/.test(topic)) return false
  if (!isFramed(tongue)) return true
  const words = wordsOf(topic)
  const { parts, leaning } = grammars[tongue]
  return words[0] !== undefined && !leaning.has(words[0]) && !(words.length <= 2 && parts.has(words[0]))
}
