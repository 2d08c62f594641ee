import { hashFields } from '../basics/hash.ts'
import { groupBy } from '../basics/group-by.ts'
import { compareText, normaliseTerm, normaliseText, remembering } from '../basics/text.ts'
import { exactSigns } from '../english/exact-signs.ts'
import { type Fact, type FactKey, itemsOf, statementOf } from '../fact/fact.ts'
import { type ConceptsByHand, joinedInto, nothingByHand } from './by-hand.ts'
import { scoreWordings } from './choose-wording.ts'
import { type Filed, fileFacts } from './file-facts.ts'
import { conceptName } from './concept-name.ts'
import type { Concept, ConceptKey, Conflict } from './concept.ts'
import { findConflicts } from './find-conflicts.ts'
import { keepApart } from './keep-apart.ts'
import { mergeSources } from './merge-sources.ts'
import { pluralName, pluralNames } from './plural-names.ts'
import { agreesWith } from './sides.ts'

/**
 * Joins facts from all notes: one concept a term, one fact a meaning. The order of the facts changes nothing. What the
 * learner said by hand comes before every rule.
 */
export function mergeConcepts(
  facts: readonly Fact[],
  byHand: ConceptsByHand = nothingByHand,
): { concepts: Concept[]; conflicts: Conflict[] } {
  const plurals = pluralNames(facts)
  const sorted = keepApart(facts, plurals).sort(compareFacts)
  const stated = groupBy(sorted, (fact) => fact.key)
  const settled = new Set(
    [...byHand.sides].filter(([key, said]) => settle(stated, key, said)).map(([key]) => key),
  )
  const merged = [...stated.values()].map((same) => mergeFacts(same))
  const nameOf = remembering(
    (term) => nameByHand(term, byHand) ?? pluralName(term, plurals) ?? conceptName(term),
    4096,
  )
  const spokenOf = keysByHand(byHand)
  const defined = new Set(merged.filter(({ filing }) => filing.defines).map((fact) => nameOf(fact.term)))
  const isNamed = (term: string) =>
    defined.has(nameOf(term)) ||
    byHand.apart.has(normaliseTerm(term)) ||
    (spokenOf.size > 0 && spokenOf.has(conceptKey(nameOf(term))))
  const aliases = aliasNames(merged, nameOf)
  const ownKeyOf = remembering((term) => conceptKey(aliases.get(nameOf(term)) ?? nameOf(term)), 4096)
  const filed = fileFacts(merged, ownKeyOf, isNamed)
  const byConcept = groupBy(filed, ({ key }) => joinedInto(key, byHand))
  const concepts = [...byConcept.entries()]
    .map(([key, all]) => toConcept(key, all, byHand.called.get(key)))
    .sort((a, b) => compareText(a.key, b.key))
  const open = new Map([...stated].filter(([key]) => !settled.has(key)))
  return { concepts, conflicts: findConflicts(concepts, open) }
}

/** The concepts of which the learner said something: their terms stay names, whatever they look like. */
function keysByHand({ joined, called }: ConceptsByHand): ReadonlySet<ConceptKey> {
  return new Set([...joined.keys(), ...joined.values(), ...called.keys()])
}

/** The key of the concept that has this name (`conceptName`). */
function conceptKey(name: string): ConceptKey {
  return hashFields(['concept', name]) as ConceptKey
}

/** The key of the concept that a term forms when the learner takes it out of another. */
export function apartKey(term: string): ConceptKey {
  return conceptKey(apartName(term))
}

function nameByHand(term: string, { apart }: ConceptsByHand): string | undefined {
  return apart.has(normaliseTerm(term)) ? apartName(term) : undefined
}

// No term of a note gives this name: the sign is stripped from terms.
function apartName(term: string): string {
  return `[${normaliseTerm(term)}]`
}

