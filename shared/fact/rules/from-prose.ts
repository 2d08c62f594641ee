import { normaliseTerm, upTo, wordCount } from '../../basics/text.ts'
import type { Draft } from '../fact.ts'
import { cutTails, effect1 } from './tails.ts'
import { splitEnumeration } from '../../english/enumeration.ts'
import { isActivity } from '../../english/nouns.ts'
import { trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import { shapeOf } from '../../english/shape.ts'
import { impersonal } from '../../english/impersonal.ts'
import { isTerm } from '../../english/is-term.ts'
import { splitReason } from '../../english/reason.ts'
import { readTerm } from './terms.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import { thirdPersonBase, baseVerb } from '../../english/verbs.ts'
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

function sentenceDrafts(text: string, spoken: string, statement: Statement, first: boolean): Draft[] {
  if (
    text.endsWith('?') ||
    /^(?:if|when|while|for example|for instance|however|but|and|so|then|there|here|note|see|also)\b/i.test(
      text,
    )
  )
    return []
  const about = /\sabout\s/i.test(text)
    ? /^(.{2,60}?)\s+(is|are)\s+about\s+(\p{L}+ing\b.*)$/iu.exec(text)
    : null
  if (about?.[1] !== undefined && about[3] !== undefined && usable(about[1])) {
    const named = subjectTerm(about[1], spoken)
    const object = /^\p{L}+ing\s+(.+)$/u.exec(about[3])?.[1] ?? ''
    const items = splitEnumeration(object)
    const verb = upTo(about[3], /\s/)
    if (items !== undefined && items.length >= 3)
      return [
        {
          kind: 'list',
          term: named,
          cue: { kind: 'objects', verb },
          items,
        },
      ]
    return [{ kind: 'purpose', use: 'subject', term: named, statement: about[3] }]
  }
  const used = /\s(?:used|useful|helpful|good|ideal|needed)\s/i.test(text)
    ? /^(.{2,60}?)\s+(?:is|are|can be)\s+(?:mainly |often |also |commonly |primarily )?(?:used|useful|helpful|good|ideal|needed)\s+(for|to|when)\s+(.+)$/i.exec(
        text,
      )
    : null
  if (used?.[1] !== undefined && used[3] !== undefined && usable(used[1])) {
    const reason = splitReason(used[3])
    const told = reason !== undefined && /^because/i.test(reason.reason) ? reason.action : used[3]
    const { core, drafts } = cutTails(subjectTerm(used[1], spoken), told)
    return [
      {
        kind: 'purpose',
        use: 'purpose',
        term: subjectTerm(used[1], spoken),
        statement: used[2] === 'to' ? `to ${core}` : core,
      },
      ...drafts,
    ]
  }
  const isA = /^(.{2,70}?)\s+(is|are|means|refers to|describes|was)\s+(.+)$/i.exec(text)
  if (isA?.[1] !== undefined && isA[2] !== undefined && isA[3] !== undefined && usable(isA[1])) {
    const own = ownName(isA[1], spoken, statement)
    const told = isA[3]
    const says = /^(?:means|refers to|describes)$/i.test(isA[2])
    const noun = /^(?:an?|the|one of|any|each|every)\s/i.test(told) && shapeOf(told) === 'noun'
    if (
      own !== undefined &&
      (says || noun) &&
      !/^(?:the (?:same|first|next|last|main|only|most|best)|a (?:good|great|bit|lot|must|way)|one)\b/i.test(
        told,
      ) &&
      wordCount(told) >= 3
    ) {
      const { term, aliases, expansion } = readTerm(own)
      const { core, drafts } = cutTails(term, told)
      return [
        ...(expansion === undefined ? [] : [expansion]),
        { kind: 'definition', term, statement: core, aliases },
        ...drafts,
      ]
    }
    if (
      own !== undefined &&
      /^(?:not|only|also|very|often|usually)?\s*\p{L}+(?:ed|en)\s+(?:by|with|in|as|from|through)\b/iu.test(
        told,
      )
    )
      return []
  }
  const acts = subjectGap(text, spoken)
  if (acts === undefined || !(first || /^(?:it|they)\s/i.test(text) || statement.subject === acts.term))
    return []
  const [, verb, object] = /^(\p{L}+)\s+(.+)$/u.exec(acts.rest) ?? []
  const base =
    verb === undefined
      ? undefined
      : (thirdPersonBase(verb) ??
        (baseVerb(verb) !== undefined && acts.term.endsWith('s') ? baseVerb(verb) : undefined))
  if (base === undefined || object === undefined || isAboutTheDocument(acts.term)) return []
  const reason = splitReason(object)
  const told = reason !== undefined && /^(?:because|so that)/i.test(reason.reason) ? reason.action : object
  const cut = cutTails(acts.term, told)
  const effect = effect1(acts.term, base, cut.core)
  return effect === undefined ? [] : [effect, ...cut.drafts]
}

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
