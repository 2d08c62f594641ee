import { wordCount } from '../../basics/text.ts'
import { isPlural } from '../../english/nouns.ts'
import { trimEnd } from '../../english/phrase.ts'
import { relationOf } from '../../english/relations.ts'
import { splitSentences } from '../../english/sentences.ts'
import { isTerm } from '../../english/is-term.ts'
import type { Draft } from '../fact.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import type { Statement } from '../read/statement.ts'

/**
 * "The best initial test is TSH", "adenomas are the most common causes": a superlative picks one thing out, and the heading
 * says of what.
 */
export function fromSuperlative({ label, full, subject, whole, section }: Statement): Draft[] {
  const topic = whole === '' ? subject : whole
  if (label !== '' || section === 'trouble' || section === 'practice') return []
  if (topic === '' || !isTerm(topic) || wordCount(topic) > 6 || isAboutTheDocument(topic)) return []
  const sentence = trimEnd(splitSentences(full)[0] ?? '').replace(
    /,\s(?:but|and|so|which|although|though)\s.*$/,
    '',
  )
  const [, first = '', told = ''] = named.exec(sentence) ?? []
  const [, subjectOfIt = '', last = ''] = naming.exec(sentence) ?? []
  const picked = first === '' ? last : first
  const statement = first === '' ? subjectOfIt : told
  const relation = relationOf(picked)
  if (relation?.qualified !== true || !answers(statement, relation.many)) return []
  if (topic.toLowerCase().includes(relation.noun)) return []
  const respect = { kind: 'named', name: relation.words, row: null } as const
  return [{ kind: 'aspect', term: topic, respect, statement }]
}

const pick = String.raw`(?:best|main|chief|commonest|first-line|only|usual|typical|primary|(?:most|least)\s\p{L}+|\p{L}{3,}est)`
const named = new RegExp(
  String.raw`^(?:the\s)?(${pick}\s[\p{L} -]{3,40}?)\s(?:is|are|was|were)\s(.{2,120})$`,
  'iu',
)
const naming = new RegExp(
  String.raw`^(.{2,80}?)\s(?:is|are|was|were)\sthe\s(${pick}\s[\p{L} -]{3,40})$`,
  'iu',
)

/** A short name or two, in the number of what is asked for; no pronoun, no clause. */
const answers = (statement: string, many: boolean): boolean =>
  wordCount(statement) <= 10 &&
  !/^(?:it|this|that|these|they|he|she|there|not|often|usually|to)\b|\b(?:which|who|because|if|when)\b/i.test(
    statement,
  ) &&
  (!many || isPlural(statement) || /\s(?:and|or)\s|[,/]/.test(statement))
