import { upTo, wordCount } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import type { Draft } from '../fact.ts'
import { isPlural } from '../../english/nouns.ts'
import { trimEnd, withoutAsides } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import { shapeOf } from '../../english/shape.ts'
import { isKind } from '../../english/kinds.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import { namesThing, speaksOf } from './from-heading-term.ts'
import { cutTails } from './tails.ts'
import type { Statement } from '../read/statement.ts'

/** The first line below a heading defines its subject when it is a noun phrase with a kind: "General-purpose language." */
export function fromOpening(statement: Statement): Draft[] {
  if (
    !statement.opens ||
    statement.label !== '' ||
    statement.subject === '' ||
    statement.section === 'trouble' ||
    statement.section === 'practice'
  )
    return []
  const text = trimEnd(splitSentences(statement.full)[0] ?? '')
  if (
    isPersonal(text) ||
    isAboutTheDocument(statement.subject) ||
    !namesThing(statement.subject) ||
    !speaksOf(statement.subject, cleanHeading(statement.path.at(-1) ?? '')) ||
    shapeOf(text) !== 'noun' ||
    wordCount(text) < 3
  )
    return []
  const head = upTo(
    withoutAsides(text),
    /\s+(?:that|which|for|of|to|in|with|used|based|where|built|designed|between|on|from|by)\s+|,\s/,
  ).trim()
  if (!isKind(head) || isPlural(head) || /\b(?:and|or)\b/.test(head) || wordCount(head) > 7) return []
  if (text.toLowerCase().includes(statement.subject.toLowerCase())) return []
  const { core, drafts } = cutTails(statement.subject, text)
  return [{ kind: 'definition', term: statement.subject, statement: core }, ...drafts]
}
