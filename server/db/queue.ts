import { sql } from 'kysely'
import type { Source } from '../../shared/api/common.ts'
import type { Day } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { FactKey } from '../../shared/fact/fact.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { DueStanding } from '../../shared/queue/build-queue.ts'
import type { Grade, LearnerId } from '../../shared/schedule/review-event.ts'
import { drillPassGrade } from '../../shared/schedule/schedule.ts'
import { inChunks } from './in-chunks.ts'
import { fromJson } from './json-column.ts'
import type { Reader } from './tables.ts'

/** What groups cards: siblings share a fact or a line, and a concept is not asked too often in a row. */
export interface CardGroup {
  readonly id: CardId
  readonly factKey: FactKey
  readonly conceptId: ConceptId
  readonly sources: readonly Source[]
}
/** A card that was answered today. */
export interface AnsweredCard extends CardGroup {
  readonly answeredAt: number
  readonly grade: Grade
  readonly suspended: boolean
  readonly buriedUntil: Day | null
}

// The partial indexes of `schedules` are used only where their conditions stand as they are written there.
const isDueKind = sql<boolean>`due_on is not null and asked = 1 and suspended = 0`
const isNewKind = sql<boolean>`schedules.kind = 'new' and asked = 1 and suspended = 0`

/** Cards whose day has come and that were not answered today, hidden ones left out. One walk along an index. */
export function findDueCards(db: Reader, learnerId: LearnerId, today: Day): Promise<DueStanding[]> {
  return db
    .selectFrom('schedules')
    .select(['card_id as id', 'interval_days as intervalDays', 'repetitions', 'stability'])
    .select((eb) => eb.ref('repeated_on').$notNull().as('repeatedOn'))
    .where('learner_id', '=', learnerId)
    .where(isDueKind)
    .where('due_on', '<=', today)
    .where((eb) => eb.or([eb('buried_until', 'is', null), eb('buried_until', '<=', today)]))
    .where((eb) => eb.or([eb('last_answer_on', 'is', null), eb('last_answer_on', '<', today)]))
    .execute()
}

/** Cards that were told right among options on a study day, in a quiz: nothing that counts, and not taken back. */
export async function findRecognised(db: Reader, learnerId: LearnerId, day: Day): Promise<Set<CardId>> {
  const rows = await db
    .selectFrom('events')
    .select((eb) => eb.ref('card_id').$notNull().as('cardId'))
    .distinct()
    .where('learner_id', '=', learnerId)
    .where('counted_on', '=', day)
    .where('kind', '=', 'reviewed')
    .where('via', '=', 'quiz')
    .where('effect', '=', 'none')
    .where('grade', '>=', drillPassGrade)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('events as later')
            .select('later.id')
            .whereRef('later.learner_id', '=', 'events.learner_id')
            .whereRef('later.target_id', '=', 'events.id')
            .where('later.kind', '=', 'undone'),
        ),
      ),
    )
    .execute()
  return new Set(rows.map(({ cardId }) => cardId))
}

