import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { curedAtDays } from '../../shared/schedule/leech.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { Reader } from './tables.ts'

/** `isLeech` of the core, asked of a row of `schedules`. The first condition is the one that its index has. */
export function isLeechSql(leechDays: number): RawBuilder<SqlBool> {
  return sql<SqlBool>`(schedules.missed_days > 0 and schedules.missed_days >= ${leechDays}
    and schedules.interval_days < ${curedAtDays} and schedules.kind <> 'new')`
}

/** The same of a row of `sought_cards`, which does not hold what it takes. */
export function isSoughtLeechSql(learnerId: LearnerId, leechDays: number): RawBuilder<SqlBool> {
  return sql<SqlBool>`sought_cards.card_id in (select schedules.card_id from schedules
    where schedules.learner_id = ${learnerId} and ${isLeechSql(leechDays)})`
}

/** How many of the cards that are asked are leeches. */
export async function countLeeches(db: Reader, learnerId: LearnerId, leechDays: number): Promise<number> {
  const row = await db
    .selectFrom('schedules')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('learner_id', '=', learnerId)
    .where('asked', '=', 1)
    .where('suspended', '=', 0)
    .where(isLeechSql(leechDays))
    .executeTakeFirstOrThrow()
  return row.count
}