/** Leaves only what the learner said is right. False when no note says so any more: then their word settles nothing. */
function settle(stated: Map<FactKey, Fact[]>, key: FactKey, said: string | null): boolean {
  if (said === null) return true
  const right = (stated.get(key) ?? []).filter((fact) => agreesWith(fact, said))
  if (right.length > 0) stated.set(key, right)
  return right.length > 0
}

/** An acronym and its expansion are one concept when some note says so. */
function aliasNames(facts: readonly Fact[], nameOf: (term: string) => string): Map<string, string> {
  const names = new Map<string, string>()
  const known = new Set(facts.filter((fact) => fact.kind !== 'expansion').map((fact) => nameOf(fact.term)))
  for (const fact of facts) {
    if (fact.kind !== 'expansion') continue
    const acronym = nameOf(fact.term)
    const expansion = nameOf(fact.statement)
    if (known.has(expansion) && !names.has(expansion)) names.set(acronym, expansion)
  }
  return names
}

function toConcept(key: ConceptKey, filed: readonly Filed[], called: string | undefined): Concept {
  // A concept that others were merged into by hand keeps the name of its own facts.
  const itsOwn = filed.filter((one) => one.key === key)
  const term = called ?? mostCommon((itsOwn.length > 0 ? itsOwn : filed).map((one) => one.term))
  const aliases = new Set([
    ...filed.map((one) => one.term),
    ...filed.flatMap(({ fact, own }) => (own ? fact.aliases : [])),
  ])
  return {
    key,
    term,
    aliases: [...aliases].filter((alias) => alias !== term).sort(compareText),
    facts: filed.map(({ fact }) => fact).sort((a, b) => compareText(a.key, b.key)),
    byTopic: new Set(filed.filter(({ own }) => !own).map(({ fact }) => fact.key)),
    topic: commonTopic(filed.map(({ fact }) => fact.topic)),
  }
}

/** The path that most facts stand below; of equally many the shortest. */
function commonTopic(topics: readonly (readonly string[])[]): readonly string[] {
  const byPath = new Map(topics.map((topic) => [topic.join('\n'), topic]))
  const counts = topics.map((topic) => topic.join('\n'))
  return byPath.get(mostCommon(counts)) ?? []
}

/** The same fact from several notes: the best wording leads, the others count as right too, every source is kept. */
function mergeFacts(same: readonly Fact[]): Fact {
  const [only, another] = same
  if (only !== undefined && another === undefined) return only
  const scores = scoreWordings(same)
  const [first, ...others] = [...same].sort(
    (a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || compareFacts(a, b),
  )
  if (first === undefined) throw new Error('Inconsistent: a group of facts is empty')
  const led = statementOf(first)
  const variants = [...new Set(others.map(statementOf).filter((text) => text !== '' && text !== led))].filter(
    (text) => normaliseText(text) !== normaliseText(led) || exactSigns(text) !== exactSigns(led),
  )
  const aliases = [...new Set(same.flatMap((fact) => fact.aliases))].sort(compareText)
  return {
    ...first,
    aliases,
    variants: variants.sort(compareText),
    sources: mergeSources(same.flatMap((fact) => fact.sources)),
  }
}

function mostCommon(texts: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return (
    [...counts.entries()].sort(
      (a, b) => b[1] - a[1] || a[0].length - b[0].length || compareText(a[0], b[0]),
    )[0]?.[0] ?? ''
  )
}

function compareFacts(a: Fact, b: Fact): number {
  return compareText(a.key, b.key) || compareWithin(a, b)
}

/** The order of two facts of one key. */
function compareWithin(a: Fact, b: Fact): number {
  const [left, right] = [a.sources[0], b.sources[0]]
  return (
    compareText(statementOf(a), statementOf(b)) ||
    compareText(itemsOf(a).join('\n'), itemsOf(b).join('\n')) ||
    compareText(left?.file ?? '', right?.file ?? '') ||
    (left?.lines[0] ?? 0) - (right?.lines[0] ?? 0) ||
    compareText(a.term, b.term)
  )
}
