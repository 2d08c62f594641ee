import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { CardId } from '../../shared/card/card.ts'
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
  const row = await askedLeeches(db, learnerId, leechDays)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** Which they are. */
export async function listLeeches(db: Reader, learnerId: LearnerId, leechDays: number): Promise<CardId[]> {
  const rows = await askedLeeches(db, learnerId, leechDays).select('card_id').execute()
  return rows.map((row) => row.card_id)
}

/** A suspended card asks nothing: what was to be done about it is done. */
function askedLeeches(db: Reader, learnerId: LearnerId, leechDays: number) {
  return db
    .selectFrom('schedules')
    .where('learner_id', '=', learnerId)
    .where('asked', '=', 1)
    .where('suspended', '=', 0)
    .where(isLeechSql(leechDays))
}
