import { adviceDrafts } from './from-best-practice.ts'
import { splitEnumeration } from '../../english/enumeration.ts'
import { isDay } from '../../english/dates.ts'
import { impersonal } from '../../english/impersonal.ts'
import { isTerm } from '../../english/is-term.ts'
import { aspectOf, labelKind } from '../../english/labels.ts'
import { isAdjectiveAlone, isLabelOnly } from '../../english/label-words.ts'
import { lowerStart } from '../../english/lower-start.ts'
import { isOrder } from '../../english/order.ts'
import { firstWord, trimEnd } from '../../english/phrase.ts'
import { readClause } from '../../english/read-clause.ts'
import { splitSentences } from '../../english/sentences.ts'
import { shapeOf } from '../../english/shape.ts'
import { normaliseTerm, upTo, wordCount } from '../../basics/text.ts'
import { fromCountedBrackets } from './from-counted-list.ts'
import { afterSpelled } from './from-expansion.ts'
import { asks } from './from-relation.ts'
import { fitsAcronym, isAcronym, readTerm } from './terms.ts'
import { baseVerb } from '../../english/verbs.ts'
import type { Draft } from '../fact.ts'
import { namedByKind } from '../read/kind-above.ts'
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
  const isItsSubject = normaliseTerm(statement.label) === normaliseTerm(statement.subject)
  if ((kind === 'aspect' && !isItsSubject) || kind === 'definition') return aboutSubject(statement)
  if (kind !== 'term' && !isItsSubject) return []
  const { term: named, aliases, expansion } = readTerm(statement.label)
  const term = namedByKind(named, statement)
  if (!isTerm(term) || isDay(term) || ownsDocument.test(term) || !canBeAsked(term, statement)) return []
  if (term.includes(',') && baseVerb(firstWord(term)) !== undefined) return []
  // "id: Primary key, owner: Foreign key, …" is a schema.
  if (statement.text.split(/\w:\s/, 4).length > 3) return []
  const meaning = withoutSpelling(term, statement.text)
  if (meaning === '') return []
  const able = ableTo(term, meaning)
  if (able.length > 0) return able
  const drafts = termDrafts(term, meaning, statement).map((draft) => ({
    ...draft,
    aliases: [...(draft.aliases ?? []), ...(draft.term === term && term === named ? aliases : [])],
  }))
  const told = drafts.length > 0 ? drafts : equated(term, statement)
  const counted = fromCountedBrackets(statement.label, meaning, term)
  return [...(expansion === undefined ? [] : [expansion]), ...counted, ...told]
}

/** "Dialect = variety of a region": the sign says that both are the same, in however few words. */
function equated(term: string, { full, label, text, section }: Statement): Draft[] {
  if (section !== 'subject' || !full.startsWith(`${label} = `) || /[`$=\d]|https?:/.test(full)) return []
  const told = trimEnd(splitSentences(text)[0] ?? '')
  const isName = wordCount(told) >= 2 && wordCount(told) <= 14 && shapeOf(told) === 'noun'
  return isName && readClause(told) === undefined && !/^\p{Lu}\S*(?:\s\p{Lu}\S*)*$/u.test(told)
    ? [{ kind: 'definition', term, statement: told }]
    : []
}

/** "Can take in water", "must file a claim": a predicate is asked with its own auxiliary. */
function ableTo(term: string, text: string): Draft[] {
  const sentence = trimEnd(splitSentences(text)[0] ?? '')
  const [, modal = '', rest = ''] = /^(can(?:not)?|must|may)\s((?:not\s)?\p{Ll}+\s.+)$/iu.exec(sentence) ?? []
  if (rest === '' || wordCount(rest) > 20 || /^(?:also|be|it|not|only|we|you)\s/i.test(rest)) return []
  const negative = /not$/i.test(modal)
  const own = /^(?:An?|The)\s(?=\p{Ll})/u.test(term) ? term.charAt(0).toLowerCase() + term.slice(1) : term
  const said = /\s\p{Lu}/u.test(term) ? term : lowerStart(own)
  const words = `what ${negative ? 'can' : modal.toLowerCase()} ${said} ${negative ? 'not ' : ''}do`
  return [{ kind: 'aspect', respect: { kind: 'asked', words }, term, statement: rest }]
}

/** A text that asks, and a label that names no thing of which it could be told, give no question about the label. */
function canBeAsked(term: string, { text }: Statement): boolean {
  if (isLabelOnly(term) || asks.test(text)) return false
  return !isAdjectiveAlone(term) || shapeOf(text) === 'clause'
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
