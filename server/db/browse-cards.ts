import { type RawBuilder, sql } from 'kysely'
import type { CardSort } from '../../shared/api/cards.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { CardQuery } from '../../shared/card/parse-card-query.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { type BrowseRules, conditionSql } from './card-conditions.ts'
import { indexed, isAboutWords, wordsSql } from './card-words.ts'
import type { Reader } from './tables.ts'

/** How many cards fit every term, counted up to `most`. Retired ones count only where the query speaks of them. */
export async function countBrowsed(
  db: Reader,
  learnerId: LearnerId,
  query: CardQuery,
  rules: BrowseRules,
  most?: number,
): Promise<number> {
  const fitting = fittingSql(learnerId, query, rules)
  const upTo = most === undefined ? sql`` : sql` limit ${most}`
  const { rows } =
    most === undefined && fitting.unwanted !== null
      ? // All less those that hold what is not wanted: asking each of the others whether the index names it takes longer.
        await sql<{ count: number }>`select (select count(*) ${fitting.others}) -
          (select count(*) ${fitting.unwanted}) as count`.execute(db)
      : await sql<{ count: number }>`
          select count(*) as count from (select 1 ${fitting.from}${upTo}) as found`.execute(db)
  return rows[0]?.count ?? 0
}

interface Part {
  readonly sort: CardSort
  readonly offset: number
  readonly limit: number
}
interface Found {
  readonly ids: CardId[]
  readonly total: number
}

/** A part of the cards that fit, in the order asked for, and how many fit in all. */
export async function browseCards(
  db: Reader,
  learnerId: LearnerId,
  query: CardQuery,
  rules: BrowseRules,
  { sort, offset, limit }: Part,
): Promise<Found> {
  const { from, id, isByIndex } = fittingSql(learnerId, query, rules)
  const part = sql`limit ${limit} offset ${offset}`
  if (sort !== 'made' && isByIndex)
    return gather(
      db,
      learnerId,
      sql`select sought_cards.id as id, ${placeBy[sort]} as place ${from}`,
      sql`order by place, id ${part}`,
    )
  // Two walks along short rows are quicker than keeping what the first one met; a part in their own order ends early.
  const order = sort === 'made' ? id : sql`${placeBy[sort]}, ${id}`
  const { rows } = await sql<{ card_id: CardId }>`
    select sought_cards.card_id ${from} order by ${order} ${part}`.execute(db)
  const isLast = rows.length < limit && (rows.length > 0 || offset === 0)
  const total = isLast ? offset + rows.length : await countBrowsed(db, learnerId, query, rules)
  return { ids: rows.map((row) => row.card_id), total }
}

/** Asks the index of words once, then counts what it found and puts it in order: short rows of numbers. */
async function gather(
  db: Reader,
  learnerId: LearnerId,
  found: RawBuilder<unknown>,
  part: RawBuilder<unknown>,
): Promise<Found> {
  const { rows } = await sql<{ total: number; card_id: CardId | null }>`
    with fitting as materialized (${found}), part as (select id, place from fitting ${part})
    select counted.total, sought_cards.card_id from (select count(*) as total from fitting) as counted
    left join part on true
    left join sought_cards on sought_cards.learner_id = ${learnerId} and sought_cards.id = part.id
    order by part.place, part.id`.execute(db)
  return { ids: rows.flatMap((row) => row.card_id ?? []), total: rows[0]?.total ?? 0 }
}

/** What the least of stands first. */
const placeBy: Readonly<Record<Exclude<CardSort, 'made'>, RawBuilder<unknown>>> = {
  // The two engines put cards without a day at different ends; here they come last.
  due: sql`coalesce(sought_cards.due_on, '9999-12-31')`,
  interval: sql`-sought_cards.interval_days`,
  ease: sql`case when sought_cards.kind = 'sm2' then sought_cards.ease_hundredths else 9999 end`,
  lapses: sql`-sought_cards.lapses`,
  answers: sql`-sought_cards.answers`,
}

/** From where the cards that fit every term are taken. */
interface FittingSql {
  readonly from: RawBuilder<unknown>
  /** What to order by so that a walk needs no sorting. */
  readonly id: RawBuilder<unknown>
  /** Whether the index of words is asked. */
  readonly isByIndex: boolean
  /** For a query that says only which words are not wanted: the cards that fit all else, and those of them to leave out. */
  readonly others: RawBuilder<unknown>
  readonly unwanted: RawBuilder<unknown> | null
}

function fittingSql(learnerId: LearnerId, { terms }: CardQuery, rules: BrowseRules): FittingSql {
  const { wanted, unwanted, conditions } = wordsSql(terms.filter(isAboutWords), rules.fitFreely)
  const asksForRetired = terms.some(
    ({ condition }) => condition.kind === 'is' && condition.standing === 'retired',
  )
  const all: RawBuilder<unknown>[] = [sql`sought_cards.learner_id = ${learnerId}`, ...conditions]
  if (!asksForRetired) all.push(sql`sought_cards.retired = 0`)
  for (const { condition, negated } of terms) {
    const fits = conditionSql(condition, learnerId, rules)
    // A comparison with a day that is not there is neither true nor false; turned round it is true.
    if (fits !== null) all.push(negated ? sql`not coalesce(${fits}, false)` : fits)
  }
  const rest = sql.join(all, sql` and `)
  // A cross join, because the order matters: each card that the index names is looked up, never the other way round.
  const named = (match: RawBuilder<unknown>) => sql`from card_words_index cross join sought_cards
    where card_words_index match ${match} and sought_cards.id = card_words_index.rowid and ${rest}`
  const others = sql`from sought_cards where ${rest}`
  if (wanted !== null)
    return {
      from: named(wanted),
      id: sql`card_words_index.rowid`,
      isByIndex: true,
      others,
      unwanted: null,
    }
  const id = sql`sought_cards.id`
  if (unwanted === null) return { from: others, id, isByIndex: false, others, unwanted }
  const from = sql`${others} and sought_cards.id not in ${indexed(unwanted)}`
  return { from, id, isByIndex: true, others, unwanted: named(unwanted) }
}
