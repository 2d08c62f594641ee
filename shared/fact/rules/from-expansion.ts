import { atSpaces, upTo } from '../../basics/text.ts'
import { asidesIn } from '../../english/asides.ts'
import type { Draft } from '../fact.ts'
import { fitsAcronym, isAcronym } from './terms.ts'
import type { Statement } from '../read/statement.ts'

/** An acronym spelt out in parentheses or in running text, in either direction. The letters must fit. */
export function fromExpansion(statement: Statement): Draft[] {
  return expansionsIn(statement.full, statement.label)
}

/** The expansions that a line gives: "TTL (Time to Live)", "Time to Live (TTL)", "TTL stands for Time to Live". */
export const expansionsIn = (full: string, label: string): Draft[] => [
  ...asidesIn(full, 'short').flatMap(inAside),
  ...inSentence(full),
  ...afterLabel(full, label),
]

/** "TTL (Time to Live)" and "Time to Live (TTL)". */
function inAside(aside: { readonly before: string; readonly inside: string }): Draft[] {
  const words = atSpaces(aside.before.replace(/[*_]/g, ''))
  const inside = aside.inside.replace(/^(?:short for|stands for|i\.e\.?,?|aka|also known as)\s+/i, '').trim()
  const last = words.at(-1) ?? ''
  return [
    ...(isAcronym(last) ? expansion(last, inside) : []),
    ...(isAcronym(inside) ? spelledBefore(inside, words) : []),
  ]
}

/** The shortest run of words before the parentheses that the acronym abbreviates. */
function spelledBefore(acronym: string, words: readonly string[]): Draft[] {
  const listed = listedBefore(acronym, words)
  if (listed !== undefined) return [{ kind: 'expansion', term: acronym, statement: listed }]
  for (let take = 1; take <= Math.min(longest, words.length); take++) {
    const spelled = words
      .slice(-take)
      .join(' ')
      .replace(/^["'“]/, '')
    if (fitsAcronym(acronym, spelled) && !/^(?:and|or|of|to|the|for|in|a|an|with)\s/i.test(spelled))
      return expansion(acronym, spelled)
  }
  return []
}

/** "Confidentiality, Integrity and Availability (CIA)": a letter for each member, with commas between them. */
function listedBefore(acronym: string, words: readonly string[]): string | undefined {
  const letters = acronym.toLowerCase()
  for (let take = letters.length; take <= Math.min(letters.length + 2, words.length); take++) {
    const run = words.slice(-take)
    const members = run.filter((word) => !/^(?:and|or|&)$/i.test(word))
    if (!run.slice(0, -1).some((word) => word.endsWith(','))) continue
    if (members[0] !== run[0] || !members.every((word) => /^\p{Lu}\p{Ll}+,?$/u.test(word))) continue
    if (members.map((word) => word.charAt(0).toLowerCase()).join('') === letters) return run.join(' ')
  }
  return undefined
}

/** "TTL stands for Time to Live". */
function inSentence(full: string): Draft[] {
  const [, acronym, spelled] =
    /\b([A-Z][A-Za-z0-9/]{1,9})\s+(?:stands for|is short for|is an acronym for|means)\s+["“]?([^.,;:"”()]{4,80})/.exec(
      full,
    ) ?? []
  return acronym === undefined || spelled === undefined ? [] : expansion(acronym, spelled)
}

/** What ends the words that an acronym stands for. */
export const afterSpelled = /\s*(?:[,;(.:]|\s[–—-]\s)/

/** "TTL: Time to Live". */
function afterLabel(full: string, label: string): Draft[] {
  const acronym = label.replace(/\s*\([^)]*\)/g, '').trim()
  if (!isAcronym(acronym)) return []
  const rest = full.slice(full.indexOf(label) + label.length).replace(/^[\s:–—→>*-]+/, '')
  const words = atSpaces(upTo(rest, afterSpelled))
  const end = words.findIndex((word) => !/^\p{Lu}|^(?:and|or|of|to|the|for|in|as)$/u.test(word))
  const titled = end < 0 ? words.length : end
  const spelledOut = words.join(' ')
  if (words.length <= longest && fitsAcronym(acronym, spelledOut)) return expansion(acronym, spelledOut)
  for (let take = 2; take <= Math.min(longest, titled); take++) {
    const spelled = words.slice(0, take).join(' ')
    if (fitsAcronym(acronym, spelled)) return expansion(acronym, spelled)
  }
  return []
}

/** No acronym is spelt out in more words. */
const longest = 7

const expansion = (acronym: string, spelled: string): Draft[] =>
  fitsAcronym(acronym, spelled) ? [{ kind: 'expansion', term: acronym, statement: spelled.trim() }] : []
