import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { CardSort } from '../../shared/api/cards.ts'
import { type Day, addDays } from '../../shared/basics/time.ts'
import type { CardStanding, NumberField } from '../../shared/card/card-query-fields.ts'
import type { CardCondition, CardQuery, CardTerm } from '../../shared/card/parse-card-query.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { Reader } from './tables.ts'

/** What decides whether a card fits besides the card itself. */
export interface BrowseRules {
  readonly today: Day
  /** The lapses from which a card is a leech. */
  readonly leechLapses: number
}

/** How many cards fit every term. Retired ones count only where the query speaks of them. */
export async function countBrowsed(
  db: Reader,
  learnerId: LearnerId,
  query: CardQuery,
  rules: BrowseRules,
): Promise<number> {
  const count = sql<number>`count(*)`.as('count')
  const row = isAboutCardsAlone(query)
    ? await fromCards(db, learnerId, query, rules).select(count).executeTakeFirstOrThrow()
    : await fromSchedules(db, learnerId, query, rules).select(count).executeTakeFirstOrThrow()
  return row.count
}

/** Whether any card fits; the first one found is enough. */
export async function fitsAnyCard(
  db: Reader,
  learnerId: LearnerId,
  query: CardQuery,
  rules: BrowseRules,
): Promise<boolean> {
  const one = sql<number>`1`.as('one')
  const row = isAboutCardsAlone(query)
    ? await fromCards(db, learnerId, query, rules).select(one).limit(1).executeTakeFirst()
    : await fromSchedules(db, learnerId, query, rules).select(one).limit(1).executeTakeFirst()
  return row !== undefined
}

/** A part of the cards that fit, in the order asked for, and how many fit in all. */
export async function browseCards(
  db: Reader,
  learnerId: LearnerId,
  query: CardQuery,
  rules: BrowseRules,
  part: { readonly sort: CardSort; readonly offset: number; readonly limit: number },
): Promise<{ ids: string[]; total: number }> {
  const { sort, offset, limit } = part
  // In the order of ids the walk ends with the last card of the part, and counting is a walk of its own where there are
  // more. Otherwise every card that fits is looked at anyhow, and counted on the way.
  if (sort === 'made' && (isAboutCardsAlone(query) || query.terms.every(isAboutSchedule))) {
    const ids = isAboutCardsAlone(query)
      ? await fromCards(db, learnerId, query, rules)
          .select('cards.id')
          .orderBy(isAboutFew(query) ? sql`cards.id || ''` : sql`cards.id`)
          .offset(offset)
          .limit(limit)
          .execute()
      : await fromSchedules(db, learnerId, query, rules)
          .select('schedules.card_id as id')
          .orderBy('schedules.card_id')
          .offset(offset)
          .limit(limit)
          .execute()
    const isLast = ids.length < limit && (ids.length > 0 || offset === 0)
    const total = isLast ? offset + ids.length : await countBrowsed(db, learnerId, query, rules)
    return { ids: ids.map((row) => row.id), total }
  }
  const found = await fromSchedules(db, learnerId, query, rules)
    .select(['schedules.card_id as id', sql<number>`count(*) over ()`.as('total')])
    .orderBy(sort === 'made' ? sql`schedules.card_id` : orderOf[sort])
    .orderBy('schedules.card_id')
    .offset(offset)
    .limit(limit)
    .execute()
  const total = found[0]?.total ?? (offset === 0 ? 0 : await countBrowsed(db, learnerId, query, rules))
  return { ids: found.map((row) => row.id), total }
}

const orderOf: Readonly<Record<Exclude<CardSort, 'made'>, RawBuilder<unknown>>> = {
  // The two engines put cards without a day at different ends; here they come last.
  due: sql`coalesce(schedules.due_on, '9999-12-31')`,
  interval: sql`schedules.interval_days desc`,
  ease: sql`case when schedules.kind = 'sm2' then schedules.ease_hundredths else 9999 end`,
  lapses: sql`schedules.lapses desc`,
  answers: sql`schedules.answers desc`,
}

