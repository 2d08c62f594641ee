import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Day } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { PartCard, PartState } from '../../shared/queue/plan-part.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { isLeechSql } from './leeches.ts'
import { escaped } from './like.ts'
import { toCardState } from './state-rows.ts'
import type { Reader } from './tables.ts'

/** What a search of cards asks for. Every field that is there must fit. */
export interface CardSearch {
  readonly conceptId?: ConceptId | undefined
  readonly noteId?: NoteId | undefined
  /** Any of these notes. */
  readonly noteIds?: readonly NoteId[] | undefined
  /** A folder of the notes' paths. */
  readonly folder?: string | undefined
  /** The names of topics, the outermost first. */
  readonly topic?: readonly string[] | undefined
  /** Any of these cards. */
  readonly ids?: readonly CardId[] | undefined
  readonly state?: PartState | undefined
  /** The missed days from which a card is a leech. */
  readonly leechDays: number
  readonly limit: number
}

/** The cards that fit with their cached folds, suspended ones left out: new ones in their order, others by what is asked. */
export async function searchCards(
  db: Reader,
  learnerId: LearnerId,
  search: CardSearch,
  today: Day,
): Promise<PartCard[]> {
  const { conceptId, noteId, folder, topic, ids, state } = search
  let query = db
    .selectFrom('schedules')
    .innerJoin('cards', (join) =>
      join.onRef('cards.learner_id', '=', 'schedules.learner_id').onRef('cards.id', '=', 'schedules.card_id'),
    )
    .selectAll('schedules')
    .select(['cards.fact_key', 'cards.concept_id'])
    .where('schedules.learner_id', '=', learnerId)
    .where('schedules.asked', '=', 1)
    .where('schedules.suspended', '=', 0)
    .orderBy(orderOf(state))
    .orderBy('schedules.position')
    .orderBy('schedules.card_id')
    .limit(search.limit)
  if (conceptId !== undefined) query = query.where('cards.concept_id', '=', conceptId)
  if (noteId !== undefined) query = query.where(isFromNote(sql`card_notes.note_id = ${noteId}`))
  if (search.noteIds !== undefined)
    query = query.where(isFromNote(sql`card_notes.note_id in (${sql.join([...search.noteIds, ''])})`))
  if (folder !== undefined)
    query = query.where(isFromNote(sql`notes.path like ${`${escaped(folder)}/%`} escape '\\'`))
  if (topic !== undefined) query = query.where(isInTopic(topic))
  if (ids !== undefined) query = query.where(isOneOf(ids))
  if (state === 'new') query = query.where('schedules.kind', '=', 'new')
  else if (state !== undefined) query = query.where('schedules.kind', '<>', 'new')
  if (state === 'due') query = query.where('schedules.due_on', '<=', today)
  if (state === 'leech') query = query.where(isLeechSql(search.leechDays))
  return (await query.execute()).map((row) => ({
    id: row.card_id,
    factKey: row.fact_key,
    conceptId: row.concept_id,
    state: toCardState(row),
  }))
}

/** When more fit than are wanted: the soonest due, new ones last; of the weak those that are held for the fewest days. */
function orderOf(state: PartState | undefined): RawBuilder<unknown> {
  return state === 'weak'
    ? sql`coalesce(schedules.stability, schedules.interval_days)`
    : sql`coalesce(schedules.due_on, '9999-12-31')`
}

/** A topic is stored as the list of its names: those that begin alike lie in it. */
function isInTopic(path: readonly string[]): RawBuilder<SqlBool> {
  const start = escaped(JSON.stringify(path).slice(0, -1))
  return sql<SqlBool>`exists (select 1 from facts where facts.learner_id = cards.learner_id
    and facts.fact_key = cards.fact_key and lower(facts.topic) like lower(${`${start}%`}) escape '\\')`
}

function isOneOf(ids: readonly CardId[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`cards.id in (select value from json_each(${JSON.stringify(ids)}))`
}

function isFromNote(condition: ReturnType<typeof sql>) {
  return sql<SqlBool>`exists (select 1 from card_notes
    inner join notes on notes.learner_id = card_notes.learner_id and notes.id = card_notes.note_id
    where card_notes.learner_id = cards.learner_id and card_notes.card_id = cards.id and ${condition})`
}
