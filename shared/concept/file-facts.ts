import { countBy } from '../basics/group-by.ts'
import type { Fact } from '../fact/fact.ts'
import type { ConceptKey } from './concept.ts'

/** A fact with the term by which it is filed, and the concept that this term alone would make. */
export interface Filed {
  readonly fact: Fact
  readonly term: string
  /** The term is the fact's own; else it names its topic. */
  readonly own: boolean
  readonly key: ConceptKey
}

/**
 * Every fact belongs to one concept: that of its term where the term is a name, else that of what it asks about, else that
 * of its topic. `isNamed` knows the terms that are names whatever they look like.
 */
export function fileFacts(
  facts: readonly Fact[],
  keyOf: (term: string) => ConceptKey,
  isNamed: (term: string) => boolean,
): Filed[] {
  const file = (fact: Fact, term: string, own: boolean): Filed => {
    return { fact, term: bareTerm(term), own, key: keyOf(term) }
  }
  const filed = facts.map((fact) => {
    const { isName, subject, topic } = fact.filing
    if (isName || isNamed(fact.term)) return file(fact, fact.term, true)
    return subject === null ? file(fact, topic ?? fact.term, false) : file(fact, subject, true)
  })
  return joinLone(filed, (fact) =>
    fact.filing.topic === null || isNamed(fact.term) ? undefined : file(fact, fact.filing.topic, false),
  )
}

/**
 * One remark about a thing makes no concept of it: "flow label" with its use alone belongs to "IPv6 header", where there
 * is more of its like. What is defined, and what stands alone by its form, stays.
 */
function joinLone(filed: readonly Filed[], toTopic: (fact: Fact) => Filed | undefined): Filed[] {
  const counts = countBy(filed, ({ key }) => key)
  const moves = new Map(
    filed.flatMap((one) => {
      const isLone =
        one.own && counts.get(one.key) === 1 && !one.fact.filing.defines && !standsAlone(one.term)
      const moved = isLone ? toTopic(one.fact) : undefined
      return moved === undefined || moved.key === one.key ? [] : [[one, moved] as const]
    }),
  )
  const joined = countBy(moves.values(), ({ key }) => key)
  return filed.map((one) => {
    const moved = moves.get(one)
    if (moved === undefined) return one
    return (counts.get(moved.key) ?? 0) + (joined.get(moved.key) ?? 0) > 1 ? moved : one
  })
}

/** Code, an abbreviation, a name of one word: a concept with whatever is said of it. */
const standsAlone = (term: string): boolean =>
  !term.includes(' ') || /`|\p{Ll}\p{Lu}|\p{Lu}{2}|\p{L}\.\p{L}/u.test(term)

/** A term without what stands in brackets. */
function bareTerm(term: string): string {
  const bare = term.replace(/\s*\([^)]*\)/g, '').trim()
  return bare === '' ? term : bare
}
