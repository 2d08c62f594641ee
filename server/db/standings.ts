import type { Source } from '../../shared/api/common.ts'
import type { CardId, CardKind } from '../../shared/card/card.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { FactKey } from '../../shared/fact/fact.ts'
import type { ConceptStanding, HeldLevel, LoggedFact } from '../../shared/mastery/concept-standing.ts'
import { type Level, levelRules } from '../../shared/mastery/levels.ts'
import type { FactsDigest } from '../../shared/mastery/mastery-sums.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { groupBy } from '../../shared/basics/group-by.ts'
import type { Day, EpochMs } from '../../shared/basics/time.ts'
import type { StoredEvent } from './answer-store.ts'
import { readCardLogs } from './card-logs.ts'
import { findRejected } from './ignored-facts.ts'
import { inChunks } from './in-chunks.ts'
import { fromJson } from './json-column.ts'
import type { LibraryRows } from './library-writes.ts'
import { toFactsDigest } from './standing-cells.ts'
import { type StandingColumns, standingColumns, toStanding, toStandingRow } from './standing-rows.ts'
import type { ConceptStandingsTable, Reader, Writer } from './tables.ts'

/** What is kept of a concept, with the notes that state its facts. */
export interface KeptStanding {
  readonly conceptId: ConceptId
  readonly standing: ConceptStanding
  readonly notes: readonly string[]
}

/** What a concept's standing is folded from. */
export interface ConceptLog {
  readonly conceptId: ConceptId
  readonly facts: readonly LoggedFact[]
  readonly notes: readonly string[]
}

/** A concept in short, with the notes that state its facts. */
export interface KeptDigest {
  readonly conceptId: ConceptId
  /** Its level after its last day. */
  readonly held: HeldLevel
  /** The same for the same digest: what was made of it need not be made again. */
  readonly stamp: string
  readonly digest: () => FactsDigest
  readonly notes: readonly string[]
}

/** What is kept of all concepts, in short. */
export async function listDigests(db: Reader, learnerId: LearnerId): Promise<KeptDigest[]> {
  const rows = await db
    .selectFrom('concept_standings')
    .select(['concept_id', 'level', 'missed_since', 'digest', 'notes'])
    .where('learner_id', '=', learnerId)
    .execute()
  return rows.map((row) => ({
    conceptId: row.concept_id,
    held: { level: row.level as Level, missedSince: row.missed_since },
    stamp: row.digest,
    digest: () => toFactsDigest(fromJson(row.digest)),
    notes: fromJson(row.notes),
  }))
}

/** What is kept of some concepts. */
export async function findKept(
  db: Reader,
  learnerId: LearnerId,
  conceptIds: readonly ConceptId[],
): Promise<KeptStanding[]> {
  const kept: KeptStanding[] = []
  for (const chunk of inChunks(conceptIds, 500)) {
    const rows = await db
      .selectFrom('concept_standings')
      .selectAll()
      .where('learner_id', '=', learnerId)
      .where('concept_id', 'in', chunk)
      .execute()
    kept.push(...rows.map(toKept))
  }
  return kept
}

/** The concepts whose log ends on a day or later. */
export async function listAnsweredSince(db: Reader, learnerId: LearnerId, day: Day): Promise<ConceptId[]> {
  const rows = await db
    .selectFrom('concept_standings')
    .select('concept_id')
    .where('learner_id', '=', learnerId)
    .where('day', '>=', day)
    .execute()
  return rows.map((row) => row.concept_id)
}

/** The concepts whose level may have moved since a day: their log goes on then, or what they hold may fade. */
export async function listMovableSince(db: Reader, learnerId: LearnerId, day: Day): Promise<ConceptId[]> {
  const rows = await db
    .selectFrom('concept_standings')
    .select('concept_id')
    .where('learner_id', '=', learnerId)
    .where((eb) => eb.or([eb('day', '>=', day), eb('level', '>=', fades)]))
    .execute()
  return rows.map((row) => row.concept_id)
}

/** What asks for a predicted recall can be lost without an answer. */
const fades = Math.min(...levelRules.map(({ level }) => level))

/** The next concepts, by id, of which something is kept: to be held against their logs. */
export async function listKeptAfter(
  db: Reader,
  learnerId: LearnerId,
  after: ConceptId | null,
  limit: number,
): Promise<{ readonly conceptId: ConceptId; readonly differsFrom: (made: MadeStanding) => string[] }[]> {
  const rows = await db
    .selectFrom('concept_standings')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('concept_id', '>', after ?? ('' as ConceptId))
    .orderBy('concept_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    conceptId: row.concept_id,
    differsFrom: ({ standing, notes }) => {
      const made = toStandingRow(learnerId, row.concept_id, standing, notes)
      return [...standingColumns, 'notes' as const].filter((column) => made[column] !== row[column])
    },
  }))
}

/** A standing as it was made from the log. */
export type MadeStanding = Omit<KeptStanding, 'conceptId'>

