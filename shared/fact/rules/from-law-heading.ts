import { wordCount } from '../../basics/text.ts'
import { isClause } from '../../english/clause.ts'
import { impersonal } from '../../english/impersonal.ts'
import { lowerStart } from '../../english/lower-start.ts'
import { trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import { shapeOf } from '../../english/shape.ts'
import type { Draft } from '../fact.ts'
import type { Statement } from '../read/statement.ts'
import { namesThing } from './from-heading-term.ts'

/** A heading that names a law, a rule or an effect, with the one sentence that states it. */
export function fromLawHeading(group: readonly Statement[]): { draft: Draft; lines: readonly number[] }[] {
  const subject = (group[0]?.subject ?? '').replace(/^the\s+|\s*\([^()]*\)$/gi, '')
  const verb = askedBy(subject)
  if (verb === undefined || !namesThing(subject)) return []
  const stating = group.filter(
    ({ full, items, label }) => items.length === 0 && label === '' && !/[:：?]$/.test(full),
  )
  const [only, ...more] = stating.filter(({ listed }) => !listed)
  if (only === undefined || more.length > 0) return []
  const [sentence = '', ...rest] = splitSentences(only.full).filter((part) => !/^\(\S+\)$/.test(part))
  const text = impersonal(trimEnd(sentence))
  if (text === undefined || rest.length > 0 || !states(text, subject)) return []
  const name = `the ${lowerStart(subject)}`
  const words = verb === 'is' ? `what is ${name}` : `what does ${name} ${verb}`
  return [
    {
      draft: { kind: 'aspect', respect: { kind: 'asked', words }, term: subject, statement: text },
      lines: only.lines,
    },
  ]
}

/** "Wealth effect" is something that happens, a "law" states something, a "rule" says it. */
function askedBy(subject: string): 'is' | 'state' | 'say' | undefined {
  const noun = /\s(\p{L}+)$/u.exec(subject)?.[1]?.toLowerCase() ?? ''
  if (
    /^(?:effect|bias|fallacy|paradox|phenomenon|syndrome|illusion|dilemma|problem|shift|reflex)$/.test(noun)
  )
    return 'is'
  if (
    /^(?:law|theorem|principle|hypothesis|theory|doctrine|axiom|postulate|conjecture|lemma|maxim)$/.test(noun)
  )
    return 'state'
  return noun === 'rule' ? 'say' : undefined
}

/** A sentence of its own, that does not begin with what only the text before it tells. */
const states = (text: string, subject: string): boolean =>
  wordCount(text) >= 5 &&
  wordCount(text) <= 20 &&
  !/^(?:it|this|that|these|those|they|he|she|here|there|such|so|but|and|for example|suppose|consider|assume|let|see)\b/i.test(
    text,
  ) &&
  !text.toLowerCase().includes(subject.toLowerCase()) &&
  shapeOf(text) !== 'imperative' &&
  (isClause(text) || /^(?:as|when|if|where|because)\b/i.test(text))
