import { groupBy } from '../basics/group-by.ts'
import { compareText, contentStems, words } from '../basics/text.ts'
import { exactSigns, exactWords } from '../english/exact-signs.ts'
import { type Fact, isVocabulary, itemsOf, statementOf } from '../fact/fact.ts'
import type { Conflict } from './concept.ts'
import { mergeSources } from './merge-sources.ts'

type Sides = Conflict['sides']

/** What is said of one thing, parted where it disagrees: one side when the facts agree. */
export function sidesOf(same: readonly Fact[]): Sides {
  const [first] = same
  if (first === undefined || new Set(same.map(answerOf)).size < 2) return []
  const asked = first.kind === 'expansion' ? same : same.filter(isAsked)
  if (asked.length > 1) return toSides([...groupBy(asked, meaningOf).values()])
  if (itemsOf(first).length > 0 || !comparable.has(first.kind) || isVocabulary(first)) return []
  const counted = byNumber(same)
  if (counted.length > 1) return toSides(counted)
  return first.kind === 'definition' || first.kind === 'question' ? toSides(byWords(same)) : []
}

/** Whether a fact is on the side of a statement: what it says is the same, whatever its form. */
export function agreesWith(fact: Fact, statement: string): boolean {
  if (answerOf(fact) === statement || meaningOf(fact) === meaningAs(fact.kind, statement)) return true
  const strict = fact.kind === 'expansion' || fact.kind === 'cloze' || isAsked(fact)
  const told = statementOf(fact)
  return !strict && shareWords(told, statement) && wordsAlone(told) !== wordsAlone(statement)
}

/** Kinds of which a note states one at most; there are many ways, lists and examples. */
const comparable: ReadonlySet<Fact['kind']> = new Set([
  'definition',
  'purpose',
  'effect',
  'aspect',
  'question',
  'cloze',
])

/** True for a question whose answer its author wrote beside it; a heading that asks is answered by prose. */
function isAsked(fact: Fact): boolean {
  return (
    fact.kind === 'question' &&
    (fact.sides.kind === 'forward' || fact.sides.kind === 'both') &&
    fact.sources[0]?.heading.at(-1) !== fact.question
  )
}

const meaningOf = (fact: Fact): string => meaningAs(fact.kind, answerOf(fact))

function meaningAs(kind: Fact['kind'], said: string): string {
  if (kind !== 'expansion') return exactWords(said)
  return `${contentStems(said.replace(/[-/]/g, ' ')).join(' ')}\n${exactSigns(said)}`
}

/** The whole answer as one text; the order of a list says nothing. */
function answerOf(fact: Fact): string {
  const items = itemsOf(fact)
  return items.length > 0 ? [...items].sort(compareText).join('\n') : statementOf(fact)
}

/** Facts that say the same words with different numbers; none when no two do. */
function byNumber(same: readonly Fact[]): Fact[][] {
  const numbered = same.filter((fact) => /\p{N}/u.test(statementOf(fact)))
  const groups = [...groupBy(numbered, (fact) => wordsAlone(statementOf(fact))).values()].filter(
    (group) => group.length > 1,
  )
  const parted = groups.map((group) => [...groupBy(group, (fact) => exactSigns(statementOf(fact))).values()])
  return parted.find((sides) => sides.length > 1) ?? []
}

const wordsAlone = (statement: string): string =>
  words(statement)
    .filter((word) => !/\p{N}/u.test(word))
    .join(' ')

/** Facts joined by a word that they share, directly or through another one. */
function byWords(same: readonly Fact[]): Fact[][] {
  const told = [...groupBy(same, statementOf).values()]
  // A text of one or two words denies nothing.
  const roots = told.map(([fact]) => rootsOf(fact === undefined ? '' : statementOf(fact)))
  if (roots.some((own) => own.length < 3)) return []
  const sides: Fact[][] = []
  const left = new Set(told.keys())
  const places = placesOf(roots)
  for (const start of told.keys()) {
    if (!left.delete(start)) continue
    const side = [start]
    // The list grows while it is walked: what joins it brings its own words.
    for (const at of side)
      for (const root of roots[at] ?? [])
        for (const next of places.get(root) ?? []) if (left.delete(next)) side.push(next)
    sides.push(side.flatMap((at) => told[at] ?? []))
  }
  return sides
}

/** Where each root is said. */
function placesOf(roots: readonly (readonly string[])[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  roots.forEach((own, at) => {
    for (const root of own) {
      const known = places.get(root)
      if (known === undefined) places.set(root, [at])
      else known.push(at)
    }
  })
  return places
}

/** Words in whatever form: "API" and "APIs", "orchestrates" and "orchestration". */
const rootsOf = (text: string): string[] => [
  ...new Set(contentStems(text).map((stem) => (stem.length > 4 ? stem.slice(0, 4) : stem.replace(/s$/, '')))),
]

function shareWords(a: string, b: string): boolean {
  const roots = new Set(rootsOf(a))
  return rootsOf(b).some((root) => roots.has(root))
}

function toSides(groups: readonly (readonly Fact[])[]): Sides {
  return groups
    .map((facts) => ({
      statement: facts[0] === undefined ? '' : answerOf(facts[0]),
      sources: mergeSources(facts.flatMap((fact) => fact.sources)),
    }))
    .sort((a, b) => compareText(a.statement, b.statement))
}
