import { groupBy } from '../basics/group-by.ts'
import { normaliseTerm } from '../basics/text.ts'

/** What telling how concepts have to do with each other needs of one. */
export interface RelatableConcept<Id extends string = string> {
  readonly id: Id
  readonly term: string
  readonly aliases: readonly string[]
}

/** What a fact says, whatever it is asked by. */
export interface SaidFact<Id extends string = string> {
  readonly conceptId: Id
  readonly statement: string
  readonly items: readonly string[]
}

/** What two concepts share. */
export interface Relation<Id extends string = string> {
  readonly id: Id
  /** Facts of either that name the other. */
  readonly facts: number
  /** Code that facts of both hold, as it is written. */
  readonly code: readonly string[]
}

/** A concept that another one seems to build on, by the notes' own words. */
export interface SuggestedPrerequisite<Id extends string = string> {
  readonly id: Id
  /** The other's name is part of this one's, or a sentence says so. */
  readonly why: { readonly kind: 'name' } | { readonly kind: 'sentence'; readonly sentence: string }
}

/** Two facts that name both, or one piece of code in both, relate two concepts. */
const fewestShared = 2

/** Finds the concepts that a text names, by the words of their names. */
export type NameFinder<Id extends string = string> = (text: string) => ReadonlySet<Id>

/** How to find concepts by their names in a text: their words one after another, singular or plural. */
export function nameFinder<Id extends string>(concepts: readonly RelatableConcept<Id>[]): NameFinder<Id> {
  const byName = new Map<string, Id>()
  let longest = 1
  for (const { id, term, aliases } of concepts) {
    for (const name of [term, ...aliases].map(normaliseTerm)) {
      if (name === '' || byName.has(name)) continue
      byName.set(name, id)
      longest = Math.max(longest, Math.min(longestName, name.split(' ').length))
    }
  }
  return (text) => {
    const words = text.split(/[\s,.;:!?()[\]{}"“”„]+/).filter((word) => word !== '')
    const found = new Set<Id>()
    words.forEach((_, at) => {
      for (let length = 1; length <= Math.min(longest, words.length - at); length++) {
        const id = byName.get(normaliseTerm(words.slice(at, at + length).join(' ')))
        if (id !== undefined) found.add(id)
      }
    })
    return found
  }
}

const longestName = 6

/**
 * The concepts that one is related to: named together in two facts or more, or with the same code in them. `others` are
 * facts of other concepts that may name it or hold its code. The most is shared with comes first.
 */
export function relateConcepts<Id extends string>(
  id: Id,
  own: readonly SaidFact<Id>[],
  others: readonly SaidFact<Id>[],
  find: NameFinder<Id>,
): Relation<Id>[] {
  const facts = new Map<Id, number>()
  const code = new Map<Id, Set<string>>()
  const name = (other: Id) => {
    if (other !== id) facts.set(other, (facts.get(other) ?? 0) + 1)
  }
  for (const fact of own) for (const other of find(textOf(fact))) name(other)
  const ownCode = new Set(own.flatMap(codeIn))
  for (const fact of others) {
    if (fact.conceptId === id) continue
    if (find(textOf(fact)).has(id)) name(fact.conceptId)
    for (const span of codeIn(fact).filter((one) => ownCode.has(one)))
      code.set(fact.conceptId, (code.get(fact.conceptId) ?? new Set()).add(span))
  }
  return [...new Set([...facts.keys(), ...code.keys()])]
    .map((other) => ({ id: other, facts: facts.get(other) ?? 0, code: [...(code.get(other) ?? [])].sort() }))
    .filter((relation) => relation.facts >= fewestShared || relation.code.length > 0)
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1))
}

/** How much two concepts share. */
export function weightOf({ facts, code }: Relation): number {
  return facts + code.length
}

/**
 * What a concept seems to build on: a concept whose name is part of its own ("Django" of "Django query optimisation"), or
 * one that its facts say it needs.
 */
export function suggestPrerequisites<Id extends string>(
  concept: RelatableConcept<Id>,
  own: readonly SaidFact<Id>[],
  find: NameFinder<Id>,
): SuggestedPrerequisite<Id>[] {
  const found = new Map<Id, SuggestedPrerequisite<Id>>()
  const suggest = (id: Id, why: SuggestedPrerequisite['why']) => {
    if (id !== concept.id && !found.has(id)) found.set(id, { id, why })
  }
  for (const id of find(concept.term)) suggest(id, { kind: 'name' })
  for (const sentence of own.flatMap((fact) => textOf(fact).split(/(?<=[.!?])\s+|\n/))) {
    const needed = needing.exec(sentence)?.[1]
    for (const id of needed === undefined ? [] : find(needed)) suggest(id, { kind: 'sentence', sentence })
  }
  return [...found.values()]
}

/**
 * The other way round: the concepts that seem to build on one, by their names and by what `others` say, which are facts of
 * other concepts that may name it.
 */
export function suggestDependants<Id extends string>(
  id: Id,
  others: readonly SaidFact<Id>[],
  conceptOf: (id: Id) => RelatableConcept<Id> | undefined,
  find: NameFinder<Id>,
): SuggestedPrerequisite<Id>[] {
  return [...groupBy(others, (fact) => fact.conceptId)].flatMap(([otherId, facts]) => {
    const other = otherId === id ? undefined : conceptOf(otherId)
    const suggested = other === undefined ? [] : suggestPrerequisites(other, facts, find)
    return suggested.filter((one) => one.id === id).map(({ why }) => ({ id: otherId, why }))
  })
}

/** The verbs by which English says that one thing needs another, with what they are said of. */
const needing =
  /\b(?:(?:builds?|built|based|depends?|rel(?:y|ies)) (?:up)?on|requires?|presupposes?|assumes?|extends?)\b(.{1,200})/i

const textOf = ({ statement, items }: SaidFact): string => [statement, ...items].join('\n')

/** Pieces of code in a fact that tell something: one or two letters are in everything. */
export function codeIn(fact: SaidFact): string[] {
  return [...textOf(fact).matchAll(/`([^`\n]{3,60})`/g)].map(([, code]) => (code ?? '').trim())
}
