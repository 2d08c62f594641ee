import { groupBy } from '../basics/group-by.ts'
import { compareText, normaliseTerm } from '../basics/text.ts'
import type { Fact } from '../fact/fact.ts'

/** The facts of a concept with one way to say each term: a note that writes it small in a sentence knows it is no name. */
export function sayAlike(facts: readonly Fact[]): readonly Fact[] {
  if (facts.length < 2) return facts
  const said = new Map(
    [...groupBy(facts, (fact) => normaliseTerm(fact.term))].map(([name, same]) => [name, bestSaid(same)]),
  )
  return facts.map((fact) => {
    const spoken = said.get(normaliseTerm(fact.term)) ?? fact.spoken
    return spoken === fact.spoken ? fact : { ...fact, spoken }
  })
}

/** Small before capital, then the commonest way. */
function bestSaid(same: readonly Fact[]): string | undefined {
  const counts = new Map<string, number>()
  // A sentence quoted below a heading does not say how its term is spoken.
  const worded = same.filter(({ kind }) => kind !== 'cloze' && kind !== 'told')
  const asked = new Set(worded.map(({ spoken }) => spoken.toLowerCase()))
  const voting = same.filter(({ spoken }) => asked.size === 0 || asked.has(spoken.toLowerCase()))
  for (const { term, spoken } of voting)
    if (spoken !== term || !/^\p{Lu}/u.test(spoken)) counts.set(spoken, (counts.get(spoken) ?? 0) + 1)
  return [...counts.entries()].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]?.[0]
}
