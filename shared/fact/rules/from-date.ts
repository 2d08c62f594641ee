import { wordCount } from '../../basics/text.ts'
import { hasFinite, isClause } from '../../english/clause.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { trimEnd } from '../../english/phrase.ts'
import { isPresentClause } from '../../english/present-clause.ts'
import { isPast, shapeOf } from '../../english/shape.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import { isDay } from '../../english/dates.ts'
import { splitSentences } from '../../english/sentences.ts'
import type { Draft } from '../fact.ts'
import type { Statement } from '../read/statement.ts'

const year = String.raw`(?:(?:c(?:a|irca)?\.? ?)\d{3,4}|\d{3,4} ?(?:BCE?|CE|AD)|[3-9]\d\d(?= [A-Z]|$)|1\d\d\d|20[0-2]\d)(?: ?(?:BCE?|CE|AD))?`
/** "1492", "June 1944", "c. 300 BC"; a day of a log ("2024-03-01") is none. */
const dateOnly = new RegExp(String.raw`^(?:\p{Lu}\p{Ll}{2,8} )?${year}$`, 'u')

/** "1492 – Columbus reaches America" in a line of its own. */
export function fromDate(statement: Statement): Draft[] {
  if (statement.section === 'practice' || statement.section === 'trouble') return []
  return dateDrafts(statement.label, statement.text)
}

/** What happened in a year asks for the year: a year holds many events, an event has one year. */
export function dateDrafts(date: string, told: string): Draft[] {
  const when = date.trim()
  if (isDay(when)) return dayDrafts(when, trimEnd(splitSentences(told)[0] ?? ''))
  const event = trimEnd(told)
  if (!dateOnly.test(when) || !tellsEvent(event)) return []
  const hidden = /\d{3,4}(?: ?(?:BCE?|CE|AD))?$/.exec(when)?.[0] ?? when
  const month = when.slice(0, when.length - hidden.length)
  const [before, after] = isSentence(event)
    ? [`In ${month}`, `, ${startSmall(event)}`]
    : [month, `: ${event}`]
  const sentence = [
    { kind: 'text', text: before },
    { kind: 'gap', text: hidden },
    { kind: 'text', text: after },
  ] as const
  return [{ kind: 'cloze', by: 'number', term: nameOf(event), sentence, hidden: [hidden] }]
}

/** "On 23rd October 1962, Castro replied …" asks for the whole day: its year alone is guessed. */
function dayDrafts(day: string, event: string): Draft[] {
  if (!tellsEvent(event) || !isSentence(event)) return []
  const sentence = [
    { kind: 'text', text: 'On ' },
    { kind: 'gap', text: day },
    { kind: 'text', text: `, ${startSmall(event)}` },
  ] as const
  return [{ kind: 'cloze', by: 'number', term: nameOf(event), sentence, hidden: [day] }]
}

/** Something that happened, in which no other year is told; no doing of the author. */
const tellsEvent = (event: string): boolean =>
  wordCount(event) >= 3 &&
  wordCount(event) <= 22 &&
  !/\b\d{4}\b|[?:;]|https?/.test(event) &&
  !isPersonal(event) &&
  !isAboutTheDocument(event) &&
  !isPast(event) &&
  shapeOf(event) !== 'gerund' &&
  shapeOf(event) !== 'imperative'

const isSentence = (event: string): boolean => hasFinite(event) || isClause(event) || isPresentClause(event)

/** "The Senate …" goes on small after its date; names do not. */
const startSmall = (event: string): string =>
  /^(?:The|A|An|His|Her|Its|Their|All|Most|Many|Some|Two|Three|Four|Five)\s/.test(event)
    ? event.charAt(0).toLowerCase() + event.slice(1)
    : event

/** The event's first words up to its verb would need a parser; the whole sentence names it. */
const nameOf = (event: string): string => event.split(' ').slice(0, 5).join(' ')
