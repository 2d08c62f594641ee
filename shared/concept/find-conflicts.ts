import { compareText, contentStems } from '../basics/text.ts'
import type { Fact } from '../fact/fact.ts'
import type { Concept, Conflict } from './concept.ts'
import { mergeSources } from './merge-sources.ts'

/** Two different expansions of one term disagree: both are shown side by side, and its cards wait. */
export function findConflicts(
  concepts: readonly Concept[],
  stated: ReadonlyMap<string, readonly Fact[]>,
): Conflict[] {
  return concepts.flatMap((concept) =>
    concept.facts
      .filter((fact) => fact.kind === 'expansion')
      .flatMap((fact) => {
        const sides = sidesOf(stated.get(fact.key) ?? [])
        if (sides.length < 2) return []
        const quoted = sides.map((side) => `“${side.statement}”`).join(' and ')
        return [
          {
            conceptKey: concept.key,
            factKey: fact.key,
            term: fact.term,
            sentence: `Your notes expand ${fact.term} in different ways: ${quoted}.`,
            sides,
          },
        ]
      }),
  )
}

/** Whether a fact is on the side of a statement: the same words, whatever their form. */
export function agreesWith(fact: Fact, statement: string): boolean {
  return meaningOf(fact.statement) === meaningOf(statement)
}

function sidesOf(facts: readonly Fact[]): Conflict['sides'] {
  const byMeaning = new Map<string, { statement: string; sources: Fact['sources'][number][] }>()
  const meanings = new Map(
    [...new Set(facts.map((fact) => fact.statement))].map((said) => [said, meaningOf(said)]),
  )
  for (const fact of facts) {
    const meaning = meanings.get(fact.statement) ?? ''
    const known = byMeaning.get(meaning)
    if (known === undefined) byMeaning.set(meaning, { statement: fact.statement, sources: [...fact.sources] })
    else known.sources.push(...fact.sources)
  }
  return [...byMeaning.values()]
    .map(({ statement, sources }) => ({ statement, sources: mergeSources(sources) }))
    .sort((a, b) => compareText(a.statement, b.statement))
}

const meaningOf = (statement: string): string => contentStems(statement.replace(/[-/]/g, ' ')).join(' ')
