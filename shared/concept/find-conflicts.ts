import type { Cloze, Fact } from '../fact/fact.ts'
import type { Concept, Conflict } from './concept.ts'
import { sidesOf } from './sides.ts'

/**
 * Notes that state one thing in ways that cannot both lead: two expansions of one term, two answers to one question,
 * the same words with another number, definitions without a common word. Each side is quoted, and the cards wait.
 */
export function findConflicts(
  concepts: readonly Concept[],
  stated: ReadonlyMap<string, readonly Fact[]>,
): Conflict[] {
  return concepts.flatMap((concept) =>
    concept.facts.flatMap((fact) => {
      const same = stated.get(fact.key) ?? []
      const sides = same.length < 2 ? [] : sidesOf(same)
      if (sides.length < 2) return []
      return [
        {
          conceptKey: concept.key,
          factKey: fact.key,
          term: fact.term,
          sentence: `${openingOf(fact)}: ${quoted(sides.map((side) => side.statement))}.`,
          sides,
        },
      ]
    }),
  )
}

function openingOf(fact: Fact): string {
  if (fact.kind === 'expansion') return `Your notes expand ${fact.term} in different ways`
  if (fact.kind === 'question') return `Your notes answer “${fact.question}” in different ways`
  if (fact.kind === 'cloze') return `Your notes fill “${withGaps(fact)}” in different ways`
  if (fact.kind === 'definition') return `Your notes define ${fact.term} in different ways`
  return `Your notes say different things about ${fact.term}`
}

const withGaps = ({ sentence }: Cloze): string =>
  sentence.map(({ kind, text }) => (kind === 'gap' ? '___' : text)).join('')

const mostQuoted = 3
const longestQuote = 160

/** "“one” and “two”"; of many only the first few, and how many more there are. */
export function quoted(statements: readonly string[]): string {
  const all = statements.map((text) => {
    const line = text.replace(/\s+/g, ' ')
    return `“${line.length > longestQuote ? `${line.slice(0, longestQuote).trimEnd()} …` : line}”`
  })
  if (all.length <= mostQuoted) return all.join(' and ')
  return `${all.slice(0, mostQuoted).join(', ')} and ${all.length - mostQuoted} more`
}
