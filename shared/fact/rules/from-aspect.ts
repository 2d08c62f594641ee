import { wordCount } from '../../basics/text.ts'
import type { Draft } from '../fact.ts'
import { isPlural } from '../../english/nouns.ts'
import { trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import { impersonal } from '../../english/impersonal.ts'
import { baseVerb, pastBase } from '../../english/verbs.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import type { Statement } from '../read/statement.ts'

/** "Why it stood out: …" and "My takeaway: great for …" speak of the subject above them. */
export function fromAspect(statement: Statement): Draft[] {
  if (
    statement.label === '' ||
    statement.subject === '' ||
    statement.text === '' ||
    /[:：]$/.test(statement.text) ||
    isAboutTheDocument(statement.subject)
  )
    return []
  const why = /^why\s+(?:it|this|they|these)\s+(.+)$/i.exec(statement.label)?.[1]
  const text = impersonal(trimEnd(splitSentences(statement.text)[0] ?? ''))
  if (text === undefined || wordCount(text) < 2) return []
  if (why !== undefined)
    return [
      {
        kind: 'aspect',
        term: statement.subject,
        respect: { kind: 'asked', words: `why ${ask(why, statement.subject)}` },
        statement: text,
      },
    ]
  if (
    /^(?:my |key |main |personal )?(?:takeaway|verdict|opinion|bottom line|when to use it|best for|good for|great for|ideal for)$/i.test(
      statement.label,
    )
  ) {
    const good = /^(?:great|good|ideal|perfect|best|suitable|well suited|excellent)\s+for\s+(.+)$/i.exec(text)
    const told = good?.[1] ?? (/\bfor$/i.test(statement.label) ? text : undefined)
    return told === undefined
      ? []
      : [{ kind: 'purpose', use: 'fit', term: statement.subject, statement: told }]
  }
  return []
}

/** "does Python stand out" from "stood out"; "is Python fast" from "is fast". */
function ask(told: string, subject: string): string {
  const [verb = '', ...rest] = told.split(' ')
  if (/^(?:is|are|was|were|can|should|must|will)$/i.test(verb))
    return `${verb.toLowerCase()} ${subject} ${rest.join(' ')}`
  const base = pastBase(verb) ?? baseVerb(verb.replace(/s$/, '')) ?? verb
  return `${isPlural(subject) ? 'do' : 'does'} ${subject} ${[base, ...rest].join(' ')}`.trim()
}
