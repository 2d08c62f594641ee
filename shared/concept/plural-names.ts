import { groupBy } from '../basics/group-by.ts'
import { levelTerm, normaliseTerm } from '../basics/text.ts'
import type { Fact } from '../fact/fact.ts'
import type { SourceQuote } from '../note/note.ts'
import { sidesOf } from './sides.ts'

/** Terms that would be singular and plural of one name and are two names: each with the name that it keeps. */
export type PluralNames = ReadonlyMap<string, string>

/**
 * Finds the plurals that are none: "HTTPS" beside "HTTP", "Means" beside "Mean". Only their form or what the notes say of
 * both tells them from "Mutexes" beside "Mutex", so a term alone is never among them.
 */
export function pluralNames(facts: readonly Fact[]): PluralNames {
  const names = new Map<string, string>()
  for (const [base, same] of groupBy(facts, ({ term }) => normaliseTerm(bare(term)))) {
    if (same.length < 2) continue
    const forms = groupBy(same, ({ term }) => formOfName(term))
    const singular = forms.get(base)
    if (singular === undefined || forms.size < 2) continue
    for (const [form, plural] of forms) {
      if (form === base || !areTwo(singular, plural)) continue
      names.set(form, form).set(base, base)
    }
  }
  return names
}

/** A term levelled, with its plural: what tells the names of one key. */
export const formOfName = (term: string): string => levelTerm(bare(term))

/** The name of a plural that is a name of its own; nothing for its singular, which keeps the name that it has alone. */
export function pluralName(term: string, plurals: PluralNames): string | undefined {
  if (plurals.size === 0) return undefined
  const form = formOfName(term)
  return plurals.has(form) && form !== normaliseTerm(bare(term)) ? form : undefined
}

const bare = (term: string): string => term.replace(/\s*\([^)]*\)/g, '')

function areTwo(singular: readonly Fact[], plural: readonly Fact[]): boolean {
  if (plural.some(({ term }) => isAbbreviated(bare(term)))) return true
  const byKey = groupBy(singular, ({ key }) => key)
  return plural.some((fact) =>
    (byKey.get(fact.key) ?? []).some((other) => standTogether(fact, other) || sayOther(fact, other)),
  )
}

/** A plural has a small s: "APIs". */
const isAbbreviated = (term: string): boolean => /(?:^|\s)[\p{Lu}\p{N}]{2,5}S$/u.test(term)

/** Two entries of one list or table: their author tells them apart. */
function standTogether({ sources: [one] }: Fact, { sources: [other] }: Fact): boolean {
  if (one === undefined || other === undefined || one.file !== other.file) return false
  const isEntry = ({ text: [line = ''] }: SourceQuote) => /^\s*(?:[-*+|]|\d+[.)])/.test(line)
  return isEntry(one) && isEntry(other) && one.heading.join('\n') === other.heading.join('\n')
}

/** What is said of both cannot be said of one. Short words rather differ by their s than two notes by a number. */
function sayOther(fact: Fact, other: Fact): boolean {
  if (sidesOf([fact, other]).length < 2) return false
  return fact.kind === 'definition' || normaliseTerm(fact.term).length <= shortest
}

const shortest = 4
