import { wordCount } from '../../basics/text.ts'
import type { Draft } from '../fact.ts'
import { splitEnumeration } from '../../english/enumeration.ts'
import { labelKind } from '../../english/labels.ts'
import { trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import type { Statement } from '../read/statement.ts'

/** "… and its application in web servers and task queues": the places where something is used. */
export function fromPlace(statement: Statement): Draft[] {
  const term =
    statement.label !== '' && labelKind(statement.label) === 'term' ? statement.label : statement.subject
  if (term === '' || !/\b(?:its|their)\s/i.test(statement.full) || isAboutTheDocument(term)) return []
  return splitSentences(statement.full).flatMap((sentence) => {
    const places = /\b(?:its|their)\s+(?:applications?|use|usage)\s+in\s+([^.;:]{2,120})$/i.exec(
      trimEnd(sentence),
    )?.[1]
    const items = places === undefined ? undefined : splitEnumeration(places)
    if (items === undefined || items.length > 5 || items.some((item) => wordCount(item) > 4)) return []
    return [{ kind: 'list', term, cue: { kind: 'places' }, items }]
  })
}
