import { wordCount } from '../../basics/text.ts'
import { isDefiningPhrase } from '../../english/defining-phrase.ts'
import { impersonal } from '../../english/impersonal.ts'
import { isTerm } from '../../english/is-term.ts'
import { labelKind } from '../../english/labels.ts'
import { trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import { shapeOf } from '../../english/shape.ts'
import { sectionKind } from '../../note/section-words.ts'
import type { Draft } from '../fact.ts'
import type { Statement } from '../read/statement.ts'
import { actsOnce } from './acts-once.ts'
import { namesThing } from './from-heading-term.ts'
import { readTerm } from './terms.ts'

/** A term alone in its bullet, and below it what it is: "Chiasma" / "point where two chromatids cross over". */
export function fromSubBullets(statement: Statement): Draft[] {
  const { text, items, section } = statement
  const label =
    statement.label !== '' && text === '' ? statement.label : statement.label === '' ? statement.full : ''
  const [first] = items
  if (label === '' || first === undefined || section === 'trouble' || section === 'practice') return []
  if (wordCount(label) > 5 || /[.!?:：]$/.test(statement.full) || labelKind(label) !== 'term') return []
  const { term, aliases, expansion } = readTerm(label)
  if (!isTerm(term) || !namesThing(term) || sectionKind(term) !== 'subject' || shapeOf(term) !== 'noun')
    return []
  const drafts = toldBelow(term, first, items.length === 1).map((draft) => ({
    ...draft,
    aliases,
    lines: [...statement.lines, ...first.lines],
  }))
  return expansion === undefined ? drafts : [expansion, ...drafts]
}

/** The first point below a term defines it where it has the form of a definition; a lone one may also tell what it does. */
function toldBelow(term: string, { label, full }: Statement, alone: boolean): Draft[] {
  const told = impersonal(trimEnd(splitSentences(full)[0] ?? ''))
  if (label !== '' || told === undefined || wordCount(told) > 28) return []
  if (isDefiningPhrase(term, told)) return [{ kind: 'definition', term, statement: told }]
  const asked = actsOnce(term, told)
  if (asked.length > 0) return asked
  const shape = shapeOf(told)
  if (shape === 'third' && alone) return [{ kind: 'effect', term, deed: null, statement: told }]
  return []
}
