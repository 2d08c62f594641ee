import { normaliseTerm, wordCount } from '../basics/text.ts'

/** "CI is a practice …" under the term "CI": the repeated subject goes. Undefined when it is not repeated. */
export function dropRepeatedSubject(term: string, text: string): string | undefined {
  const found =
    /^(?:the\s+|an?\s+)?(.{2,70}?)\s+(?:is|are|refers? to|means?|describes?|stands for)\s+(.+)$/i.exec(text)
  if (found?.[1] === undefined || found[2] === undefined) return undefined
  const subject = normaliseTerm(found[1])
  const short = term.replace(/^.*\(([^)]+)\)/, '$1')
  return subject === normaliseTerm(term) ||
    subject === normaliseTerm(short) ||
    (subject === 'it' && wordCount(found[1]) === 1)
    ? found[2]
    : undefined
}
