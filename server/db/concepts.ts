import { sql } from 'kysely'
import type { Day, EpochMs } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { ConceptId, ConceptKey } from '../../shared/concept/concept.ts'
import type { FactKey } from '../../shared/fact/fact.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { CardState } from '../../shared/schedule/schedule.ts'
import {
  type StoredConcept,
  type StoredConflict,
  type StoredFact,
  toConcept,
  toConflict,
  toFact,
  toFactRow,
} from './concept-rows.ts'
import { findRejected } from './ignored-facts.ts'
import { inChunks } from './in-chunks.ts'
import { escaped } from './like.ts'
import { toCardState } from './state-rows.ts'
import type { ConceptsTable, ConflictsTable, Reader, StatedFact, Writer } from './tables.ts'

export async function listConcepts(db: Reader, learnerId: LearnerId): Promise<StoredConcept[]> {
  const rows = await db
    .selectFrom('concepts')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .orderBy('term')
    .orderBy('id')
    .execute()
  return rows.map(toConcept)
}

export async function findConcept(
  db: Reader,
  learnerId: LearnerId,
  id: ConceptId,
): Promise<StoredConcept | undefined> {
  const row = await db
    .selectFrom('concepts')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toConcept(row)
}

export async function findConceptByKey(
  db: Reader,
  learnerId: LearnerId,
  key: ConceptKey,
): Promise<StoredConcept | undefined> {
  const row = await db
    .selectFrom('concepts')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('concept_key', '=', key)
    .executeTakeFirst()
  return row && toConcept(row)
}

export async function findFacts(
  db: Reader,
  learnerId: LearnerId,
  conceptId: ConceptId,
): Promise<StoredFact[]> {
  const rows = await db
    .selectFrom('facts')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('concept_id', '=', conceptId)
    .orderBy('fact_key')
    .execute()
  return rows.map(toFact)
}

/** A fact by its key. */
export async function findFact(
  db: Reader,
  learnerId: LearnerId,
  key: FactKey,
): Promise<StoredFact | undefined> {
  const row = await db
    .selectFrom('facts')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('fact_key', '=', key)
    .executeTakeFirst()
  return row && toFact(row)
}

/** Facts that hold one of these phrases, whatever its case: some at most. */
export async function findFactsSaying(
  db: Reader,
  learnerId: LearnerId,
  phrases: readonly string[],
  most: number,
): Promise<StoredFact[]> {
  if (phrases.length === 0) return []
  const rows = await db
    .selectFrom('facts')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where((eb) =>
      eb.or(
        phrases.map((phrase) => {
          const like = `%${escaped(phrase.toLowerCase())}%`
          return sql<boolean>`(lower(statement) like ${like} escape '\\' or lower(items) like ${like} escape '\\')`
        }),
      ),
    )
    .orderBy('fact_key')
    .limit(most)
    .execute()
  return rows.map(toFact)
}

/** Every disagreement of the notes, or those about one concept. */
export async function listConflicts(
  db: Reader,
  learnerId: LearnerId,
  conceptId?: ConceptId,
): Promise<StoredConflict[]> {
  const all = db.selectFrom('conflicts').selectAll().where('learner_id', '=', learnerId).orderBy('fact_key')
  const rows = await (conceptId === undefined ? all : all.where('concept_id', '=', conceptId)).execute()
  return rows.map(toConflict)
}

/** The same without those about which the learner wants to know nothing: every line of every side is rejected. */
export async function listOpenConflicts(
  db: Reader,
  learnerId: LearnerId,
  conceptId?: ConceptId,
): Promise<StoredConflict[]> {
  const told = (await listConflicts(db, learnerId, conceptId)).map((conflict) => ({
    conflict,
    sources: conflict.sides.flatMap(({ sources }) => sources),
  }))
  const rejected = await findRejected(db, learnerId, told)
  return told.filter((one) => !rejected.has(one)).map(({ conflict }) => conflict)
}

/** How many cards of each concept are due on a day, as far as any are. */
export async function countDueOf(
  db: Reader,
  learnerId: LearnerId,
  day: Day,
): Promise<Map<ConceptId, number>> {
  const rows = await db
    .selectFrom('schedules')
    .innerJoin('cards', (join) =>
      join.onRef('cards.learner_id', '=', 'schedules.learner_id').onRef('cards.id', '=', 'schedules.card_id'),
    )
    .select((eb) => ['cards.concept_id', eb.fn.countAll<number>().as('count')])
    .where('schedules.learner_id', '=', learnerId)
    .where(sql<boolean>`due_on is not null and asked = 1 and suspended = 0`)
    .where('due_on', '<=', day)
    .where((eb) => eb.or([eb('buried_until', 'is', null), eb('buried_until', '<=', day)]))
    .groupBy('cards.concept_id')
    .execute()
  return new Map(rows.map((row) => [row.concept_id, row.count]))
}

