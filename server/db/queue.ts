import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { Reader } from './tables.ts'

export interface QueueRow {
  readonly id: string
  readonly fact_key: string
  readonly concept_id: string
}
export interface DueRow extends QueueRow {
  readonly repeated_on: string
  readonly interval_days: number
  readonly repetitions: number
}
export interface AnsweredRow extends QueueRow {
  readonly last_answer_at: number
  readonly last_answer_grade: number
  readonly suspended: number
  readonly buried_until: string | null
}

/** Cards whose day has come and that were not answered today, hidden ones left out. */
export function findDueCards(db: Reader, learnerId: LearnerId, today: string, conceptId?: string): Promise<DueRow[]> {
  const due = db
    .selectFrom('schedules')
    .innerJoin('cards', (join) =>
      join.onRef('cards.learner_id', '=', 'schedules.learner_id').onRef('cards.id', '=', 'schedules.card_id'),
    )
    .select(['cards.id', 'cards.fact_key', 'cards.concept_id', 'interval_days', 'repetitions'])
    .select((eb) => eb.ref('repeated_on').$notNull().as('repeated_on'))
    .where('schedules.learner_id', '=', learnerId)
    .where('schedules.suspended', '=', 0)
    .where('due_on', '<=', today)
    .where((eb) => eb.or([eb('buried_until', 'is', null), eb('buried_until', '<=', today)]))
    .where((eb) => eb.or([eb('last_answer_on', 'is', null), eb('last_answer_on', '<', today)]))
    .where((eb) =>
      eb.or([eb('cards.status', '=', 'ready'), eb.and([eb('cards.status', '=', 'doubtful'), eb('accepted_at', 'is not', null)])]),
    )
  return (conceptId === undefined ? due : due.where('cards.concept_id', '=', conceptId)).execute()
}

/** Cards never answered, in the order in which they are introduced. */
export function findNewCards(db: Reader, learnerId: LearnerId, today: string, limit: number, conceptId?: string): Promise<QueueRow[]> {
  const fresh = db
    .selectFrom('cards')
    .leftJoin('schedules', (join) =>
      join.onRef('schedules.learner_id', '=', 'cards.learner_id').onRef('schedules.card_id', '=', 'cards.id'),
    )
    .select(['cards.id', 'cards.fact_key', 'cards.concept_id'])
    .where('cards.learner_id', '=', learnerId)
    .where((eb) =>
      eb.or([eb('cards.status', '=', 'ready'), eb.and([eb('cards.status', '=', 'doubtful'), eb('accepted_at', 'is not', null)])]),
    )
    .where((eb) =>
      eb.or([
        eb('schedules.card_id', 'is', null),
        eb.and([
          eb('schedules.kind', '=', 'new'),
          eb('schedules.suspended', '=', 0),
          eb.or([eb('buried_until', 'is', null), eb('buried_until', '<=', today)]),
        ]),
      ]),
    )
    .orderBy('cards.position')
    .orderBy('cards.id')
    .limit(limit)
  return (conceptId === undefined ? fresh : fresh.where('cards.concept_id', '=', conceptId)).execute()
}

/** Cards answered on `today`: the ones whose drill is open, and the facts whose siblings must wait. */
export function findAnsweredToday(db: Reader, learnerId: LearnerId, today: string): Promise<AnsweredRow[]> {
  return db
    .selectFrom('schedules')
    .innerJoin('cards', (join) =>
      join.onRef('cards.learner_id', '=', 'schedules.learner_id').onRef('cards.id', '=', 'schedules.card_id'),
    )
    .select(['cards.id', 'cards.fact_key', 'cards.concept_id', 'schedules.suspended', 'buried_until'])
    .select((eb) => [
      eb.ref('last_answer_at').$notNull().as('last_answer_at'),
      eb.ref('last_answer_grade').$notNull().as('last_answer_grade'),
    ])
    .where('schedules.learner_id', '=', learnerId)
    .where('last_answer_on', '=', today)
    .where('cards.status', '<>', 'retired')
    .execute()
}

/** How many cards become due on each day after `today`, up to and with `until`. */
export function countDueByDay(db: Reader, learnerId: LearnerId, today: string, until: string): Promise<{ day: string; count: number }[]> {
  return db
    .selectFrom('schedules')
    .innerJoin('cards', (join) =>
      join.onRef('cards.learner_id', '=', 'schedules.learner_id').onRef('cards.id', '=', 'schedules.card_id'),
    )
    .select((eb) => [eb.ref('due_on').$notNull().as('day'), eb.fn.countAll<number>().as('count')])
    .where('schedules.learner_id', '=', learnerId)
    .where('schedules.suspended', '=', 0)
    .where('cards.status', '<>', 'retired')
    .where('due_on', '>', today)
    .where('due_on', '<=', until)
    .groupBy('due_on')
    .orderBy('due_on')
    .execute()
}
