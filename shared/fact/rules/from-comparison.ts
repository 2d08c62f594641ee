import { wordCount } from '../../basics/text.ts'
import type { Draft } from '../fact.ts'
import { trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import { impersonal } from '../../english/impersonal.ts'
import { subjectGap } from './from-prose.ts'
import type { Statement } from '../read/statement.ts'

/** Every comparison has one of these words; most lines have none. */
const comparing = /unlike|different|contrast|compared|opposed/i

/** A comparison that is made, not only mentioned: "Different from REST — you fetch exactly the data you want". */
export function fromComparison(statement: Statement): Draft[] {
  if (!comparing.test(statement.full)) return []
  const text = impersonal(trimEnd(splitSentences(statement.full)[0] ?? '')) ?? ''
  const different =
    /^(?:different from|in contrast to|compared (?:to|with)|as opposed to)\s+([^–—:,]{2,40}?)\s*(?:[–—:,]|\s-)\s*(.+)$/i.exec(
      text,
    )
  if (different?.[1] !== undefined && different[2] !== undefined && statement.subject !== '') {
    return wordCount(different[2]) < 3
      ? []
      : [{ kind: 'comparison', term: statement.subject, other: different[1].trim(), statement: different[2] }]
  }
  const unlike = /^unlike\s+([^,]{2,40}),\s+(.+)$/i.exec(text)
  if (unlike?.[1] === undefined || unlike[2] === undefined) return []
  const told = subjectGap(unlike[2], statement.subject)
  return told === undefined
    ? []
    : [{ kind: 'comparison', term: told.term, other: unlike[1], statement: told.rest }]
}