/** The next concepts, by id, of which nothing is kept. */
export async function listUnkept(
  db: Reader,
  learnerId: LearnerId,
  after: ConceptId | null,
  limit: number,
): Promise<ConceptId[]> {
  const rows = await db
    .selectFrom('concepts')
    .leftJoin('concept_standings', (join) =>
      join
        .onRef('concept_standings.learner_id', '=', 'concepts.learner_id')
        .onRef('concept_standings.concept_id', '=', 'concepts.id'),
    )
    .select('concepts.id')
    .where('concepts.learner_id', '=', learnerId)
    .where('concept_standings.concept_id', 'is', null)
    .where('concepts.id', '>', after ?? ('' as ConceptId))
    .orderBy('concepts.id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/**
 * The facts of some concepts with the logs of the cards that are asked about them. A fact that its learner ignores is not
 * among them: all of its lines are rejected, and no card asks about it.
 */
export async function readConceptLogs(
  db: Reader,
  learnerId: LearnerId,
  conceptIds: readonly ConceptId[],
): Promise<ConceptLog[]> {
  const logs: ConceptLog[] = []
  for (const chunk of inChunks(conceptIds, 200)) {
    const cards = await findCardsOf(db, learnerId, chunk)
    const asked = new Set(cards.map((card) => card.fact_key))
    const stated = await findFactsOf(db, learnerId, chunk)
    const silent = stated.filter((fact) => !asked.has(fact.fact_key))
    const ignored = await findRejected(db, learnerId, silent)
    const events = new Map<string, StoredEvent[]>()
    for (const ids of inChunks(cards, 500))
      for (const [id, log] of await readCardLogs(
        db,
        learnerId,
        ids.map((card) => card.id),
      ))
        events.set(id, log)
    const factsBy = groupBy(stated, (fact) => fact.concept_id)
    const cardsBy = groupBy(cards, (card) => card.concept_id)
    for (const conceptId of chunk) {
      const facts = factsBy.get(conceptId) ?? []
      const wanted = facts.filter((fact) => !ignored.has(fact))
      logs.push({
        conceptId,
        facts: toLoggedFacts(wanted, cardsBy.get(conceptId) ?? [], events),
        notes: [...new Set(facts.flatMap((fact) => fact.sources.map(({ file }) => file)))].sort(),
      })
    }
  }
  return logs
}

/** Keeps what was made of some concepts. */
export async function saveStandings(
  trx: Writer,
  learnerId: LearnerId,
  kept: readonly KeptStanding[],
): Promise<void> {
  for (const chunk of inChunks(kept, 100)) {
    const rows = chunk.map(({ conceptId, standing, notes }) =>
      toStandingRow(learnerId, conceptId, standing, notes),
    )
    await trx
      .insertInto('concept_standings')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['learner_id', 'concept_id']).doUpdateSet((eb) => ({
          day: eb.ref('excluded.day'),
          level_before: eb.ref('excluded.level_before'),
          missed_before: eb.ref('excluded.missed_before'),
          level: eb.ref('excluded.level'),
          missed_since: eb.ref('excluded.missed_since'),
          newest_time: eb.ref('excluded.newest_time'),
          newest_id: eb.ref('excluded.newest_id'),
          facts: eb.ref('excluded.facts'),
          digest: eb.ref('excluded.digest'),
          history: eb.ref('excluded.history'),
          notes: eb.ref('excluded.notes'),
        })),
      )
      .execute()
  }
}

/** Leaves all concepts to be made anew. */
export async function dropStandings(trx: Writer, learnerId: LearnerId): Promise<void> {
  await trx.deleteFrom('concept_standings').where('learner_id', '=', learnerId).execute()
}

/** Leaves some concepts to be made anew. */
export async function dropStandingsOf(
  trx: Writer,
  learnerId: LearnerId,
  conceptIds: readonly ConceptId[],
): Promise<void> {
  for (const chunk of inChunks(conceptIds, 500))
    await trx
      .deleteFrom('concept_standings')
      .where('learner_id', '=', learnerId)
      .where('concept_id', 'in', chunk)
      .execute()
}

/** Leaves the concepts to be made anew whose facts a change of the library touches, or the cards that are asked about them. */
export async function dropTouchedStandings(
  trx: Writer,
  learnerId: LearnerId,
  rows: Pick<LibraryRows, 'facts' | 'factsGone' | 'cards' | 'cardUpdates'>,
): Promise<void> {
  const facts = [...rows.factsGone, ...rows.facts.map((fact) => fact.fact_key)]
  await dropStandingsOfFacts(trx, learnerId, facts)
  const cards = [...rows.cardUpdates, ...rows.cards].map(({ id }) => id)
  await dropStandingsOfCards(trx, learnerId, cards)
}

