import { wordCount } from '../../basics/text.ts'
import { readClause } from '../../english/read-clause.ts'
import { baseOfThird } from '../../english/verbs-only.ts'
import type { Draft } from '../fact.ts'
import type { Sentence } from '../read/sentence.ts'
import { inSentence } from './sentence-term.ts'

/** Two things and the point in which they differ: "Unlike X, Y …", "X …, whereas Y …". */
export function fromSentenceContrast(sentence: Sentence): Draft[] {
  return sentence.lead === '' ? [...unlike(sentence), ...whereas(sentence)] : []
}

function unlike(sentence: Sentence): Draft[] {
  const { clause, subject } = sentence
  const other = /^(?:Unlike|In contrast to|As opposed to|Compared (?:to|with))\s+([^,]{2,40}),$/.exec(
    clause.opening,
  )?.[1]
  if (other === undefined || !isThing(other) || !isThing(subject)) return []
  return [
    {
      kind: 'comparison',
      term: inSentence(sentence, subject),
      other,
      statement: `${clause.verb} ${clause.rest}`,
    },
  ]
}

function whereas(sentence: Sentence): Draft[] {
  const { text, clause, subject } = sentence
  const found = /^(.+?),?\s+(?:whereas|while|but)\s+(.+)$/.exec(text)
  if (found?.[2] === undefined || clause.opening !== '' || wordCount(text) > 26) return []
  // "Augustine argues that X is real, while Y is not": both are what he argues.
  if (/^that\s/.test(clause.rest)) return []
  const second = readClause(`${found[2].charAt(0).toUpperCase()}${found[2].slice(1)}.`)
  if (second === undefined || second.opening !== '' || !found[0].includes(clause.verb)) return []
  const other = beforeVerb(second.subject, clause.verb).replace(/^(?:an?|the)\s+/i, (article) =>
    article.toLowerCase(),
  )
  const said = /^(?:An?|The)\s/.test(other) ? other : lower(found[2], other)
  // "Technical advances …, but said advances …": one thing, told twice.
  const head = subject.split(' ').at(-1) ?? ''
  if (new RegExp(String.raw`\b${head.replace(/[^\p{L}\p{N}-]/gu, '')}$`, 'iu').test(other)) return []
  return isThing(other) && isThing(subject)
    ? [{ kind: 'comparison', term: inSentence(sentence, subject), other: said, statement: text }]
    : []
}

/** Both halves say what their subjects do: "reflectors use mirrors" has the verb of "refractors use lenses" for its own. */
function beforeVerb(subject: string, verb: string): string {
  const words = subject.split(' ')
  const last = words.at(-1) ?? ''
  return words.length > 1 && baseOf(last) === baseOf(verb) ? words.slice(0, -1).join(' ') : subject
}

const baseOf = (verb: string): string => baseOfThird(verb) ?? verb

/** The other thing as the sentence writes it, which is no capital. */
const lower = (half: string, other: string): string => half.slice(0, other.length)

const isThing = (words: string): boolean =>
  wordCount(words) <= 4 &&
  !/^(?:it|they|he|she|this|that|these|those|we|you|there|both|all|none|people|neither|others?|some|most|many|one|the (?:other|former|latter))\b/i.test(
    words,
  )
