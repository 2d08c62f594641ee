import { isFunctionWord, remembering } from '../basics/text.ts'
import { firstWord } from './phrase.ts'
import { baseVerb } from './verbs.ts'

/** The sentences of a text. Dots in code, numbers, names and common abbreviations do not end one. */
export const splitSentences = remembering((text): readonly string[] => {
  if (!/[.!?。！？]/.test(text)) return text.trim() === '' ? [] : splitGlued(text.trim())
  const out: string[] = []
  let code = false
  let from = 0
  const { length } = text
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === backtick) code = !code
    // Letters end nothing: most signs of a text are done with here.
    if (code || (unit > 63 && unit < 0x3000)) continue
    const sign = text[i]
    if (sign === '。' || sign === '！' || sign === '？') {
      out.push(text.slice(from, i + 1).trim())
      from = i + 1
    } else if (
      (sign === '.' || sign === '!' || sign === '?') &&
      // "Values. eg. The price …": an example begins there, whatever its letter.
      /^["'”’)]?\s+(?:["'“(`]?[\p{Lu}\d`]|e\.?g\b|i\.?e\b)/u.test(text.slice(i + 1, i + 6))
    ) {
      const before = text.slice(Math.max(from, i - 6), i)
      if (/(?:^|[\s(])(?:e\.?g|i\.?e|etc|vs|cf|Mr|Ms|Dr|St|No|Fig|approx|Pvt|[A-Z])$/i.test(before)) continue
      // "D.M. Entertainment": initials go on to a name, not to "The".
      if (
        /(?:^|[\s(])(?:[A-Z]\.)+[A-Z]$/.test(before) &&
        !isFunctionWord(firstWord(text.slice(i + 1).trim()))
      )
        continue
      out.push(text.slice(from, i + 1).trim())
      from = i + 1
    }
  }
  out.push(text.slice(from).trim())
  return out.filter((sentence) => sentence !== '').flatMap(splitGlued)
})

const backtick = 96

/** Orders written one a line and joined to a paragraph: "Keep functions small Document complex logic". */
function splitGlued(sentence: string): string[] {
  if (baseVerb(firstWord(sentence)) === undefined || !/\p{Ll}\s\p{Lu}\p{Ll}/u.test(sentence))
    return [sentence]
  const words = sentence.split(' ')
  const starts = words.flatMap((word, i) => (startsOrder(words, i) ? [i] : []))
  return [0, ...starts].map((from, n) => words.slice(from, starts[n] ?? words.length).join(' '))
}

/** "Validate" after a word in lower case and before another begins a new order; "Use Case" and names do not. */
function startsOrder(words: readonly string[], i: number): boolean {
  const word = words[i] ?? ''
  return (
    i >= 3 &&
    /^\p{Lu}\p{Ll}+$/u.test(word) &&
    (baseVerb(word) !== undefined || /^(?:Always|Never|Regularly)$/.test(word)) &&
    /^\p{Ll}[\p{L}-]*\)?$/u.test(words[i - 1] ?? '') &&
    !/^(?:an?|and|as|at|by|for|from|in|into|of|on|or|the|to|via|when|with|your)$/.test(words[i - 1] ?? '') &&
    /^[\p{Ll}`]/u.test(words[i + 1] ?? '') &&
    words.length - i >= 3
  )
}
