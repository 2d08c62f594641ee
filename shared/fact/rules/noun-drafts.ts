import { upTo, wordCount } from '../../basics/text.ts'
import { splitEnumeration, splitTopLevel } from '../../english/enumeration.ts'
import { isName } from '../../english/is-name.ts'
import { isKind } from '../../english/kinds.ts'
import { isActivity, isPlural } from '../../english/nouns.ts'
import { firstWord, withoutAsides } from '../../english/phrase.ts'
import { cutTails } from './tails.ts'
import { isAcronym } from './terms.ts'
import { isPlainWord } from '../../english/title-case.ts'
import { baseVerb, gerundBase } from '../../english/verbs.ts'
import type { Draft } from '../fact.ts'
import {
  circular,
  studied,
  vagueTopic,
  names,
  quality,
  service,
  actedBy,
  isTool,
  joinsQualities,
} from '../../english/noun-kinds.ts'

/** What a noun phrase states about its term: what it is, what it covers, what it is for. */
export function nounDrafts(term: string, text: string): Draft[] {
  const role = /^as\s+(.+)$/i.exec(text)?.[1]
  if (role !== undefined) return [{ kind: 'purpose', use: 'role', term, statement: role }]
  const bare = withoutAsides(text)
  const topics = splitTopLevel(text)
  if (/\s\+\s/.test(bare) || /^[\p{Lu}`][^\s,]*\s*(?:&|and)\s*[\p{Lu}`]/u.test(bare)) return []
  if (topics.length === 2 && isName(topics[0] ?? '') && !isKind(topics[0] ?? '')) return []
  if (topics.length < 2 && isName(bare))
    return isActivity(term) && !/\s/.test(bare)
      ? [{ kind: 'aspect', respect: { kind: 'tool' }, term, statement: bare }]
      : []
  if (/^\p{Lu}\S*\s\p{Lu}\S*$/u.test(bare)) return []
  if (circular(term, bare)) return []
  if (
    /^(?:emphasis|focus|basics of|fundamentals of|intro(?:duction)? to|(?:\p{L}+\s)?(?:understanding|knowledge|mastery|exploration|overview|introduction|experience|proficiency|grasp|expertise))\b/iu.test(
      text,
    )
  )
    return []
  if (quality.test(term) && !/^(?:an?|the|any|all|each|every)\s/i.test(text))
    return cutTails(term, text).drafts.slice()
  if (
    topics.length >= 3 &&
    !/\s(?:for|with|using|to|via)\s/.test(text) &&
    topics.every((topic) => wordCount(withoutAsides(topic)) <= 4) &&
    !/^(?:an?|the)\s/i.test(text)
  ) {
    const items = (splitEnumeration(withoutAsides(text)) ?? topics).map((item) =>
      item.replace(/^(?:principles|concepts|fundamentals|basics|implementation|use) of\s+/i, ''),
    )
    if (items.some((item) => studied.test(item)) || vagueTopic.test(term)) return []
    return [{ kind: 'list', term, cue: { kind: 'topics' }, items }]
  }
  if (wordCount(text) < 2 && !/\p{Script=Han}/u.test(text)) return []
  if (/\b(?:concepts|principles|fundamentals|basics|understanding of)\b/i.test(text) && wordCount(text) <= 5)
    return []
  if (names.test(text) && !isTool(term) && !isKind(firstWord(text)) && !isPlainWord(firstWord(text)))
    return []
  const { core, drafts } = cutTails(term, text)
  const head = upTo(
    withoutAsides(core),
    /\s+(?:that|which|for|of|to|in|with|used|based|where|between|on|over|under|about|across|at|from|by|when|whose|without|as)\s+|,\s+(?=(?:with|such|like|for|so|where|which|useful|an?|the)\b)/,
  ).trim()
  if (wordCount(core) < 4 && !isKind(head) && !/^(?:an?|the)\s/i.test(core) && !/\p{Script=Han}/u.test(core))
    return [...drafts]
  if (
    head === core &&
    /\b(?:implementation|integration|setup|configuration|management|usage|patterns|fundamentals|techniques|practices|optimization|optimizations|consumption|options|features|development)$/i.test(
      head,
    )
  )
    return [...drafts]
  const plainCore = !/^(?:an?|the|any|all|each|every)\s/i.test(core)
  if (plainCore && isTool(term) && service.test(actedBy(head).split(' ').at(-1) ?? ''))
    return [{ kind: 'purpose', use: 'purpose', term, statement: core }, ...drafts]
  if (
    /,|\s(?:and|&|\+)\s/.test(actedBy(head)) &&
    !/^(?:an?|the)\s/i.test(core) &&
    !isAcronym(term) &&
    !joinsQualities(head)
  )
    return [{ kind: 'aspect', respect: { kind: 'coverage' }, term, statement: core }, ...drafts]
  if (
    plainCore &&
    isActivity(term) &&
    isPlural(head) &&
    !/\s(?:and|or|&)\s/.test(head) &&
    !isPlural(term) &&
    !/\b(?:that|which)\b/.test(core)
  )
    return [{ kind: 'aspect', respect: { kind: 'coverage' }, term, statement: core }, ...drafts]
  const purpose = /^(.{6,}?)\s+(?:used\s+)?(?:for|to)\s+(.+)$/.exec(core)
  const tail = purpose?.[2] ?? ''
  const extra: Draft[] =
    purpose !== null &&
    wordCount(tail) >= 2 &&
    // The tail of a shorter definition is asked for only where another note defines the term.
    (wordCount(core) > longestAsked || gerundBase(firstWord(tail)) !== undefined) &&
    !/^(?:the|an?|its|one|new|each|every)\s/i.test(tail) &&
    (!/\sto\s+$/.test(core.slice(0, core.length - tail.length)) || baseVerb(firstWord(tail)) !== undefined) &&
    !/^(?:the|an?|this|each|every)\s+\p{L}+$/iu.test(tail) &&
    !/\b(?:that|which)\b/.test(purpose[1] ?? '') &&
    !/\b(?:need|needs|easy|hard|able|ready|alternative|approach|similar|due|according|equal|related|used)$/i.test(
      purpose[1] ?? '',
    )
      ? [
          {
            kind: 'purpose',
            use: 'purpose',
            term,
            statement: / to \S+ /.test(core.slice(purpose[1]?.length ?? 0, (purpose[1]?.length ?? 0) + 20))
              ? `to ${tail}`
              : tail,
          },
        ]
      : []
  return [{ kind: 'definition', term, statement: core }, ...extra, ...drafts]
}

const longestAsked = 20
