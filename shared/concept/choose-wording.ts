import { contentStems, wordCount } from '../basics/text.ts'
import { type Fact, itemsOf, statementOf } from '../fact/fact.ts'

/**
 * Scores how well each fact of a group words what all of them say: short but full, and sharing words with the others.
 * Equal statements are weighed once, so that a thousand notes that say the same cost no more than one.
 */
export function scoreWordings(same: readonly Fact[]): Map<Fact, number> {
  const counts = new Map<string, number>()
  for (const fact of same) counts.set(statementOf(fact), (counts.get(statementOf(fact)) ?? 0) + 1)
  const shared = counts.size < 2 && same.length < 2 ? new Map<string, number>() : sharedWords(counts)
  return new Map(same.map((fact) => [fact, lengthScore(fact) + (shared.get(statementOf(fact)) ?? 0)]))
}

function lengthScore(fact: Fact): number {
  const items = itemsOf(fact)
  const count = items.length > 0 ? items.length * 3 : wordCount(statementOf(fact))
  if (count === 0) return -5
  if (saysItself(fact)) return 0
  if (count < 3) return -2
  if (count <= 13) return 2 + count / 13
  return count <= 20 ? 1 : -4
}

/** "GraphQL: building APIs with GraphQL" explains the term by itself. */
function saysItself(fact: Fact): boolean {
  const statement = statementOf(fact)
  const said = new Set(contentStems(statement))
  const named = contentStems(fact.term)
  return named.length > 0 && statement !== '' && named.every((stem) => said.has(stem))
}

/** For each statement the sum of its likeness to all others; an index by stem finds what two statements share. */
function sharedWords(counts: ReadonlyMap<string, number>): Map<string, number> {
  const statements = [...counts].map(([text, count]) => ({ text, count, stems: new Set(contentStems(text)) }))
  const places = new Map<string, number[]>()
  statements.forEach(({ stems }, at) => {
    for (const stem of stems) {
      const known = places.get(stem)
      if (known === undefined) places.set(stem, [at])
      else known.push(at)
    }
  })
  const common = new Uint32Array(statements.length)
  return new Map(
    statements.map(({ text, stems }, at) => {
      common.fill(0)
      for (const stem of stems)
        for (const other of places.get(stem) ?? []) common[other] = (common[other] ?? 0) + 1
      const sum = statements.reduce((total, other, i) => {
        const both = common[i] ?? 0
        const others = i === at ? other.count - 1 : other.count
        return both === 0 ? total : total + others * (both / (stems.size + other.stems.size - both))
      }, 0)
      return [text, sum]
    }),
  )
}
