import type { Brand } from '../basics/brand.ts'
import type { Fact, FactKey } from '../fact/fact.ts'
import type { SourceQuote } from '../note/note.ts'

/** The identity of a concept: `hash(["concept", normalised term])` of its canonical term. */
export type ConceptKey = Brand<string, 'ConceptKey'>
/** The minted id of a stored concept. Its key follows its name; the id stays. */
export type ConceptId = Brand<string, 'ConceptId'>

/** All facts about one normalised term, from every note: the unit of mastery. */
export interface Concept {
  readonly key: ConceptKey
  /** The canonical spelling, as most notes write it. */
  readonly term: string
  readonly aliases: readonly string[]
  /** Merged: the same fact from several notes is one fact with several sources. */
  readonly facts: readonly Fact[]
  /** The facts that are here for their topic, because their own term names nothing. */
  readonly byTopic: ReadonlySet<FactKey>
  /** Where the notes mostly speak of it: the topics above it, the outermost first. */
  readonly topic: readonly string[]
}

/** Two notes that disagree about one thing. Its cards wait until the learner decides. */
export interface Conflict {
  readonly conceptKey: ConceptKey
  readonly factKey: FactKey
  readonly term: string
  readonly sentence: string
  readonly sides: readonly { readonly statement: string; readonly sources: readonly SourceQuote[] }[]
}
