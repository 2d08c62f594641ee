import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { normaliseTerm, wordCount } from '../../basics/text.ts'
import type { Draft } from '../fact.ts'
import { cutTails, effect1 } from './tails.ts'
import { splitEnumeration } from '../../english/enumeration.ts'
import { isActivity } from '../../english/nouns.ts'
import { isNounToo } from '../../english/imperative.ts'
import { firstWord, trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import { shapeOf } from '../../english/shape.ts'
import { impersonal } from '../../english/impersonal.ts'
import { isTerm } from '../../english/is-term.ts'
import { splitReason } from '../../english/reason.ts'
import { readTerm } from './terms.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import { thirdPersonBase, baseVerb, pastBase } from '../../english/verbs.ts'
import type { Statement } from '../read/statement.ts'

/** Sentences of running text that define or characterise a thing they name: "X is a …", "X lets you …". */
export function fromProse(statement: Statement): Draft[] {
  if (statement.label !== '' || /[:：]$/.test(statement.full) || statement.section === 'trouble') return []
  const sentences = splitSentences(statement.full).slice(0, 12)
  let spoken = statement.subject
  return sentences.flatMap((sentence, i) => {
    const text = impersonal(sentence)
    if (text === undefined || wordCount(text) > 45) return []
    const drafts = sentenceDrafts(trimEnd(text), spoken, statement, i === 0)
    const named = drafts[0]?.term
    if (named !== undefined && i === 0) spoken = named
    return drafts
  })
}

/** A sentence of running text, with what it is spoken of when it says "it". */
interface Sentence {
  readonly text: string
  readonly spoken: string
  readonly statement: Statement
  readonly first: boolean
}

type Layout = Case<Sentence, readonly Draft[]>

function sentenceDrafts(
  text: string,
  spoken: string,
  statement: Statement,
  first: boolean,
): readonly Draft[] {
  if (text.endsWith('?') || linking.test(text)) return []
  return firstAnswer(layouts, { text, spoken, statement, first }) ?? []
}

/** Such a sentence goes on from the one before, or speaks to the reader. */
const linking =
  /^(?:if|when|while|for example|for instance|however|but|and|so|then|there|here|note|see|also)\b/i

/** "Observability is about seeing logs, metrics and traces". */
const isAbout: Layout = ({ text, spoken }) => {
  if (!/\sabout\s/i.test(text)) return undefined
  const found = /^(.{2,60}?)\s+(?:is|are)\s+about\s+(\p{L}+ing\b.*)$/iu.exec(text)
  const [, subject, told] = found ?? []
  if (subject === undefined || told === undefined || !usable(subject)) return undefined
  const term = subjectTerm(subject, spoken)
  // "It is about balancing a, b and c" sums up a field: a table of contents.
  const items = splitEnumeration(/^\p{L}+ing\s+(.+)$/u.exec(told)?.[1] ?? '')
  return items !== undefined && items.length >= 3
    ? []
    : [{ kind: 'purpose', use: 'subject', term, statement: told }]
}

/** "Redis is often used for caching". */
const isUsedFor: Layout = ({ text, spoken }) => {
  if (!/\s(?:used|useful|helpful|good|ideal|needed)\s/i.test(text)) return undefined
  const found =
    /^(.{2,60}?)\s+(?:is|are|can be)\s+(?:mainly |often |also |commonly |primarily )?(?:used|useful|helpful|good|ideal|needed)\s+(for|to|when)\s+(.+)$/i.exec(
      text,
    )
  const [, subject, link, use] = found ?? []
  if (subject === undefined || use === undefined || !usable(subject)) return undefined
  const word = /^(?:the )?(?:term|word|expression|phrase|label)s? (?:["“‘'])?(.+?)(?:["”’'])?$/i.exec(
    subject,
  )?.[1]
  const meaning =
    /^(?:describe|denote|mean|refer to|designate|name) (.+)$/.exec(use)?.[1] ?? (link === 'for' ? use : '')
  if (word !== undefined)
    return meaning === '' ? [] : [{ kind: 'definition', term: word, statement: meaning }]
  const term = subjectTerm(subject, spoken)
  const reason = splitReason(use)
  const told = reason !== undefined && /^because/i.test(reason.reason) ? reason.action : use
  const { core, drafts } = cutTails(term, told)
  const statement = link === 'to' ? `to ${core}` : core
  return [{ kind: 'purpose', use: 'purpose', term, statement }, ...drafts]
}

/** "A mutex is a lock that one thread holds"; "Idempotency means …". */
const isSomething: Layout = ({ text, spoken, statement }) => {
  const found = /^(.{2,70}?)\s+(is|are|means|refers to|describes|was)\s+(.+)$/i.exec(text)
  const [, subject, verb = '', told = ''] = found ?? []
  if (subject === undefined || !usable(subject)) return undefined
  const own = ownName(subject, spoken, statement)
  if (own === undefined) return undefined
  if (defines(verb, told)) {
    const { term, aliases, expansion } = readTerm(own)
    const { core, drafts } = cutTails(term, told)
    const definition: Draft = { kind: 'definition', term, statement: core, aliases }
    return [...(expansion === undefined ? [] : [expansion]), definition, ...drafts]
  }
  return wasDone.test(told) ? [] : undefined
}

function defines(verb: string, told: string): boolean {
  const says = /^(?:means|refers to|describes)$/i.test(verb)
  const isNoun = /^(?:an?|the|one of|any|each|every)\s/i.test(told) && shapeOf(told) === 'noun'
  return (says || isNoun) && !pickedOut.test(told) && wordCount(told) >= 3
}

/** "the best …", "a must …": a verdict, not what it is. */
const pickedOut =
  /^(?:the (?:same|first|next|last|main|only|most|best)|a (?:good|great|bit|lot|must|way)|one)\b/i

/** "is often written by …": what was done with it. */
const wasDone =
  /^(?:not|only|also|very|often|usually)?\s*\p{L}+(?:ed|en)\s+(?:by|with|in|as|from|through)\b/iu

/** "Django follows the MVT pattern", "It reduces load". */
const does: Layout = ({ text, spoken, statement, first }) => {
  const acts = subjectGap(text, spoken)
  if (acts === undefined || isAboutTheDocument(acts.term)) return undefined
  if (!first && !/^(?:it|they)\s/i.test(text) && statement.subject !== acts.term) return undefined
  const [, verb, object] = /^(\p{L}+)\s+(.+)$/u.exec(acts.rest) ?? []
  if (verb === undefined || object === undefined) return undefined
  const base = thirdPersonBase(verb) ?? (acts.term.endsWith('s') ? baseVerb(verb) : undefined)
  // "Department stores lured …": the second half of a name.
  if (
    base === undefined ||
    (isNounToo(base) && /^\p{Lu}\p{Ll}+$/u.test(acts.term) && pastBase(firstWord(object)) !== undefined)
  )
    return undefined
  const reason = splitReason(object)
  const told = reason !== undefined && /^(?:because|so that)/i.test(reason.reason) ? reason.action : object
  const cut = cutTails(acts.term, told)
  const effect = effect1(acts.term, base, cut.core)
  return effect === undefined ? [] : [effect, ...cut.drafts]
}

/** In order: the first layout that knows a sentence answers for it. */
const layouts: readonly Layout[] = [isAbout, isUsedFor, isSomething, does]

/** The subject and the rest of "Django follows the MVT pattern"; "It" is the thing spoken of. */
export function subjectGap(text: string, spoken: string): { term: string; rest: string } | undefined {
  const pronoun = /^(?:It|They)\s+(?:also\s+|then\s+|often\s+)?(\p{Ll}+\s.+)$/u.exec(text)?.[1]
  if (pronoun !== undefined) return spoken === '' ? undefined : { term: spoken, rest: pronoun }
  const bare = text.replace(/^(?:The|An?)\s+/, '')
  if (spoken !== '' && bare.toLowerCase().startsWith(spoken.toLowerCase() + ' '))
    return { term: spoken, rest: bare.slice(spoken.length + 1) }
  if (!/^[`\p{Lu}]/u.test(text)) return undefined
  const found =
    /^((?:`[^`]+`|\p{Lu}[\p{L}\p{N}+#./-]*)(?:\s(?:`[^`]+`|\p{Lu}[\p{L}\p{N}+#./-]*)){0,3})\s+(\p{Ll}+s\s.+)$/u.exec(
      text,
    )
  if (found?.[1] === undefined || found[2] === undefined || !usable(found[1])) return undefined
  const single = /^\p{Lu}\p{Ll}+$/u.test(found[1])
  return single && thirdPersonBase(found[2].split(' ')[0] ?? '') === undefined
    ? undefined
    : { term: found[1], rest: found[2] }
}

/** A sentence defines its subject when that is the heading's, is marked, is a name, or is a short bare noun phrase. */
function ownName(subject: string, spoken: string, statement: Statement): string | undefined {
  const bare = subject.replace(/^(?:an?|the)\s+/i, '').trim()
  if (/^(?:it|they)$/i.test(bare)) return spoken === '' ? undefined : spoken
  if (normaliseTerm(bare) === normaliseTerm(spoken)) return bare
  if (statement.strong.some((run) => normaliseTerm(run) === normaliseTerm(bare))) return bare
  if (/^`[^`]+`$/.test(bare) || /^\p{Lu}[\p{L}\d]*[\p{Lu}\d]/u.test(bare)) return bare
  const article = /^(?:an?)\s/i.test(subject)
  if (article && wordCount(bare) <= 4) return bare
  if (/^the\s/i.test(subject)) return undefined
  return wordCount(bare) <= 3 &&
    /^\p{Lu}/u.test(bare) &&
    (isActivity(bare) || wordCount(bare) === 1 || /^\p{Lu}\S*(?:\s\p{Lu}\S*)+$/u.test(bare))
    ? bare
    : undefined
}

const subjectTerm = (subject: string, spoken: string): string => {
  const bare = subject.replace(/^(?:an?|the)\s+/i, '').trim()
  return /^(?:it|they)$/i.test(bare) ? spoken : bare
}

function usable(subject: string): boolean {
  const bare = subject.replace(/^(?:an?|the)\s+/i, '').trim()
  if (/^(?:it|they)$/i.test(bare)) return true
  if (isAboutTheDocument(bare) || !isTerm(bare) || wordCount(bare) > 6) return false
  return (
    !/^(?:this|that|these|those|there|here|one|another|both|each|all|some|most|many|what|which|who|you|he|she|i|we|goal|idea|point|key|reason|result|problem|solution|example|answer|question|difference|purpose|advantage|rest|following|first|second|next|last|thing|things|way|main|most|other|same|trick|downside|upside|benefit|default|output|input|value|name|file|command|code)\b/i.test(
      bare,
    ) && !/[,;]|\b(?:that|which|who|if|when|because|how|to|of this)\b/i.test(bare)
  )
}
