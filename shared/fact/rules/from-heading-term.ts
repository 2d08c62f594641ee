import { wordCount } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import { isDefiningPhrase } from '../../english/defining-phrase.ts'
import { impersonal } from '../../english/impersonal.ts'
import { tellsKindApart } from '../../english/label-words.ts'
import { firstWord, trimEnd } from '../../english/phrase.ts'
import { isPlural } from '../../english/nouns.ts'
import { shapeOf } from '../../english/shape.ts'
import { splitSentences } from '../../english/sentences.ts'
import { baseOfThird } from '../../english/verbs-only.ts'
import { thirdPersonBase } from '../../english/verbs.ts'
import type { Draft } from '../fact.ts'
import { kindOfHeadings } from '../read/kind-above.ts'
import { isAboutTheDocument, termOfHeading } from '../read/subject.ts'
import type { Statement } from '../read/statement.ts'
import { actsOnce } from './acts-once.ts'

/** A heading that names a thing, and what stands right below it: what the thing is, when it happens, what causes it. */
export function fromHeadingTerm(statement: Statement): Draft[] {
  const { opens, label, subject, section, path, listed, full, leadIn } = statement
  if (label !== '' || section === 'trouble' || section === 'practice') return []
  const heading = cleanHeading(path.at(-1) ?? '')
  if (!namesThing(subject) || isAboutTheDocument(heading) || !speaksOf(subject, heading)) return []
  const text = impersonal(trimEnd(splitSentences(full)[0] ?? ''))
  if (text === undefined || isAboutTheDocument(text) || text.toLowerCase().includes(subject.toLowerCase()))
    return []
  // In a list the first of many points is a definition only where it begins like one.
  const defines = listed ? beginsDefinition.test(text) : true
  // A point in small letters goes on with what stands before it.
  if (!opens) return listed && leadIn === '' && /^\p{Lu}/u.test(full) ? actsOnce(subject, text) : []
  const kind = tellsKindApart(subject) ? kindOfHeadings(path) : ''
  const term = kind === '' ? subject : `${subject} ${kind}`
  const told = text.replace(/^(?:denotes|describes|means|refers to)\s+(?=(?:an?|any|the)\s)/i, '')
  if (defines && isDefiningPhrase(subject, told)) return [{ kind: 'definition', term, statement: told }]
  const asked = actsOnce(term, text)
  return asked.length > 0 || listed ? asked : acts(term, text)
}

/** "Converts light into sugar" below "Photosynthesis". */
function acts(term: string, text: string): Draft[] {
  const base =
    shapeOf(text) === 'third' && !isPlural(term)
      ? (thirdPersonBase(firstWord(text)) ?? baseOfThird(firstWord(text).toLowerCase()))
      : undefined
  const object = text.slice(firstWord(text).length).trim()
  if (base === undefined || wordCount(object) < 2 || wordCount(object) > 20) return []
  return /^(?:mean|need|prevent|replace|require)$/.test(base)
    ? [{ kind: 'effect', term, deed: { verb: base }, statement: object }]
    : [{ kind: 'effect', term, deed: null, statement: text }]
}

/** "A wall that …", "Lowest price that …": "The status of Cantonese" is only a topic. */
const beginsDefinition =
  /^An? |^(?:The )?\p{L}+est (?:\p{L}+ ){1,5}(?:in|of)\s|^(?:The\s)?(?:\p{L}+\s){0,4}?\p{L}+\s(?:that|which|who|whose|where|when|in which)\s/iu

/** "Key terms" and "Causes" say nothing of what the heading above them is; an overview does. */
export const speaksOf = (subject: string, heading: string): boolean =>
  termOfHeading(heading) === subject ||
  /^(?:about|background|basics|definition|description|in short|intro|introduction|meaning|overview|summary|what it is)$/i.test(
    heading,
  )

/** A short name: no joined topics, no date, no question, no sentence. */
export const namesThing = (subject: string): boolean =>
  subject !== '' &&
  wordCount(subject) <= 5 &&
  !/\s(?:and|or|&|vs\.?|versus)\s|[,:;?/=→>]|^\d|\b\d{1,2}\)?$/i.test(subject)
