import { type SqlBool, sql } from 'kysely'

/** Whether a row of `cards` is asked. `isAsked` of shared/card/is-asked.ts says the same of a card. */
export const isAskedSql = sql<SqlBool>`(cards.status = 'ready' or (cards.status = 'doubtful' and cards.accepted_at is not null))`

/** Whether a row of `cards` is doubtful and not accepted: `isDoubtful` of the core. */
export const isDoubtfulSql = sql<SqlBool>`(cards.status = 'doubtful' and not ${isAskedSql})`

/** `isAskedSql` as the number that `schedules.asked` holds. */
export const askedSql = sql<number>`case when ${isAskedSql} then 1 else 0 end`
