import type { Source } from '../../shared/api/common.ts'
import type { ConceptId, ConceptKey, Conflict } from '../../shared/concept/concept.ts'
import type { FactKey, FactKind } from '../../shared/fact/fact.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { fromJson, toJson } from './json-column.ts'
import type { ConceptWordsTable, ConceptsTable, ConflictsTable, StatedFact } from './tables.ts'

/** A concept as it is stored. */
export interface StoredConcept {
  readonly id: ConceptId
  readonly key: ConceptKey
  readonly term: string
  readonly aliases: readonly string[]
  /** The topics above it, the outermost first. */
  readonly topic: readonly string[]
  /** False when no note speaks of it any more; its cards are retired, its history stays. */
  readonly active: boolean
}

/** What is stored of a fact: what its concept's page shows. */
export interface StoredFact {
  readonly key: FactKey
  readonly conceptId: ConceptId
  readonly term: string
  readonly kind: FactKind
  readonly statement: string
  readonly items: readonly string[]
  readonly sources: readonly Source[]
  /** Where its note speaks of it, the outermost topic first. */
  readonly topic: readonly string[]
  /** It belongs to its concept for its topic, because its own term names nothing. */
  readonly byTopic: boolean
}

/** Notes that disagree, as it is stored. */
export interface StoredConflict {
  readonly factKey: FactKey
  readonly conceptId: ConceptId
  readonly sentence: string
  readonly sides: Conflict['sides']
}

/** What the learner said about a concept by hand. */
export interface ConceptWord {
  readonly kind: 'apart' | 'joined' | 'called' | 'side' | 'two' | 'needs'
  readonly subject: string
  readonly value: string | null
  /** What was said, for people. */
  readonly sentence: string
  /** The concept on whose page it stands. */
  readonly conceptKey: ConceptKey
  readonly changeId: string
}

/** A row of `concepts` as the concept it is. The inverse of `toConceptRow`. */
export function toConcept(row: ConceptsTable): StoredConcept {
  const { id, concept_key: key, term, aliases, topic, active } = row
  return { id, key, term, aliases: fromJson(aliases), topic: fromJson(topic), active: active === 1 }
}

/** A concept as a row of `concepts`. */
export function toConceptRow(learnerId: LearnerId, concept: StoredConcept): ConceptsTable {
  const { id, key, term, aliases, topic, active } = concept
  return {
    learner_id: learnerId,
    id,
    concept_key: key,
    term,
    aliases: toJson(aliases),
    topic: toJson(topic),
    active: active ? 1 : 0,
  }
}

/** A row of `facts` as the fact it is. The inverse of `toFactRow`. */
export function toFact(row: StatedFact): StoredFact {
  return {
    key: row.fact_key,
    conceptId: row.concept_id,
    term: row.term,
    kind: row.kind,
    statement: row.statement,
    items: fromJson(row.items),
    sources: fromJson(row.sources),
    topic: fromJson(row.topic),
    byTopic: row.by_topic === 1,
  }
}

/** A fact as a row of `facts`. */
export function toFactRow(learnerId: LearnerId, fact: StoredFact): StatedFact {
  return {
    learner_id: learnerId,
    fact_key: fact.key,
    concept_id: fact.conceptId,
    term: fact.term,
    kind: fact.kind,
    statement: fact.statement,
    items: toJson(fact.items),
    sources: toJson(fact.sources),
    topic: toJson(fact.topic),
    by_topic: fact.byTopic ? 1 : 0,
  }
}

/** A row of `conflicts` as the disagreement it is. The inverse of `toConflictRow`. */
export function toConflict(row: ConflictsTable): StoredConflict {
  return {
    factKey: row.fact_key,
    conceptId: row.concept_id,
    sentence: row.sentence,
    sides: fromJson(row.sides),
  }
}

/** A disagreement as a row of `conflicts`. */
export function toConflictRow(learnerId: LearnerId, conflict: StoredConflict): ConflictsTable {
  const { factKey, conceptId, sentence, sides } = conflict
  return {
    learner_id: learnerId,
    fact_key: factKey,
    concept_id: conceptId,
    sentence,
    sides: toJson(sides),
  }
}

/** A row of `concept_words` as what the learner said. The inverse of `toConceptWordRow`. */
export function toConceptWord(row: ConceptWordsTable): ConceptWord {
  const { kind, subject, value, sentence, concept_key: conceptKey, change_id: changeId } = row
  return { kind, subject, value, sentence, conceptKey, changeId }
}

/** What the learner said as a row of `concept_words`. */
export function toConceptWordRow(learnerId: LearnerId, word: ConceptWord): ConceptWordsTable {
  const { kind, subject, value, sentence, conceptKey, changeId } = word
  return {
    learner_id: learnerId,
    kind,
    subject,
    value,
    sentence,
    concept_key: conceptKey,
    change_id: changeId,
  }
}
