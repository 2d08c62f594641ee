import { wordCount } from '../../basics/text.ts'
import type { ClozePiece, Draft } from '../fact.ts'
import { isClause } from '../../english/clause.ts'
import { isNounToo } from '../../english/imperative.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { trimEnd } from '../../english/phrase.ts'
import { isPresentClause } from '../../english/present-clause.ts'
import { splitSentences } from '../../english/sentences.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import { thirdPersonBase } from '../../english/verbs.ts'
import type { Statement } from '../read/statement.ts'

/** "PostgreSQL listens on port 5432 by default": a sentence about something named, with its one number as the gap. */
export function fromNumber(statement: Statement): Draft[] {
  if (statement.label !== '' || statement.section === 'trouble' || statement.section === 'practice') return []
  return splitSentences(statement.full).slice(0, 8).flatMap(numberGap)
}

const figure =
  /(?<![\p{L}\p{N}`.,/:_#+-])\d[\d,. ]*\d(?![\p{L}\p{N}`/:_+-])|(?<![\p{L}\p{N}`.,/:_#+-])\d(?![\p{L}\p{N}`/:_+.-])/gu

function numberGap(sentence: string): Draft[] {
  if (!/\d/.test(sentence)) return []
  const text = trimEnd(sentence)
  if (text.length > 240) return []
  const found = [...text.matchAll(figure)]
  const [only] = found
  if (only === undefined || found.length > 1 || /\d/.test(text.replace(only[0], ''))) return []
  const subject = named(text)
  const number = only[0].trim()
  // "1 resource", "2 ways": a small count is guessed, not known.
  if (/^[0-3]$/.test(number)) return []
  const count = wordCount(text)
  if (subject === undefined || count < 6 || count > 22 || only.index < subject.length || isPersonal(text))
    return []
  if (isAboutTheDocument(text) || /[?:`"“|=<>]/.test(text) || /^(?:19|20)\d\d$/.test(number)) return []
  const pieces: ClozePiece[] = [
    { kind: 'text', text: text.slice(0, only.index) },
    { kind: 'gap', text: number },
    { kind: 'text', text: text.slice(only.index + number.length) },
  ]
  return [{ kind: 'cloze', by: 'number', term: subject, sentence: pieces, hidden: [number] }]
}

/** The thing that a sentence in the present begins with: a name, or a noun with its article. */
function named(text: string): string | undefined {
  const found =
    /^(?:(?:The|An?|Each|Every)\s+)?((?:[\p{L}\d][\p{L}\d.+#-]*\s){1,4}?)(is|are|has|have|can|must|\p{Ll}+s)\s/u.exec(
      text,
    )
  const [, subject, verb] = found ?? []
  if (subject === undefined || verb === undefined) return undefined
  const pointing =
    /^(?:it|they|this|these|that|those|there|here|we|you|one|some|most|many|all|another|both)\b/i
  const base = thirdPersonBase(verb)
  const acts =
    /^(?:is|are|has|have|can|must)$/.test(verb) ||
    (base !== undefined && (!isNounToo(base) || isClause(text) || isPresentClause(text)))
  return acts && !pointing.test(text) ? subject.trim() : undefined
}