// Each statement walks along one narrow index where it can: a join of two long tables would take ten times as long.
function fromCards(db: Reader, learnerId: LearnerId, query: CardQuery, rules: BrowseRules) {
  let rows = db.selectFrom('cards').where('cards.learner_id', '=', learnerId)
  if (!asksForRetired(query)) rows = rows.where(sql<SqlBool>`cards.id not in ${retired(learnerId)}`)
  for (const term of query.terms) rows = rows.where(toSql(term, learnerId, rules))
  return rows
}

function fromSchedules(db: Reader, learnerId: LearnerId, query: CardQuery, rules: BrowseRules) {
  let rows = db.selectFrom('schedules').where('schedules.learner_id', '=', learnerId)
  if (!asksForRetired(query)) rows = rows.where(sql<SqlBool>`schedules.card_id not in ${retired(learnerId)}`)
  for (const term of query.terms) {
    const fits = toSql(term, learnerId, rules)
    rows = rows.where(
      isAboutSchedule(term)
        ? fits
        : sql<SqlBool>`schedules.card_id in (select cards.id from cards where cards.learner_id = ${learnerId} and ${fits})`,
    )
  }
  return rows
}

function retired(learnerId: LearnerId) {
  return sql`(select gone.id from cards as gone where gone.learner_id = ${learnerId} and gone.status = 'retired')`
}

function asksForRetired({ terms }: CardQuery): boolean {
  return terms.some(({ condition }) => condition.kind === 'is' && condition.standing === 'retired')
}

/** Whether a short index holds all that can fit. Sorting what it holds is quicker than walking all cards in their order. */
function isAboutFew({ terms }: CardQuery): boolean {
  return terms.some(({ condition, negated }) => {
    if (negated) return false
    if (condition.kind === 'is') return ['flagged', 'doubtful', 'retired'].includes(condition.standing)
    return condition.kind === 'flag'
  })
}

const cardStandings: ReadonlySet<CardStanding> = new Set(['doubtful', 'retired', 'edited', 'flagged'])

function isAboutSchedule({ condition }: CardTerm): boolean {
  if (condition.kind === 'is') return !cardStandings.has(condition.standing)
  return ['number', 'dueDay', 'dueIn'].includes(condition.kind)
}

function isAboutCardsAlone({ terms }: CardQuery): boolean {
  return !terms.some(isAboutSchedule)
}

function toSql(
  { condition, negated }: CardTerm,
  learnerId: LearnerId,
  rules: BrowseRules,
): RawBuilder<SqlBool> {
  const fits = conditionSql(condition, learnerId, rules)
  // A comparison with a day that is not there is neither true nor false; turned round it is true.
  return negated ? sql<SqlBool>`not coalesce(${fits}, false)` : fits
}

function conditionSql(
  condition: CardCondition,
  learnerId: LearnerId,
  { today, leechLapses }: BrowseRules,
): RawBuilder<SqlBool> {
  switch (condition.kind) {
    case 'words':
      return sql<SqlBool>`(${speaksOf(condition.words)} or ${conceptHas(condition.words, learnerId)})`
    case 'text':
      return textSql(condition.field, condition.part, learnerId)
    case 'kind':
      return sql<SqlBool>`cards.kind = ${condition.cardKind}`
    case 'flag':
      return sql<SqlBool>`cards.flag = ${condition.flag}`
    case 'number':
      return numberSql(condition)
    case 'dueDay':
      return sql<SqlBool>`schedules.due_on ${sql.raw(condition.compares)} ${condition.day}`
    case 'dueIn':
      return sql<SqlBool>`schedules.due_on ${sql.raw(condition.compares)} ${addDays(today, condition.days)}`
    case 'is':
      return standingSql(condition.standing, today, leechLapses)
  }
}

