import { wordCount } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import { isDefiningPhrase } from '../../english/defining-phrase.ts'
import { impersonal } from '../../english/impersonal.ts'
import { trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import type { Draft } from '../fact.ts'
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
  const defines = listed ? /^(?:An?|The) /.test(text) : true
  if (defines && isDefiningPhrase(subject, text))
    return [{ kind: 'definition', term: subject, statement: text }]
  return actsOnce(subject, text)
}

/** A short name: no joined topics, no date, no question, no sentence. */
export const namesThing = (subject: string): boolean =>
  subject !== '' &&
  wordCount(subject) <= 5 &&
  !/\s(?:and|or|&|vs\.?|versus)\s|[,:;?/=→>]|^\d|\b\d{1,2}\)?$/i.test(subject)
