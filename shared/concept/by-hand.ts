import type { FactKey } from '../fact/fact.ts'
import type { ConceptKey } from './concept.ts'

/** What the learner said about concepts by hand. It holds for every later reading, whatever the notes say. */
export interface ConceptsByHand {
  /** Normalised terms that are a concept of their own. */
  readonly apart: ReadonlySet<string>
  /** Concepts whose facts belong to another one. */
  readonly joined: ReadonlyMap<ConceptKey, ConceptKey>
  /** What the learner calls a concept. */
  readonly called: ReadonlyMap<ConceptKey, string>
  /** The statement that is right where notes disagree; null when all are. */
  readonly sides: ReadonlyMap<FactKey, string | null>
}

export const nothingByHand: ConceptsByHand = {
  apart: new Set(),
  joined: new Map(),
  called: new Map(),
  sides: new Map(),
}

/** The concept that holds the facts of this one. A circle of joins ends where it began. */
export function joinedInto(key: ConceptKey, { joined }: Pick<ConceptsByHand, 'joined'>): ConceptKey {
  const seen = new Set([key])
  let into = key
  for (let next = joined.get(into); next !== undefined && !seen.has(next); next = joined.get(into)) {
    seen.add(next)
    into = next
  }
  return into
}
