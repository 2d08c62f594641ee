import { capitalise, upTo, wordCount } from '../../basics/text.ts'
import { labelKind } from '../../english/labels.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { isTerm } from '../../english/is-term.ts'
import { isPlural } from '../../english/nouns.ts'
import { startsWithPast, startsWithVerb } from '../../english/predicates.ts'
import { type Clause, readClause } from '../../english/read-clause.ts'
import { splitSentences } from '../../english/sentences.ts'
import { shapeOf } from '../../english/shape.ts'
import { standsAlone, withoutJoint } from '../../english/stands-alone.ts'
import { isPickedOut, isShell, leansOnShell, standsForAnother } from '../../english/subjects.ts'
import { isAdverb, isPreposition, opensClause } from '../../english/word-classes.ts'
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
    const whole = withoutRemark(withoutJoint(raw))
    if (!standsAlone(capitalise(trimDot(whole)))) return []
    const found = named(whole, heard) ?? leaned(whole, topicFor(statement, at))
    const clause = found === undefined ? undefined : readClause(found.text)
    if (found === undefined || clause === undefined) return []
    const subject = bareSubject(clause.subject)
    const isPronoun = /^(?:it|they)$/.test(clause.subject)
    const isLed =
      /^(?:When|Whenever|If|Once|As|Because|Since|In order for|For .+ to)\s/.test(clause.opening) && isPronoun
    const lead = found.lead !== '' ? found.lead : leadOf(clause, subject, topicFor(statement, at))
    const isThere = /^there$/i.test(clause.subject) && /\b(?:because|since|due to)\b/.test(clause.rest)
    if (lead === '' && !isLed && !isThere && !isSubject(clause, subject, { all, at, terms })) return []
    if (leansOnShell(`${clause.opening} ${clause.subject.replace(/^The /, '')}, ${clause.rest}`)) return []
    // "Analyse responses to …": an order, or a deed without its doer.
    const shape = shapeOf(found.text)
    if (lead === '' && (/^(?:imperative|third)$/.test(shape) || (shape === 'past' && !isDescribed(clause))))
      return []
    if (wordCount(subject) <= 4 && terms.isMarked(subject)) spoken = clause.subject
    return [{ text: trimDot(found.text), lead, clause, subject, statement, terms }]
  })
}

/** "The effect …", "Because it is public, it …" below a topic: the topic says whose. */
function leadOf({ opening, subject }: Clause, bare: string, topic: string): string {
  if (topic === '') return ''
  const isReasonFirst = /^(?:Because|Since) (?:it|they)\s/.test(opening) && /^(?:it|they)$/.test(subject)
  const isWhose = /^The \p{Ll}+$/u.test(subject) && isShell(bare) && !isPlural(bare)
  return isReasonFirst || isWhose ? `${topic}: ` : ''
}

/** "Increased pressure raises …": the participle describes a subject that has its own verb. */
const isDescribed = ({ subject, form }: Clause): boolean =>
  (form === 'auxiliary' || form === 'third') && / /.test(subject) && !/\b(?:and|or|the|an?)\b/.test(subject)

/** "…, which is bad for our health": what the writer adds of themselves goes. */
const withoutRemark = (whole: string): string =>
  isPersonal(whole) ? upTo(whole, /,?\s(?:which|who)\s/) : whole

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
  if (startsWithVerb(whole) || startsWithPast(whole) || isOrder(whole)) return undefined
  return { text: capitalise(whole), lead: '' }
}

/** "Preheat the oven": a word before an article that is no preposition orders something. */
function isOrder(whole: string): boolean {
  const first = /^(\p{Lu}\p{Ll}+) (?:the|an?|your) /u.exec(whole)?.[1]?.toLowerCase()
  return (
    first !== undefined &&
    !isPreposition(first) &&
    !opensClause(first) &&
    !isAdverb(first) &&
    !beforeArticle.test(first)
  )
}

const beforeArticle =
  /^(?:all|another|because|both|either|half|is|are|neither|not|only|quite|such|that|this|twice|what|with)$/

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
  const topic = topicAbove(statement)
  return topic !== '' &&
    wordCount(topic) <= 5 &&
    isTerm(topic) &&
    !isPartOfText(topic) &&
    !isAboutTheDocument(topic)
    ? topic
    : ''
}

/** "Assignment 1", "very competitive": a part of the note or a remark, no topic. */
export const isPartOfText = (topic: string): boolean => partOfText.test(topic)

const partOfText =
  /^(?:something|someone|anything|anyone|what|who)\s|^(?:very|so|too|more|most|not|quite|rather)\s|^(?:appendix|assignment|chapter|class|day|homework|lab|lecture|lesson|module|note|part|q|question|reading|section|session|slide|step|unit|week)s?\s?#?\d/i

/** The label of a line, else the line that introduces its list, else the heading. */
function topicAbove({ label, leadIn, subject }: Statement): string {
  if (label !== '' && labelKind(label) === 'term') return label
  const introduced = /^(\p{L}[^.,;]{1,40}?)\s*[:：]$/u.exec(leadIn)?.[1] ?? ''
  return introduced !== '' &&
    labelKind(introduced) === 'term' &&
    shapeOf(introduced) === 'noun' &&
    wordCount(introduced) <= 4
    ? introduced
    : subject
}

interface Around {
  readonly all: readonly string[]
  readonly at: number
  readonly terms: KeyTerms
}

/** "says that wars occur": a deed whose doer stands elsewhere. */
const reports =
  /^(?:suppose|assume|let|consider|imagine|recall|no need)\b|^(?:says?|explains?|argues?|claims?|believes?|states?|thinks?|holds?|shows?|means?) (?:that|why|how|what|if)\b/i

/** A subject that says by itself what it is: no pronoun, no "some", no thing of the sentence before. */
function isSubject(clause: Clause, subject: string, around: Around): boolean {
  if (subject === '' || wordCount(clause.subject) > 18) return false
  // "A participant in a sport" is any of a kind, "the participants" are those of a course.
  if ((isAboutTheDocument(subject) && !/^an? /i.test(clause.subject)) || reports.test(clause.subject))
    return false
  // "Each attribute of a tuple", "all mammals": every one of a kind that is named.
  const whole = /^(?:each|every|all|any|most) (?!of\b|the\b|these\b|those\b|one\b)(.+)$/i.exec(
    clause.subject,
  )?.[1]
  if (whole !== undefined) return !isShell(whole) && !standsForAnother(whole)
  if (standsForAnother(clause.subject)) return false
  if (!/^the\s/i.test(clause.subject)) return true
  // "the process" is the one told of before; "the process by which …" says which.
  if (isPickedOut(subject) || around.terms.isMarked(subject)) return true
  if (isShell(subject)) return false
  const word = subject.toLowerCase()
  return !around.all.slice(0, around.at).some((earlier) => earlier.toLowerCase().includes(word))
}