/** Cards never answered, in the order in which they are introduced. */
export async function findNewCards(
  db: Reader,
  learnerId: LearnerId,
  today: Day,
  limit: number,
): Promise<CardId[]> {
  const rows = await db
    .selectFrom('schedules')
    .select('card_id')
    .where('learner_id', '=', learnerId)
    .where(isNewKind)
    .where((eb) => eb.or([eb('buried_until', 'is', null), eb('buried_until', '<=', today)]))
    .orderBy('position')
    .orderBy('card_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.card_id)
}

/** The cards of one concept: a session about it takes no others. */
export async function findConceptCards(
  db: Reader,
  learnerId: LearnerId,
  conceptId: ConceptId,
): Promise<CardId[]> {
  const rows = await db
    .selectFrom('cards')
    .select('id')
    .where('learner_id', '=', learnerId)
    .where('concept_id', '=', conceptId)
    .execute()
  return rows.map((row) => row.id)
}

/** The cards that these notes give, in any order. */
export async function findNoteCards(
  db: Reader,
  learnerId: LearnerId,
  noteIds: readonly NoteId[],
): Promise<CardId[]> {
  const found: CardId[] = []
  for (const chunk of inChunks(noteIds, 500)) {
    const rows = await db
      .selectFrom('card_notes')
      .select('card_id')
      .where('learner_id', '=', learnerId)
      .where('note_id', 'in', chunk)
      .execute()
    found.push(...rows.map((row) => row.card_id))
  }
  return found
}

/** The fact and the concept of some cards, in any order. */
export async function findGroups(
  db: Reader,
  learnerId: LearnerId,
  ids: readonly CardId[],
): Promise<CardGroup[]> {
  const rows: CardGroup[] = []
  for (const chunk of inChunks(ids, 500)) {
    const found = await db
      .selectFrom('cards')
      .select(['id', 'fact_key as factKey', 'concept_id as conceptId', 'sources'])
      .where('learner_id', '=', learnerId)
      .where('id', 'in', chunk)
      .execute()
    rows.push(...found.map((row) => ({ ...row, sources: fromJson(row.sources) })))
  }
  return rows
}

/** Cards answered on `today`: the ones whose drill is open, and the facts whose siblings must wait. */
export async function findAnsweredToday(
  db: Reader,
  learnerId: LearnerId,
  today: Day,
): Promise<AnsweredCard[]> {
  const rows = await db
    .selectFrom('schedules')
    .innerJoin('cards', (join) =>
      join.onRef('cards.learner_id', '=', 'schedules.learner_id').onRef('cards.id', '=', 'schedules.card_id'),
    )
    .select([
      'cards.id',
      'cards.fact_key as factKey',
      'cards.concept_id as conceptId',
      'cards.sources',
      'schedules.suspended',
      'buried_until as buriedUntil',
    ])
    .select((eb) => [
      eb.ref('last_answer_at').$notNull().as('answeredAt'),
      eb.ref('last_answer_grade').$notNull().as('grade'),
    ])
    .where('schedules.learner_id', '=', learnerId)
    .where('last_answer_on', '=', today)
    .where('asked', '=', 1)
    .execute()
  return rows.map((row) => ({
    ...row,
    sources: fromJson(row.sources),
    suspended: row.suspended === 1,
  }))
}

/** How many cards become due on each day after `today`, up to and including `until`. */
export function countDueByDay(
  db: Reader,
  learnerId: LearnerId,
  today: Day,
  until: Day,
): Promise<{ day: Day; count: number }[]> {
  return db
    .selectFrom('schedules')
    .select((eb) => [eb.ref('due_on').$notNull().as('day'), eb.fn.countAll<number>().as('count')])
    .where('learner_id', '=', learnerId)
    .where(isDueKind)
    .where('due_on', '>', today)
    .where('due_on', '<=', until)
    .groupBy('due_on')
    .orderBy('due_on')
    .execute()
}

/** The first day after `today` on which cards are due, and how many; null when none ever are. */
export async function findNextDueDay(
  db: Reader,
  learnerId: LearnerId,
  today: Day,
): Promise<{ day: Day; count: number } | null> {
  const row = await db
    .selectFrom('schedules')
    .select((eb) => [eb.ref('due_on').$notNull().as('day'), eb.fn.countAll<number>().as('count')])
    .where('learner_id', '=', learnerId)
    .where(isDueKind)
    .where('due_on', '>', today)
    .groupBy('due_on')
    .orderBy('due_on')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** How many cards are scheduled, by the day they are due and the day before which they are hidden. Along one index. */
export function countScheduled(
  db: Reader,
  learnerId: LearnerId,
): Promise<{ dueOn: Day; buriedUntil: Day | null; count: number }[]> {
  return db
    .selectFrom('schedules')
    .select((eb) => [eb.ref('due_on').$notNull().as('dueOn'), eb.fn.countAll<number>().as('count')])
    .select('buried_until as buriedUntil')
    .where('learner_id', '=', learnerId)
    .where(isDueKind)
    .groupBy(['due_on', 'buried_until'])
    .orderBy('due_on')
    .execute()
}

/** The days on which the siblings of each of these cards are due. */
export async function findSiblingDays(
  db: Reader,
  learnerId: LearnerId,
  ids: readonly CardId[],
): Promise<{ id: CardId; sibling: CardId; dueOn: Day }[]> {
  const rows: { id: CardId; sibling: CardId; dueOn: Day }[] = []
  for (const chunk of inChunks(ids, 500)) {
    rows.push(
      ...(await db
        .selectFrom('cards')
        .innerJoin('cards as siblings', (join) =>
          join
            .onRef('siblings.learner_id', '=', 'cards.learner_id')
            .onRef('siblings.fact_key', '=', 'cards.fact_key')
            .onRef('siblings.id', '<>', 'cards.id'),
        )
        .innerJoin('schedules', (join) =>
          join
            .onRef('schedules.learner_id', '=', 'siblings.learner_id')
            .onRef('schedules.card_id', '=', 'siblings.id'),
        )
        .select(['cards.id', 'siblings.id as sibling'])
        .select((eb) => eb.ref('schedules.due_on').$notNull().as('dueOn'))
        .where('cards.learner_id', '=', learnerId)
        .where('cards.id', 'in', chunk)
        .where('schedules.due_on', 'is not', null)
        .execute()),
    )
  }
  return rows
}
