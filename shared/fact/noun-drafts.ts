import { upTo, wordCount } from '../basics/text.ts'
import { splitEnumeration, splitTopLevel } from './enumeration.ts'
import { isKind } from './kinds.ts'
import { firstWord, withoutAsides } from './phrase.ts'
import { cutTails } from './tails.ts'
import { isAcronym } from './terms.ts'
import { baseVerb } from './verbs.ts'
import type { Draft } from './fact.ts'

/** What a noun phrase states about its term: what it is, what it covers, what it is for. */
export function nounDrafts(term: string, text: string): Draft[] {
  const role = /^as\s+(.+)$/i.exec(text)?.[1]
  if (role !== undefined) return [{ kind: 'purpose', term, slot: 'as', statement: role }]
  const topics = splitTopLevel(text)
  if (
    /^(?:emphasis|focus|(?:\p{L}+\s)?(?:understanding|knowledge|mastery|exploration|overview|introduction|experience|proficiency|grasp|expertise))\b/iu.test(
      text,
    )
  )
    return []
  if (
    topics.length >= 3 &&
    !/\s(?:for|with|using|to|via)\s/.test(text) &&
    topics.every((topic) => wordCount(withoutAsides(topic)) <= 4) &&
    !/^(?:an?|the)\s/i.test(text)
  ) {
    const items = splitEnumeration(withoutAsides(text)) ?? topics
    return [{ kind: 'list', term, slot: 'topics', cue: 'topics', items }]
  }
  if (wordCount(text) < 2 && !/\p{Script=Han}/u.test(text)) return []
  if (/\b(?:concepts|principles|fundamentals|basics|understanding of)\b/i.test(text) && wordCount(text) <= 5)
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
  if (
    /,|\s(?:and|&|\+)\s/.test(head) &&
    !/^(?:an?|the)\s/i.test(core) &&
    !isAcronym(term) &&
    !joinsQualities(head)
  )
    return [{ kind: 'aspect', term, slot: 'cover', statement: core }, ...drafts]
  const purpose = /^(.{6,}?)\s+(?:used\s+)?(?:for|to)\s+(.+)$/.exec(core)
  const tail = purpose?.[2] ?? ''
  const extra: Draft[] =
    purpose !== null &&
    wordCount(tail) >= 2 &&
    // The tail of a definition that is asked for as a whole would be asked twice.
    wordCount(core) > longestAsked &&
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

/** "Readable, maintainable source text", "correctness and consistency": one thing with qualities, no list of topics. */
function joinsQualities(head: string): boolean {
  const first = firstWord(head)
  return /(?:able|ible|ful|less|ous|ic|ive|ness|cy|ity)$/.test(first)
}