/** Leaves the concepts of some facts to be made anew. */
async function dropStandingsOfFacts(
  trx: Writer,
  learnerId: LearnerId,
  factKeys: readonly FactKey[],
): Promise<void> {
  for (const chunk of inChunks(factKeys, 500)) {
    await trx
      .deleteFrom('concept_standings')
      .where('learner_id', '=', learnerId)
      .where('concept_id', 'in', (eb) =>
        eb
          .selectFrom('facts')
          .select('concept_id')
          .where('facts.learner_id', '=', learnerId)
          .where('facts.fact_key', 'in', chunk),
      )
      .execute()
  }
}

/** Leaves the concepts of some cards to be made anew: those that they stand in, and those of their facts. */
export async function dropStandingsOfCards(
  trx: Writer,
  learnerId: LearnerId,
  cardIds: readonly CardId[],
): Promise<void> {
  for (const chunk of inChunks(cardIds, 500)) {
    const cards = await trx
      .selectFrom('cards')
      .leftJoin('facts', (join) =>
        join
          .onRef('facts.learner_id', '=', 'cards.learner_id')
          .onRef('facts.fact_key', '=', 'cards.fact_key'),
      )
      .select(['cards.concept_id as own', 'facts.concept_id as of_fact'])
      .distinct()
      .where('cards.learner_id', '=', learnerId)
      .where('cards.id', 'in', chunk)
      .execute()
    const concepts = new Set(
      cards.flatMap((card) => (card.of_fact === null ? [card.own] : [card.own, card.of_fact])),
    )
    await dropStandingsOf(trx, learnerId, [...concepts])
  }
}

interface FactOfConcept {
  readonly concept_id: ConceptId
  readonly fact_key: FactKey
  readonly made_at: EpochMs | null
  readonly sources: readonly Source[]
}
interface CardOfConcept {
  readonly id: CardId
  readonly kind: CardKind
  readonly concept_id: ConceptId
  readonly fact_key: FactKey
}

async function findFactsOf(
  db: Reader,
  learnerId: LearnerId,
  conceptIds: readonly ConceptId[],
): Promise<FactOfConcept[]> {
  const rows = await db
    .selectFrom('facts')
    .select(['concept_id', 'fact_key', 'made_at', 'sources'])
    .where('learner_id', '=', learnerId)
    .where('concept_id', 'in', conceptIds)
    .execute()
  return rows.map(({ sources, ...row }) => ({ ...row, sources: fromJson(sources) }))
}

/** The cards that are asked about facts of these concepts, and those that outlived their facts in one of them. */
async function findCardsOf(
  db: Reader,
  learnerId: LearnerId,
  conceptIds: readonly ConceptId[],
): Promise<CardOfConcept[]> {
  const ofFacts = await db
    .selectFrom('facts')
    .innerJoin('cards', (join) =>
      join.onRef('cards.learner_id', '=', 'facts.learner_id').onRef('cards.fact_key', '=', 'facts.fact_key'),
    )
    .innerJoin('schedules', (join) =>
      join.onRef('schedules.learner_id', '=', 'cards.learner_id').onRef('schedules.card_id', '=', 'cards.id'),
    )
    .select(['cards.id', 'cards.kind', 'facts.concept_id', 'cards.fact_key'])
    .where('facts.learner_id', '=', learnerId)
    .where('facts.concept_id', 'in', conceptIds)
    .where('schedules.asked', '=', 1)
    .execute()
  const alone = await db
    .selectFrom('cards')
    .innerJoin('schedules', (join) =>
      join.onRef('schedules.learner_id', '=', 'cards.learner_id').onRef('schedules.card_id', '=', 'cards.id'),
    )
    .leftJoin('facts', (join) =>
      join.onRef('facts.learner_id', '=', 'cards.learner_id').onRef('facts.fact_key', '=', 'cards.fact_key'),
    )
    .select(['cards.id', 'cards.kind', 'cards.concept_id', 'cards.fact_key'])
    .where('cards.learner_id', '=', learnerId)
    .where('cards.concept_id', 'in', conceptIds)
    .where('schedules.asked', '=', 1)
    .where('facts.fact_key', 'is', null)
    .execute()
  return [...ofFacts, ...alone]
}

function toLoggedFacts(
  facts: readonly FactOfConcept[],
  cards: readonly CardOfConcept[],
  events: ReadonlyMap<string, readonly StoredEvent[]>,
): LoggedFact[] {
  const byFact = groupBy(cards, (card) => card.fact_key)
  const madeAt = new Map(facts.map((fact) => [fact.fact_key, fact.made_at]))
  const keys = [...new Set([...madeAt.keys(), ...byFact.keys()])].sort()
  return keys.map((key) => ({
    key,
    madeAt: madeAt.get(key) ?? null,
    cards: (byFact.get(key) ?? [])
      .map(({ id, kind }) => ({ id, kind, log: events.get(id) ?? [] }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  }))
}

function toKept(row: ConceptStandingsTable): KeptStanding {
  const columns: StandingColumns = row
  return { conceptId: row.concept_id, standing: toStanding(columns), notes: fromJson(row.notes) }
}
