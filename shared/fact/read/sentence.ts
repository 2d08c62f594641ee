import { capitalise, normaliseTerm, upTo, wordCount } from '../../basics/text.ts'
import { isTerm } from '../../english/is-term.ts'
import { isPlural } from '../../english/nouns.ts'
import { startsWithPast, startsWithVerb } from '../../english/predicates.ts'
import { type Clause, readClause } from '../../english/read-clause.ts'
import { splitSentences } from '../../english/sentences.ts'
import { shapeOf } from '../../english/shape.ts'
import { standsAlone, withoutJoint } from '../../english/stands-alone.ts'
import { isPickedOut, isShell, leansOnShell, standsForAnother } from '../../english/subjects.ts'
import type { KeyTerms } from './key-terms.ts'
import { isAboutTheDocument } from './subject.ts'
import type { Statement } from './statement.ts'

/** A sentence of running text that is understood by itself, cut at its main verb. */
export interface Sentence {
  /** Without its final dot and without what joins it to the sentence before. */
  readonly text: string
  /** The topic that stands before the sentence, because it speaks of it as "it" or leaves it out: "Glycolysis: "; or ''. */
  readonly lead: string
  readonly clause: Clause
  /** The subject without its article and what is told beside it. */
  readonly subject: string
  readonly statement: Statement
  readonly terms: KeyTerms
}

/** Sentences of a line that are asked; a book in one paragraph is read no further. */
export const most = 40

/** What a line tells, without the term that it explains. */
export const toldText = (statement: Statement): string =>
  statement.label === '' ? statement.full : statement.text

/** The sentences of a line that stand by themselves, or do so behind their topic. */
export function readSentences(statement: Statement, terms: KeyTerms): Sentence[] {
  const all = splitSentences(toldText(statement)).slice(0, most)
  let spoken = ''
  return all.flatMap((raw, at): Sentence[] => {
    const heard = spoken
    spoken = ''
    if (/[?:：]$/.test(raw) || /^(?:and|or|but|so)\s/.test(raw)) return []
    const whole = withoutJoint(raw)
    if (!standsAlone(capitalise(trimDot(whole)))) return []
    const found = named(whole, heard) ?? leaned(whole, topicFor(statement, at))
    const clause = found === undefined ? undefined : readClause(found.text)
    if (found === undefined || clause === undefined) return []
    const subject = bareSubject(clause.subject)
    const isLed =
      /^(?:When|Whenever|If|Once|As)\s/.test(clause.opening) && /^(?:it|they)$/.test(clause.subject)
    if (found.lead === '' && !isLed && !isSubject(clause, subject, { all, at, terms })) return []
    if (leansOnShell(`${clause.opening} ${clause.subject.replace(/^The /, '')} ${clause.rest}`)) return []
    // "Analyse responses to …": an order, or a deed without its doer.
    if (found.lead === '' && /^(?:imperative|past|third)$/.test(shapeOf(found.text))) return []
    if (wordCount(subject) <= 4 && terms.marked.has(normaliseTerm(subject))) spoken = clause.subject
    return [{ text: trimDot(found.text), lead: found.lead, clause, subject, statement, terms }]
  })
}

const trimDot = (text: string): string => text.replace(/[.!。\s]+$/, '')

const bareSubject = (subject: string): string =>
  upTo(subject, /,\s/)
    .replace(/^(?:an?|the)\s+/i, '')
    .replace(/[,;]$/, '')

/** A sentence that names its subject; "It …" goes on about the subject of the sentence before. */
function named(whole: string, spoken: string): { text: string; lead: string } | undefined {
  if (leaning.test(whole)) {
    const rest = /^(?:It|They)\s+(.+)$/.exec(whole)?.[1]
    if (expletive.test(whole)) return undefined
    const alike = /^It\s/.test(whole) ? !isPlural(spoken) : isPlural(spoken)
    return rest !== undefined && spoken !== '' && alike ? { text: `${spoken} ${rest}`, lead: '' } : undefined
  }
  if (startsWithVerb(whole) || startsWithPast(whole)) return undefined
  return { text: capitalise(whole), lead: '' }
}

/** "It is important to …", "It can be seen that …": nothing that was named does it. */
const expletive =
  /^It\s+(?:(?:is|was|can be|may be|has been)\s+(?:also |often |usually |not |very )*(?:\p{L}+\s+(?:to|that|whether|if|when|how|for)\b|because\b)|takes\b|seems\b|appears\b|follows\b|turns out\b|depends\b)/iu

const leaning = /^(?:It|They)(?:['’]s|['’]re)?\s/

/** "It lets one thread enter" or "Lets one thread enter" below a topic: the topic is put before it. */
function leaned(whole: string, topic: string): { text: string; lead: string } | undefined {
  if (topic === '' || expletive.test(whole)) return undefined
  const many = isPlural(topic)
  if (leaning.test(whole))
    return whole.startsWith('They') === many ? { text: whole, lead: `${topic}: ` } : undefined
  if (!startsWithVerb(whole)) return undefined
  const isMany = /^(?:are|were|have)\s/i.test(whole)
  return isMany === many || /^(?:can|cannot|must)\s/i.test(whole)
    ? { text: `${many ? 'They' : 'It'} ${lowerStart(whole)}`, lead: `${topic}: ` }
    : undefined
}

const lowerStart = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** The topic that a line stands below, as it is put before its sentences; nothing for a later sentence, whose "it" is another thing. */
export function topicFor(statement: Statement, at: number): string {
  if (at > 0) return ''
  const topic = statement.label !== '' ? statement.label : statement.subject
  return topic !== '' && wordCount(topic) <= 5 && isTerm(topic) && !isAboutTheDocument(topic) ? topic : ''
}

interface Around {
  readonly all: readonly string[]
  readonly at: number
  readonly terms: KeyTerms
}

/** A subject that says by itself what it is: no pronoun, no "some", no thing of the sentence before. */
function isSubject(clause: Clause, subject: string, around: Around): boolean {
  if (subject === '' || wordCount(clause.subject) > 14) return false
  if (standsForAnother(clause.subject) || isAboutTheDocument(subject)) return false
  if (!/^the\s/i.test(clause.subject)) return true
  // "the process" is the one told of before; "the process by which …" says which.
  if (isPickedOut(subject) || around.terms.marked.has(normaliseTerm(subject))) return true
  if (isShell(subject)) return false
  const word = subject.toLowerCase()
  return !around.all.slice(0, around.at).some((earlier) => earlier.toLowerCase().includes(word))
}
