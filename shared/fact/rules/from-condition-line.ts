import { wordCount } from '../../basics/text.ts'
import { isTerm } from '../../english/is-term.ts'
import { relationOf } from '../../english/relations.ts'
import { trimEnd } from '../../english/phrase.ts'
import { isPersonal } from '../../english/impersonal.ts'
import type { Draft } from '../fact.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import type { Statement } from '../read/statement.ts'

/** "If the floor lies above the equilibrium = binding", "If both err -> void", and "Result: a surplus" below such a line. */
export function fromConditionLine(statement: Statement): Draft[] {
  const { full, label, text, leadIn, section } = statement
  if (section === 'trouble' || section === 'practice') return []
  const own = told.exec(trimEnd(full))
  const above = isResult(label) ? condition.exec(trimEnd(leadIn)) : null
  const [, when = '', outcome = ''] = own ?? [
    undefined,
    above?.[1] ?? '',
    above === null ? '' : trimEnd(text),
  ]
  if (
    when === '' ||
    outcome === '' ||
    wordCount(outcome) > 16 ||
    isPersonal(full) ||
    points.test(when) ||
    full.includes('$')
  )
    return []
  // What the line below gives as the result says more than the line itself.
  if (own !== null && statement.items.some((item) => isResult(item.label))) return []
  const topic = topicFor(statement, when)
  if (topic === undefined) return []
  const asked = { kind: 'outcome', condition: when.charAt(0).toLowerCase() + when.slice(1), topic } as const
  return [{ kind: 'told', term: when, asked, statement: outcome }]
}

const isResult = (label: string): boolean =>
  /^(?:result|outcome|effect|consequence)$/.test(relationOf(label)?.noun ?? '')

const opens = String.raw`^((?:if|when|whenever|once|as soon as)\s[^=→⇒]{6,90}?)`
const sign = String.raw`\s+(?:={1,2}>?|-{1,2}>|→|⇒|[–—])\s+`
const told = new RegExp(String.raw`${opens}${sign}([^=→⇒]{3,120})$`, 'i')
const condition = new RegExp(String.raw`${opens}(?:${sign}.{1,60})?$`, 'i')

/** "If they are not": only the line before says who. */
const points = /^\S+\s(?:he|it|she|so|that|they|this|these|those)\b/i

/** The heading, where the condition does not name it; undefined where neither names a thing. */
function topicFor({ subject, whole }: Statement, when: string): string | undefined {
  const topic = whole === '' ? subject : whole
  if (topic === '' || when.toLowerCase().includes(topic.toLowerCase())) return ''
  return isTerm(topic) && wordCount(topic) <= 6 && !isAboutTheDocument(topic) ? topic : undefined
}
