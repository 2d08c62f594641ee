import { askClaim, keyTerm } from './claims.ts'
import { clauseDrafts } from './clause-drafts.ts'
import { actionDrafts } from './from-action.ts'
import { adviceDrafts } from './from-best-practice.ts'
import { impersonal } from './impersonal.ts'
import { isTerm } from './is-term.ts'
import { aspectOf, labelKind } from './labels.ts'
import { nounDrafts } from './noun-drafts.ts'
import { isPlural } from './nouns.ts'
import { isOrder } from './order.ts'
import { firstWord, trimEnd } from './phrase.ts'
import { dropRepeatedSubject } from './repeated-subject.ts'
import { splitSentences } from './sentences.ts'
import { shapeOf } from './shape.ts'
import { cutTails } from './tails.ts'
import { readTerm } from './terms.ts'
import type { Draft } from './fact.ts'
import type { Statement } from './statement.ts'

/** "Term: text" in any of its spellings. What the text is by its grammar decides what is asked about the term. */
export function fromDefinition(statement: Statement): Draft[] {
  const kind = labelKind(statement.label)
  if (statement.label === '' || statement.text === '' || /[:：]$/.test(statement.text)) return []
  const marked = statement.strong.some((run) => run.startsWith(statement.label.slice(0, 12)))
  const orders = isOrder(statement.label, statement.text)
  if (!marked && orders)
    return adviceDrafts('', impersonal(splitSentences(statement.full)[0] ?? '') ?? '', statement)
  if (orders) return titledAdvice(statement)
  if (kind === 'aspect' || kind === 'definition') return aboutSubject(statement)
  if (kind !== 'term') return []
  const { term, aliases, expansion } = readTerm(statement.label)
  if (!isTerm(term) || ownsDocument.test(term)) return []
  const drafts = termDrafts(term, statement.text, statement).map((draft) => ({
    ...draft,
    aliases: [...(draft.aliases ?? []), ...(draft.term === term ? aliases : [])],
  }))
  return expansion === undefined ? drafts : [expansion, ...drafts]
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
  if (aspect === 'purpose') return [{ kind: 'purpose', term: subject, statement: trimEnd(text) }]
  if (aspect === 'importance')
    return [{ kind: 'aspect', term: subject, slot: 'importance', statement: trimEnd(text) }]
  return [{ kind: 'aspect', term: subject, slot: aspect, statement: trimEnd(text) }]
}

/** The facts that a text states about a term, by the text's grammar. */
export function termDrafts(term: string, text: string, statement: Statement): Draft[] {
  const [main, ...more] = splitSentences(text)
  const told = impersonal(main ?? '')
  const drafts = told === undefined ? actionDrafts(term, main ?? '') : mainDrafts(term, told, statement)
  return [...drafts, ...more.flatMap((sentence) => followUp(term, sentence))]
}

function mainDrafts(term: string, told: string, statement: Statement): Draft[] {
  const claim = askClaim(term)
  if (claim !== undefined) return [{ kind: 'aspect', term, slot: claim, statement: trimEnd(told) }]
  const key = keyTerm(term)
  if (key !== undefined) return [{ kind: 'aspect', term: key, slot: 'importance', statement: trimEnd(told) }]
  const repeated = dropRepeatedSubject(term, told)
  const text = trimEnd(repeated ?? told)
  if (text === '' || /\bvs\.?\b|https?:/i.test(text)) return []
  switch (shapeOf(text)) {
    case 'noun':
      return nounDrafts(term, text)
    case 'gerund': {
      const { core, drafts } = cutTails(term, text)
      return [{ kind: 'purpose', term, slot: '', statement: core }, ...drafts]
    }
    case 'used': {
      const bare = text
        .replace(/^\p{L}+(?:\s+(?:mainly|primarily|often|mostly|commonly|extensively))?\s+/iu, '')
        .replace(/^for\s+/i, '')
      if (/^as\b/i.test(bare))
        return [{ kind: 'purpose', term, slot: 'as', statement: bare.replace(/^as\s+/i, '') }]
      const { core, drafts } = cutTails(term, bare)
      return [{ kind: 'purpose', term, statement: core }, ...drafts]
    }
    case 'for':
      return [{ kind: 'purpose', term, statement: text.replace(/^for\s+/i, '') }]
    case 'infinitive':
      return [{ kind: 'purpose', term, statement: text }]
    case 'third': {
      const { core, drafts } = cutTails(term, text)
      return [{ kind: 'effect', term, slot: '', statement: core }, ...drafts]
    }
    case 'imperative':
      if (statement.section === 'practice') return adviceDrafts(term, text, statement)
      return isPlural(term)
        ? [{ kind: 'effect', term, slot: '', statement: cutTails(term, text).core }]
        : [{ kind: 'effect', term, slot: 'call for', statement: text }]
    case 'past':
      return actionDrafts(term, text)
    case 'clause':
      return clauseDrafts(term, text, repeated !== undefined, statement)
    case 'other':
      return []
  }
}

/** A later sentence states something of its own when it goes on about the term: "It reduces …", "X ensures …". */
function followUp(term: string, sentence: string): Draft[] {
  const found =
    /^(?:It|They|The (?:tool|method|technique|pattern|language|framework|library))\s+(?:also\s+|then\s+)?(\p{L}+)\s+(.+)$/u.exec(
      sentence,
    )
  const named = sentence.toLowerCase().startsWith(term.toLowerCase() + ' ')
    ? /^(\p{L}+)\s+(.+)$/u.exec(sentence.slice(term.length + 1))
    : null
  const verb = found?.[1] ?? named?.[1]
  const object = found?.[2] ?? named?.[2]
  if (verb === undefined || object === undefined || /\b(?:we|i|my|our|us)\b/i.test(sentence)) return []
  return [...followVerb(term, verb, object)]
}

/** The fact in "<term> <verb> <object>". */
export function followVerb(term: string, verb: string, object: string): Draft[] {
  return cutTails(term, `x that ${verb} ${object}`.replace(/^x/, 'something here')).drafts.filter(
    (draft: Draft) => firstWord(draft.statement ?? draft.items?.[0] ?? '') !== '',
  )
}
