import { wordCount } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import { isDefiningPhrase } from '../../english/defining-phrase.ts'
import { impersonal } from '../../english/impersonal.ts'
import { tellsKindApart } from '../../english/label-words.ts'
import { trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import type { Draft } from '../fact.ts'
import { kindOfHeadings } from '../read/kind-above.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import type { Statement } from '../read/statement.ts'
import { actsOnce } from './acts-once.ts'

/** A heading that names a thing, and what stands right below it: what the thing is, when it happens, what causes it. */
export function fromHeadingTerm(statement: Statement): Draft[] {
  const { opens, label, subject, section, path, listed, full } = statement
  if (!opens || label !== '' || section === 'trouble' || section === 'practice') return []
  const heading = cleanHeading(path.at(-1) ?? '')
  if (!namesThing(subject) || isAboutTheDocument(heading)) return []
  const text = impersonal(trimEnd(splitSentences(full)[0] ?? ''))
  if (text === undefined || isAboutTheDocument(text) || text.toLowerCase().includes(subject.toLowerCase()))
    return []
  // In a list the first of many points is a definition only where it begins like one.
  const defines = listed ? beginsDefinition.test(text) : true
  const kind = tellsKindApart(subject) ? kindOfHeadings(path) : ''
  const term = kind === '' ? subject : `${subject} ${kind}`
  if (defines && isDefiningPhrase(subject, text)) return [{ kind: 'definition', term, statement: text }]
  return actsOnce(term, text)
}

/** "A wall that …", "Lowest price that …": "The status of Cantonese" is only a topic. */
const beginsDefinition =
  /^An? |^(?:The\s)?(?:\p{L}+\s){0,4}?\p{L}+\s(?:that|which|who|whose|where|when|in which)\s/iu

/** A short name: no joined topics, no date, no question, no sentence. */
export const namesThing = (subject: string): boolean =>
  subject !== '' &&
  wordCount(subject) <= 5 &&
  !/\s(?:and|or|&|vs\.?|versus)\s|[,:;?/=→>]|^\d|\b\d{1,2}\)?$/i.test(subject)
