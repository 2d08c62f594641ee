import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { CardState } from '../../shared/schedule/schedule.ts'
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
  readonly state?: 'due' | 'new' | 'learned' | 'leech' | undefined
  /** The missed days from which a card is a leech. */
  readonly leechDays: number
  readonly words?: string | undefined
  readonly limit: number
}

/** The cards that fit with their cached folds, suspended ones left out. */
export async function searchCards(
  db: Reader,
  learnerId: LearnerId,
  search: CardSearch,
  today: Day,
): Promise<{ readonly id: CardId; readonly state: CardState }[]> {
  const { conceptId, noteId, folder, state, words } = search
  let query = db
    .selectFrom('schedules')
    .innerJoin('cards', (join) =>
      join.onRef('cards.learner_id', '=', 'schedules.learner_id').onRef('cards.id', '=', 'schedules.card_id'),
    )
    .selectAll('schedules')
    .where('schedules.learner_id', '=', learnerId)
    .where('schedules.asked', '=', 1)
    .where('schedules.suspended', '=', 0)
    .orderBy('schedules.position')
    .orderBy('schedules.card_id')
    .limit(search.limit)
  if (conceptId !== undefined) query = query.where('cards.concept_id', '=', conceptId)
  if (noteId !== undefined) query = query.where(isFromNote(sql`card_notes.note_id = ${noteId}`))
  if (search.noteIds !== undefined)
    query = query.where(isFromNote(sql`card_notes.note_id in (${sql.join([...search.noteIds, ''])})`))
  if (folder !== undefined)
    query = query.where(isFromNote(sql`notes.path like ${`${escaped(folder)}/%`} escape '\\'`))
  if (state === 'new') query = query.where('schedules.kind', '=', 'new')
  if (state === 'learned') query = query.where('schedules.kind', '<>', 'new')
  if (state === 'due') query = query.where('schedules.due_on', '<=', today)
  if (state === 'leech') query = query.where(isLeechSql(search.leechDays))
  if (words !== undefined && words.trim() !== '') {
    const like = `%${escaped(words.trim().toLowerCase())}%`
    query = query.where(
      sql<SqlBool>`(lower(cards.front) like ${like} escape '\\' or lower(cards.back) like ${like} escape '\\')`,
    )
  }
  return (await query.execute()).map((row) => ({ id: row.card_id, state: toCardState(row) }))
}

function isFromNote(condition: ReturnType<typeof sql>) {
  return sql<SqlBool>`exists (select 1 from card_notes
    inner join notes on notes.learner_id = card_notes.learner_id and notes.id = card_notes.note_id
    where card_notes.learner_id = cards.learner_id and card_notes.card_id = cards.id and ${condition})`
}
