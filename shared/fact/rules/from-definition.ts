import { adviceDrafts } from './from-best-practice.ts'
import { splitEnumeration } from '../../english/enumeration.ts'
import { impersonal } from '../../english/impersonal.ts'
import { isTerm } from '../../english/is-term.ts'
import { aspectOf, labelKind } from '../../english/labels.ts'
import { isOrder } from '../../english/order.ts'
import { firstWord, trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import { shapeOf } from '../../english/shape.ts'
import { upTo } from '../../basics/text.ts'
import { afterSpelled } from './from-expansion.ts'
import { fitsAcronym, isAcronym, readTerm } from './terms.ts'
import { baseVerb } from '../../english/verbs.ts'
import type { Draft } from '../fact.ts'
import type { Statement } from '../read/statement.ts'
import { termDrafts } from './term-drafts.ts'

export { termDrafts }

/** "Term: text" in any of its spellings. What the text is by its grammar decides what is asked about the term. */
export function fromDefinition(statement: Statement): Draft[] {
  if (statement.label === '' || statement.text === '' || /[:：]$/.test(statement.text)) return []
  const marked = statement.strong.some((run) => run.startsWith(statement.label.slice(0, 12)))
  const orders = isOrder(statement.label, statement.text)
  if (!marked && orders && !instructs(statement.text))
    return adviceDrafts('', impersonal(splitSentences(statement.full)[0] ?? '') ?? '', statement)
  if (orders) return titledAdvice(statement)
  const kind = labelKind(statement.label)
  if (kind === 'aspect' || kind === 'definition') return aboutSubject(statement)
  if (kind !== 'term') return []
  const { term, aliases, expansion } = readTerm(statement.label)
  if (!isTerm(term) || ownsDocument.test(term)) return []
  if (term.includes(',') && baseVerb(firstWord(term)) !== undefined) return []
  // "id: Primary key, owner: Foreign key, …" is a schema.
  if (statement.text.split(/\w:\s/, 4).length > 3) return []
  const meaning = withoutSpelling(term, statement.text)
  if (meaning === '') return []
  const drafts = termDrafts(term, meaning, statement).map((draft) => ({
    ...draft,
    aliases: [...(draft.aliases ?? []), ...(draft.term === term ? aliases : [])],
  }))
  return expansion === undefined ? drafts : [expansion, ...drafts]
}

/** "Reef the sails before dusk" tells what to do; "reef, furl and stow" lists deeds. */
function instructs(text: string): boolean {
  if (shapeOf(text) !== 'imperative') return false
  const listed = splitEnumeration(text) ?? []
  return listed.length < 3 || baseVerb(firstWord(listed[1] ?? '')) === undefined
}

/** "The time a letter takes" of "TTD: Time to delivery, the time a letter takes": what it stands for is a fact of its own. */
function withoutSpelling(term: string, text: string): string {
  if (!isAcronym(term)) return text
  const spelled = upTo(text, afterSpelled)
  return fitsAcronym(term, spelled) ? text.slice(spelled.length).replace(/^[\s,;.:–—-]+/, '') : text
}

/** Terms that are the document itself or its people. */
const ownsDocument =
  /\b(?:programs?|repositor(?:y|ies)|readme|bootcamp|curriculum|learners?|cohort|capstone|collaborators?)\b|-project-|^project\b/i

/** "**Keep functions small**: …" gives the way when the text orders, else the reason. */
function titledAdvice(statement: Statement): Draft[] {
  const text = impersonal(splitSentences(statement.text)[0] ?? '')
  return text === undefined ? [] : adviceDrafts(statement.label, text, statement)
}

/** "Benefit: …" or "Definition: …" below a heading speaks of the heading's subject. */
function aboutSubject(statement: Statement): Draft[] {
  const subject = statement.subject
  if (subject === '') return []
  const text = impersonal(splitSentences(statement.text)[0] ?? '')
  if (text === undefined || text === '') return []
  const aspect = aspectOf(statement.label.replace(/[\s:]+$/, ''))
  if (aspect === undefined) return termDrafts(subject, statement.text, statement)
  if (aspect === 'purpose')
    return [{ kind: 'purpose', use: 'purpose', term: subject, statement: trimEnd(text) }]
  if (aspect === 'importance')
    return [{ kind: 'aspect', respect: { kind: 'importance' }, term: subject, statement: trimEnd(text) }]
  const respect = { kind: 'named', name: aspect, row: null } as const
  return [{ kind: 'aspect', respect, term: subject, statement: trimEnd(text) }]
}
