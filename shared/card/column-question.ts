import { capitalise, wordCount } from '../basics/text.ts'
import type { Respect, TableRowName } from '../fact/fact.ts'
import { lowerStart } from '../english/lower-start.ts'
import { thirdPersonBase } from '../english/verbs.ts'
import { placed } from './place-of-term.ts'
import { be, does } from './wording.ts'

type Named = Extract<Respect, { readonly kind: 'named' }>
type Compared = Extract<Respect, { readonly kind: 'compared' }>

/** One side of a row that compares two things: "What is the storage of a plough anchor?" */
export function comparedQuestion({ name }: Compared, spoken: string): string {
  return `What ${be(name)} the ${name} ${linkOf(name, spoken)} ${spoken}?`
}

/** A column heading, or a label, as a question about the row. */
export function columnQuestion(respect: Named, fact: Asked): string {
  return placed(respect.row?.lead ?? '', bareQuestion(respect, fact))
}

interface Asked {
  readonly term: string
  readonly spoken: string
}

function bareQuestion({ name, row, asks }: Named, { term, spoken }: Asked): string {
  if (asks !== undefined) return `${capitalise(asks)}?`
  const subject = subjectOf(row, term, spoken)
  const answers = /^(\p{L}+) (?:it|they) (\p{L}+)$/u.exec(name)
  if (answers?.[1] !== undefined && answers[2] !== undefined)
    return `Which ${answers[1]} ${does(spoken)} ${subject} ${thirdPersonBase(answers[2]) ?? answers[2]}?`
  if (/^what (?:is|are)\s/i.test(name)) return `${capitalise(name)} ${rowPlace(row, term, subject)}?`
  return `What ${be(name)} ${/^\S+['’]s\s/.test(name) ? '' : 'the '}${name} ${linkOf(name, term)} ${subject}?`
}

/** The row inside a sentence: as its table says it, as the note says its term, or in quotes. */
function subjectOf(row: TableRowName | null, term: string, spoken: string): string {
  if (row !== null && row.said !== '') return row.said
  if (row !== null && row.called !== '') return row.called
  if (isNounPhrase(term)) return spoken
  if (row !== null && row.name !== '' && isDescribing(term)) return `the ${row.name} “${term}”`
  return isDescribing(term) ? quoted(term) : lowerStart(spoken)
}

/** "at the browser level of caching", "in the transport layer", "for threads". */
function rowPlace(row: TableRowName | null, term: string, subject: string): string {
  if (row === null || row.place === '') return `for ${subject}`
  const link = /^(?:level|stage)$/.test(row.name) ? 'at' : 'in'
  return `${link} the ${lowerStart(term)} ${row.name} of ${lowerStart(row.place)}`
}

const quoted = (term: string): string => (/^`[^`]+`$/.test(term) ? term : `“${term}”`)

/** The preposition that a column's noun takes before what it belongs to. */
function linkOf(column: string, term: string): string {
  const noun = column.split(' ').at(-1) ?? ''
  if (/\b(?:of|for|in|to|on|with)\b/.test(column)) return 'for'
  if (/^(?:defen[cs]e|protection|countermeasure|mitigation)s?$/.test(noun)) return 'against'
  const isFor =
    /^(?:remedy|remedies|cure|fix|fixes|treatment|tool|tools|solution|replacement|command|syntax|default|reason)$/
  return isFor.test(noun) || /\s(?:of|for|in|with)\s/.test(term) ? 'for' : 'of'
}

/** True for a first cell that can stand in a sentence: a noun, not "Vertical", "Read-through" or a long phrase. */
export function isNounPhrase(term: string): boolean {
  if (/^`[^`]+`$/.test(term)) return true
  return (
    wordCount(term) <= 4 &&
    !/\s(?:of|in|for|with|on|to|by|from|at|per|that|which|when|and|or)\s/.test(term) &&
    !isDescribing(term)
  )
}

/** "Vertical", "Read-through": words that describe a noun which is not there. */
function isDescribing(term: string): boolean {
  if (/^(?:An?|The|All|Every)\s/.test(term)) return false
  const last = term.split(' ').at(-1) ?? ''
  return /-/.test(last) || /(?:al|ar|ic|ive|able|ed|ous|less|ful)$/.test(last)
}
