import { setImmediate as nextTurn } from 'node:timers/promises'
import { areRejected, spanKey } from '../../shared/card/rejected-spans.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { FactKey } from '../../shared/fact/fact.ts'
import type { SourceQuote } from '../../shared/note/note.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { inChunks } from './in-chunks.ts'
import { fromJson } from './json-column.ts'
import type { Reader } from './tables.ts'

interface Stated {
  readonly sources: readonly Pick<SourceQuote, 'text'>[]
}

/** Those of some facts, cards or sides that are stated by no line but rejected ones. */
export async function findRejected<Told extends Stated>(
  db: Reader,
  learnerId: LearnerId,
  told: readonly Told[],
): Promise<ReadonlySet<Told>> {
  // Most learners never rejected a line, and naming lines costs a hash each.
  if (told.length === 0 || !(await hasRejections(db, learnerId))) return new Set()
  const spans = new Set(told.flatMap(({ sources }) => sources.map(spanKey)))
  const rejected = new Set<string>()
  for (const chunk of inChunks([...spans], 500)) {
    const rows = await db
      .selectFrom('rejections')
      .select('span')
      .where('learner_id', '=', learnerId)
      .where('span', 'in', chunk)
      .execute()
    for (const { span } of rows) rejected.add(span)
  }
  return new Set(told.filter(({ sources }) => areRejected(sources, rejected)))
}

async function hasRejections(db: Reader, learnerId: LearnerId): Promise<boolean> {
  const row = await db
    .selectFrom('rejections')
    .select('id')
    .where('learner_id', '=', learnerId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

// Small enough that an answer waits for a part only a moment.
const factsAtOnce = 500

/** The concepts of which some line states a fact, wherever it stands. Lines have no index: all facts are looked through. */
export async function findConceptsOfLines(
  db: Reader,
  learnerId: LearnerId,
  spans: ReadonlySet<string>,
): Promise<ConceptId[]> {
  if (spans.size === 0) return []
  const found = new Set<ConceptId>()
  let after = '' as FactKey
  for (;;) {
    const facts = await db
      .selectFrom('facts')
      .select(['fact_key', 'concept_id', 'sources'])
      .where('learner_id', '=', learnerId)
      .where('fact_key', '>', after)
      .orderBy('fact_key')
      .limit(factsAtOnce)
      .execute()
    for (const { concept_id, sources } of facts)
      if (!found.has(concept_id) && fromJson(sources).some((source) => spans.has(spanKey(source))))
        found.add(concept_id)
    const last = facts.at(-1)
    if (last === undefined || facts.length < factsAtOnce) return [...found]
    after = last.fact_key
    await nextTurn()
  }
}
