import { wordCount } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import { sectionKind } from '../../note/section-words.ts'
import type { Draft } from '../fact.ts'
import { dropRepeatedSubject } from '../../english/repeated-subject.ts'
import { trimEnd } from '../../english/phrase.ts'
import { shapeOf } from '../../english/shape.ts'
import { splitSentences } from '../../english/sentences.ts'
import { impersonal } from '../../english/impersonal.ts'
import { isAboutTheDocument, termOfHeading } from '../read/subject.ts'
import type { Statement } from '../read/statement.ts'

/** A heading that asks is a question already; the first sentence below it answers when it is short. */
export function fromQuestion(statement: Statement): Draft[] {
  const heading = cleanHeading(statement.path.at(-1) ?? '')
  if (
    !statement.opens ||
    !heading.endsWith('?') ||
    isAboutTheDocument(heading) ||
    /\b(?:you|we|i|this|these|it)\b/i.test(heading)
  )
    return []
  if (sectionKind(heading) !== 'subject' || wordCount(heading) < 3 || /[:：]$/.test(statement.full)) return []
  const term = termOfHeading(heading)
  const first = impersonal(
    trimEnd(
      splitSentences(statement.label !== '' && statement.text !== '' ? statement.text : statement.full)[0] ??
        '',
    ),
  )
  if (first === undefined || wordCount(first) > 20) return []
  if (term !== '') {
    const told = dropRepeatedSubject(term, first) ?? withoutPronoun(first)
    return told === undefined ? [] : [{ kind: 'definition', term, statement: told }]
  }
  if (!/^(?:why|how|what|which|when|where|who)\b/i.test(heading)) return []
  return [
    {
      kind: 'question',
      term: heading.replace(/\?$/, ''),
      question: heading,
      sides: { kind: 'forward' },
      statement: first,
      items: [],
    },
  ]
}

/** "It is a tide of small range" and "A tide of small range" answer "What is a neap tide?" alike. */
function withoutPronoun(text: string): string | undefined {
  const said = text.replace(/^(?:It|They|This|These)(?:['’]s| is| are| was| were)\s+/, '')
  return shapeOf(said) === 'noun' ? said : undefined
}
