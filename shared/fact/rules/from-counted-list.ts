import { singular, upTo, wordCount } from '../../basics/text.ts'
import { countWords } from '../../english/counts-items.ts'
import { isClause } from '../../english/clause.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { lowerTitle } from '../../english/title-case.ts'
import { lowerStart } from '../../english/lower-start.ts'
import { isPlural } from '../../english/nouns.ts'
import { firstWord, trimEnd } from '../../english/phrase.ts'
import { baseVerb } from '../../english/verbs.ts'
import { isPreposition } from '../../english/word-classes.ts'
import { splitSentences } from '../../english/sentences.ts'
import type { Draft } from '../fact.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import type { Statement } from '../read/statement.ts'
import { itemText } from './from-list.ts'

/** "The mind has three parts", and three points below it: the note itself counts the set. */
export function fromCountedList(statement: Statement): Draft[] {
  if (statement.label !== '' && statement.items.length === 0) return fromCountedLabel(statement)
  const { items, label, full, subject, section } = statement
  if (
    countWords[items.length] === undefined ||
    label !== '' ||
    section === 'trouble' ||
    section === 'practice'
  )
    return []
  const sentence = trimEnd(splitSentences(full).at(-1) ?? '')
  if (sentence.endsWith('?') || isPersonal(sentence) || isAboutTheDocument(sentence)) return []
  const named = counted[items.length]?.exec(sentence)
  const [, members = '', complement = ''] = named ?? []
  if (members === '' || !isPlural(members) || open.test(members) || isPreposition(firstWord(members)))
    return []
  const whole = complementOf(complement, subject, members)
  const told = items.map(itemText).map(trimEnd)
  if (whole === undefined || told.some((item) => item === '' || wordCount(item) > 9 || isClause(item)))
    return []
  if (new Set(told).size < told.length) return []
  const words = `${members.toLowerCase()}${whole}`
  const term = subject === '' ? lowerStart(whole.trim().replace(/^\S+\s+(?:an?\s|the\s)?/i, '')) : subject
  const lines = [...statement.lines, ...items.flatMap((item) => item.lines)]
  return [{ kind: 'list', term, cue: { kind: 'introduced', words }, items: told, lines }]
}

/** "Four factors of production – land, labour, capital and enterprise": the label counts what the line names. */
function fromCountedLabel({ label, text, subject }: Statement): Draft[] {
  const [, count = '', kind = ''] =
    /^(?:the )?(two|three|four|five|six|[2-6]) (.{3,60})$/i.exec(trimEnd(label)) ?? []
  const items = trimEnd(text)
    .split(/,\s*(?:and\s+|or\s+)?|\s+and\s+/)
    .map(trimEnd)
  const head = upTo(kind, /\s(?:of|for|in|to|that|which|on|by|from|at|with)\s/)
  if (countWords[items.length] !== count.toLowerCase() && String(items.length) !== count) return []
  if (!isPlural(head) || open.test(head) || /[.;:()]/.test(text)) return []
  if (items.some((item) => item === '' || wordCount(item) > 5 || isClause(item))) return []
  const words = lowerTitle(kind).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
  const term = kind === head ? (subject === '' ? kind : subject) : kind
  return [{ kind: 'list', term, cue: { kind: 'introduced', words, counted: true }, items }]
}

/** "ACID (Atomicity, Consistency, Isolation, Durability): four guarantees of a transaction": the brackets name what is counted. */
export function fromCountedBrackets(label: string, text: string, term: string): Draft[] {
  const inside = /\(([^()]{3,120})\)\s*$/.exec(label)?.[1] ?? ''
  const items = inside.split(/,\s*(?:and\s+)?|\s+and\s+/).map((item) => item.trim())
  const word = countWords[items.length]
  if (word === undefined || items.some((item) => item === '' || wordCount(item) > 4)) return []
  const [, kind] = new RegExp(`^(?:the )?(?:${word}|${items.length}) ([^,;.]{3,80})`, 'i').exec(text) ?? []
  const head = kind === undefined ? '' : upTo(kind, /\s(?:of|for|in|to|that|which|on|by|from|at|with)\s/)
  if (kind === undefined || !isPlural(head)) return []
  return [
    { kind: 'list', term, cue: { kind: 'introduced', words: `${kind} (${term})`, counted: true }, items },
  ]
}

/** "three main parts of the body", by the count of the items below. */
const counted = countWords.map((word, items) =>
  word === undefined
    ? undefined
    : new RegExp(
        String.raw`\b(?:${word}|${items}) ((?:[\p{Ll}-]+ ){0,3}?[\p{Ll}-]+s)(?=\s|$)( (?:of|for|in|between|to|[a-z]{3,}ed (?:by|for|from|in|on|to|with)) .+)?`,
        'iu',
      ),
)

/** "of human development"; else what the heading names, where the members can only be parts of something. */
function complementOf(complement: string, subject: string, members: string): string | undefined {
  const own = complement.replace(/\s+(?:are|is|as follows|which are|namely|include).*$/i, '')
  // "three details to get right": what one does with them is not what they are.
  if (own.startsWith(' to ') && baseVerb(firstWord(own.slice(4))) !== undefined) return undefined
  if (/\b(?:this|these|that|those|it|its|them|their|which|follow\w*)\b/i.test(own) || wordCount(own) > 7)
    return undefined
  if (own !== '') return own
  const last = (words: string): string => singular(words.toLowerCase().split(' ').at(-1) ?? '')
  if (subject === '' || !relational.test(members) || last(subject) === last(members)) return undefined
  return ` of ${lowerStart(subject)}`
}

/** Nouns of what always belongs to a whole. */
const relational =
  /(?:^|\s)(?:branches|categories|causes|chambers|characteristics|classes|components|conditions|divisions|duties|elements|forms|functions|kinds|laws|layers|levels|parts|phases|pillars|properties|requirements|roles|stages|steps|types)$/i

/** What is counted without being of one kind. */
const open =
  /^(?:\p{Ll}+ )*(?:days|examples|hours|items|lines|minutes|months|notes|ones|options|others|people|points|questions|sentences|things|times|topics|weeks|words|years)$/iu
