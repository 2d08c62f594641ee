import { normaliseText, wordCount } from '../../basics/text.ts'
import { stripNumbering } from '../../note/clean-text.ts'
import type { Draft } from '../fact.ts'

interface ReadTerm {
  readonly term: string
  readonly aliases: readonly string[]
  /** The expansion that the parentheses gave, in either direction. */
  readonly expansion: Draft | undefined
}

/** Reads "Django REST Framework (DRF)" or "TTL (Time to Live)" as a term with its other name. */
export function readTerm(label: string): ReadTerm {
  const bare = stripNumbering(label)
    .replace(/^["“”‘']+([^"“”‘’']*)["“”’']+$/, '$1')
    .replace(/[\s:：?]+$/, '')
    .trim()
  const found = /^(.+?)\s*\(([^()]+)\)\s*(.*)$/.exec(bare)
  if (found?.[1] === undefined || found[2] === undefined)
    return { term: bare, aliases: [], expansion: undefined }
  const [, outer, inner, tail] = found
  const term = `${outer} ${tail ?? ''}`.trim()
  if (fitsAcronym(outer, inner))
    return { term, aliases: [inner], expansion: { kind: 'expansion', term: outer, statement: inner } }
  if (fitsAcronym(inner, outer))
    return { term, aliases: [inner], expansion: { kind: 'expansion', term: inner, statement: outer } }
  return {
    term,
    aliases: wordCount(inner) <= 2 && /^\p{Lu}/u.test(inner) && !inner.includes(',') ? [inner] : [],
    expansion: undefined,
  }
}

/** True when `expansion` spells out `acronym`: same letters, in order, or in another order that is then a conflict. */
export function fitsAcronym(acronym: string, expansion: string): boolean {
  const letters = acronym.replace(/[^A-Za-z0-9]/g, '')
  if (
    letters.length < 2 ||
    letters.length > 8 ||
    !isAcronym(acronym) ||
    expansion.includes(',') ||
    /`/.test(expansion)
  )
    return false
  const wordsOf = expansion.split(/[\s/&-]+/).filter((word) => /\p{L}/u.test(word))
  if (wordsOf.length < 2 || wordsOf.length > letters.length + 4) return false
  const target = letters.toLowerCase().replace(/s$/, letters.endsWith('s') ? '' : 's')
  const all = initials(wordsOf)
  const big = initials(
    wordsOf.filter((word) => !/^(?:and|or|of|to|the|for|in|as|a|an|on|with|by)$/i.test(word)),
  )
  if (all === target || big === target) return true
  if (sameLetters(big, target) && target.length >= 3) return true
  return spells(
    target,
    wordsOf.map((word) => word.toLowerCase()),
  )
}

/** Mostly capitals, without spaces: "CI/CD", "IaC", "APIs", "3NF". */
export function isAcronym(text: string): boolean {
  return (
    /^[A-Z0-9][A-Za-z0-9]*(?:[/&.-][A-Z0-9][A-Za-z0-9]*)*$/.test(text) &&
    text.length <= 10 &&
    (text.match(/[A-Z]/g)?.length ?? 0) * 2 >= text.replace(/[^A-Za-z]/g, '').length &&
    (text.match(/[A-Z]/g)?.length ?? 0) >= 2
  )
}

const initials = (list: readonly string[]): string =>
  list.map((word) => word.charAt(0).toLowerCase()).join('')
const sameLetters = (a: string, b: string): boolean =>
  Array.from(a).sort().join('') === Array.from(b).sort().join('')

/** Every word gives at least its first letter, in order, and no letter is left ("Cross-Site Scripting" does not spell XSS). */
function spells(target: string, list: readonly string[], at = 0): boolean {
  if (at === target.length)
    return list.every((word) => /^(?:and|or|of|to|the|for|in|as|a|an|on|with|by)$/.test(word))
  const [word, ...rest] = list
  if (word === undefined) return false
  if (/^(?:and|or|of|to|the|for|in|as|a|an|on|with|by)$/.test(word) && spells(target, rest, at)) return true
  if (word.charAt(0) !== target[at]) return false
  for (let take = 1; take <= Math.min(3, word.length); take++) {
    if (!target.startsWith(take === 1 ? word.charAt(0) : lettersOf(word, target, at, take), at)) continue
    if (spells(target, rest, at + take)) return true
  }
  return false
}

/** The next letters of the target when the word holds them in order ("Extensible" gives "x"). */
function lettersOf(word: string, target: string, at: number, count: number): string {
  const wanted = target.slice(at, at + count)
  let from = 0
  for (const letter of wanted) {
    const found = word.indexOf(letter, from)
    if (found < 0) return '\0'
    from = found + 1
  }
  return wanted
}

/** True when two names are written the same, apart from case and marks. */
export function sameName(a: string, b: string): boolean {
  return normaliseText(a) === normaliseText(b)
}