/** A card's place in its concept with the cached fold of its log. */
export interface ConceptStanding {
  readonly id: CardId
  readonly conceptId: ConceptId
  readonly factKey: FactKey
  readonly state: CardState
}

/** Every card that is asked, with its schedule: what mastery is computed from. */
export async function listStandings(
  db: Reader,
  learnerId: LearnerId,
  conceptId?: ConceptId,
): Promise<ConceptStanding[]> {
  const all = db
    .selectFrom('cards')
    .innerJoin('schedules', (join) =>
      join.onRef('schedules.learner_id', '=', 'cards.learner_id').onRef('schedules.card_id', '=', 'cards.id'),
    )
    .select([
      'cards.id',
      'cards.concept_id',
      'cards.fact_key',
      'schedules.kind',
      'repetitions',
      'interval_days',
      'ease_hundredths',
      'lapses',
      'due_on',
      'repeated_on',
      'suspended',
      'buried_until',
      'last_answer_on',
      'last_answer_at',
      'last_answer_grade',
      'answers',
      'missed_days',
      'first_answered_on',
      'newest_time',
      'newest_id',
      'stability',
      'difficulty',
    ])
    .where('cards.learner_id', '=', learnerId)
    .where('asked', '=', 1)
  const rows = await (conceptId === undefined ? all : all.where('cards.concept_id', '=', conceptId)).execute()
  return rows.map((row) => ({
    id: row.id,
    conceptId: row.concept_id,
    factKey: row.fact_key,
    state: toCardState(row),
  }))
}

/** New concepts, and those whose name or presence changed. */
export async function saveConcepts(trx: Writer, concepts: readonly ConceptsTable[]): Promise<void> {
  for (const rows of inChunks(concepts, 100)) {
    await trx
      .insertInto('concepts')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['learner_id', 'id']).doUpdateSet((eb) => ({
          term: eb.ref('excluded.term'),
          aliases: eb.ref('excluded.aliases'),
          topic: eb.ref('excluded.topic'),
          active: eb.ref('excluded.active'),
        })),
      )
      .execute()
  }
}

/** Every stored fact, to be held against what the notes state now. */
export interface KnownFacts {
  readonly keys: readonly FactKey[]
  /** Whether a fact is stored just so. */
  readonly hold: (fact: StoredFact) => boolean
}

/** All facts as they lie there: comparing their text takes a tenth of the time of reading them. */
export async function readKnownFacts(db: Reader, learnerId: LearnerId): Promise<KnownFacts> {
  const rows = await db.selectFrom('facts').selectAll().where('learner_id', '=', learnerId).execute()
  const byKey = new Map(rows.map((row) => [row.fact_key, row]))
  return {
    keys: rows.map((row) => row.fact_key),
    hold: (fact) => {
      const row = byKey.get(fact.key)
      if (row === undefined) return false
      return Object.entries(toFactRow(learnerId, fact)).every(
        ([column, value]) => row[column as keyof StatedFact] === value,
      )
    },
  }
}

/** New and changed facts. A new one came in at `now`. */
export async function saveFacts(trx: Writer, facts: readonly StatedFact[], now: EpochMs): Promise<void> {
  for (const rows of inChunks(facts, 100)) {
    await trx
      .insertInto('facts')
      .values(rows.map((row) => ({ ...row, made_at: now })))
      .onConflict((conflict) =>
        conflict.columns(['learner_id', 'fact_key']).doUpdateSet((eb) => ({
          concept_id: eb.ref('excluded.concept_id'),
          term: eb.ref('excluded.term'),
          kind: eb.ref('excluded.kind'),
          statement: eb.ref('excluded.statement'),
          items: eb.ref('excluded.items'),
          sources: eb.ref('excluded.sources'),
          topic: eb.ref('excluded.topic'),
          by_topic: eb.ref('excluded.by_topic'),
        })),
      )
      .execute()
  }
}

/** Facts are drawn from the notes alone: what no note states any more goes. */
export async function deleteFacts(
  trx: Writer,
  learnerId: LearnerId,
  factKeys: readonly FactKey[],
): Promise<void> {
  for (const chunk of inChunks(factKeys, 500)) {
    await trx.deleteFrom('facts').where('learner_id', '=', learnerId).where('fact_key', 'in', chunk).execute()
  }
}

/** There are few of them, so each reading that finds others replaces them all. */
export async function replaceConflicts(
  trx: Writer,
  learnerId: LearnerId,
  conflicts: readonly ConflictsTable[],
): Promise<void> {
  await trx.deleteFrom('conflicts').where('learner_id', '=', learnerId).execute()
  for (const rows of inChunks(conflicts, 100)) await trx.insertInto('conflicts').values(rows).execute()
}