function standingSql(standing: CardStanding, today: Day, leechLapses: number): RawBuilder<SqlBool> {
  switch (standing) {
    case 'due':
      return sql<SqlBool>`(schedules.due_on is not null and schedules.asked = 1 and schedules.suspended = 0
        and schedules.due_on <= ${today} and (schedules.buried_until is null or schedules.buried_until <= ${today}))`
    case 'new':
      return sql<SqlBool>`schedules.kind = 'new'`
    case 'learned':
      return sql<SqlBool>`schedules.kind <> 'new'`
    case 'suspended':
      return sql<SqlBool>`schedules.suspended = 1`
    case 'buried':
      return sql<SqlBool>`schedules.buried_until > ${today}`
    case 'leech':
      return sql<SqlBool>`schedules.lapses >= ${leechLapses}`
    case 'doubtful':
      return sql<SqlBool>`(cards.status = 'doubtful' and cards.accepted_at is null)`
    case 'retired':
      return sql<SqlBool>`cards.status = 'retired'`
    case 'edited':
      return sql<SqlBool>`(cards.edited_front is not null or cards.edited_back is not null)`
    case 'flagged':
      return sql<SqlBool>`cards.flag is not null`
  }
}

const numberColumns: Readonly<Record<NumberField, string>> = {
  lapses: 'schedules.lapses',
  interval: 'schedules.interval_days',
  ease: 'schedules.ease_hundredths',
  answers: 'schedules.answers',
}

function numberSql({
  field,
  compares,
  value,
}: Extract<CardCondition, { kind: 'number' }>): RawBuilder<SqlBool> {
  const fits = sql<SqlBool>`${sql.ref(numberColumns[field])} ${sql.raw(compares)} ${field === 'ease' ? value * 100 : value}`
  // A card that was never answered has no interval, and only SM-2 knows an ease.
  if (field === 'ease') return sql<SqlBool>`(schedules.kind = 'sm2' and ${fits})`
  return field === 'interval' ? sql<SqlBool>`(schedules.kind <> 'new' and ${fits})` : fits
}

function textSql(
  field: Extract<CardCondition, { kind: 'text' }>['field'],
  part: string,
  learnerId: LearnerId,
): RawBuilder<SqlBool> {
  switch (field) {
    case 'front':
      return sql<SqlBool>`(${speaksOf(part)} and ${has(shownFront, part)})`
    case 'back':
      return sql<SqlBool>`(${speaksOf(part)} and ${has(shownBack, part)})`
    case 'concept':
      return conceptHas(part, learnerId)
    case 'note':
      return fromNotes(sql`${has(sql`notes.path`, part)} or ${has(sql`notes.title`, part)}`, learnerId)
    case 'folder':
      return fromNotes(
        sql`lower(notes.path) like lower(${`${escaped(part.replace(/\/+$/, ''))}/%`}) escape '\\'`,
        learnerId,
      )
  }
}

// As it stands in the index that migration 0004 makes of it on SQLite: another spelling would read every card.
const sought = sql`lower(coalesce(cards.edited_front, cards.front) || ' ' || coalesce(cards.edited_back, cards.back))`
const shownFront = sql`coalesce(cards.edited_front, cards.front)`
const shownBack = sql`coalesce(cards.edited_back, cards.back)`

function conceptHas(part: string, learnerId: LearnerId): RawBuilder<SqlBool> {
  return sql<SqlBool>`cards.concept_id in (select concepts.id from concepts
    where concepts.learner_id = ${learnerId} and ${has(sql`concepts.term`, part)})`
}

function fromNotes(condition: RawBuilder<unknown>, learnerId: LearnerId): RawBuilder<SqlBool> {
  return sql<SqlBool>`cards.id in (select card_notes.card_id from card_notes
    inner join notes on notes.learner_id = card_notes.learner_id and notes.id = card_notes.note_id
    where card_notes.learner_id = ${learnerId} and (${condition}))`
}

function speaksOf(part: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sought} like ${pattern(part)} escape '\\'`
}

function has(text: RawBuilder<unknown>, part: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`lower(${text}) like ${pattern(part)} escape '\\'`
}

/** Both sides are lowered by the database: SQLite knows the capitals of ASCII alone, and must not miss the others. */
function pattern(part: string): RawBuilder<string> {
  return sql<string>`lower(${`%${escaped(part)}%`})`
}

// The escape character is named because only PostgreSQL has a default one.
function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&')
}
