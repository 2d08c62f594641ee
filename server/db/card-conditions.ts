import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Day, addDays } from '../../shared/basics/time.ts'
import type { CardStanding, NumberField } from '../../shared/card/card-query-fields.ts'
import type { CardCondition } from '../../shared/card/parse-card-query.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { isSoughtLeechSql } from './leeches.ts'
import { escaped } from './like.ts'

/** What decides whether a card fits besides the card itself. */
export interface BrowseRules {
  readonly today: Day
  /** The missed days from which a card is a leech. */
  readonly leechDays: number
  /** What each pattern of the query was found to fit: numbers of `sought_cards`. */
  readonly fitPattern?: ReadonlyMap<string, readonly number[]>
  /** Whether words are found whatever accents they have. */
  readonly freeAccents?: boolean
  /** The cards that hold a word with other accents, by the columns and the word: numbers of `sought_cards`. */
  readonly fitFreely?: ReadonlyMap<string, readonly number[]>
}

/** One condition of a query as SQL about a row of `sought_cards`; null for what a card says (see card-words.ts). */
export function conditionSql(
  condition: CardCondition,
  learnerId: LearnerId,
  rules: BrowseRules,
): RawBuilder<SqlBool> | null {
  switch (condition.kind) {
    case 'words':
      return null
    case 'text':
      return placeSql(condition, learnerId)
    case 'pattern':
      return anyOf(rules.fitPattern?.get(condition.pattern))
    case 'kind':
      return sql<SqlBool>`sought_cards.card_kind = ${condition.cardKind}`
    case 'flag':
      return sql<SqlBool>`sought_cards.flag = ${condition.flag}`
    case 'number':
      return numberSql(condition)
    case 'dueDay':
      return sql<SqlBool>`sought_cards.due_on ${sql.raw(condition.compares)} ${condition.day}`
    case 'dueIn':
      return sql<SqlBool>`sought_cards.due_on ${sql.raw(condition.compares)} ${addDays(rules.today, condition.days)}`
    case 'is':
      return standingSql(condition.standing, learnerId, rules)
  }
}

function standingSql(
  standing: CardStanding,
  learnerId: LearnerId,
  { today, leechDays }: BrowseRules,
): RawBuilder<SqlBool> {
  switch (standing) {
    case 'due':
      return sql<SqlBool>`(due_on is not null and asked = 1 and suspended = 0
        and due_on <= ${today} and (buried_until is null or buried_until <= ${today}))`
    case 'new':
      return sql<SqlBool>`sought_cards.kind = 'new'`
    case 'learned':
      return sql<SqlBool>`sought_cards.kind <> 'new'`
    case 'suspended':
      return sql<SqlBool>`suspended = 1`
    case 'buried':
      return sql<SqlBool>`buried_until > ${today}`
    case 'leech':
      return isSoughtLeechSql(learnerId, leechDays)
    case 'doubtful':
      return sql<SqlBool>`doubtful = 1`
    case 'retired':
      return sql<SqlBool>`retired = 1`
    case 'edited':
      return sql<SqlBool>`edited = 1`
    case 'flagged':
      return sql<SqlBool>`sought_cards.flag is not null`
  }
}

const numberColumns: Readonly<Record<NumberField, string>> = {
  lapses: 'sought_cards.lapses',
  interval: 'sought_cards.interval_days',
  ease: 'sought_cards.ease_hundredths',
  answers: 'sought_cards.answers',
}

function numberSql({
  field,
  compares,
  value,
}: Extract<CardCondition, { kind: 'number' }>): RawBuilder<SqlBool> {
  const fits = sql<SqlBool>`${sql.ref(numberColumns[field])} ${sql.raw(compares)} ${field === 'ease' ? value * 100 : value}`
  // A card that was never answered has no interval, and only SM-2 knows an ease.
  if (field === 'ease') return sql<SqlBool>`(sought_cards.kind = 'sm2' and ${fits})`
  return field === 'interval' ? sql<SqlBool>`(sought_cards.kind <> 'new' and ${fits})` : fits
}

function placeSql(
  { field, part }: Extract<CardCondition, { kind: 'text' }>,
  learnerId: LearnerId,
): RawBuilder<SqlBool> | null {
  if (field === 'note') return fromNotes(sql`${has('path', part)} or ${has('title', part)}`, learnerId)
  if (field !== 'folder') return null
  return fromNotes(isLike('path', `${escaped(part.replace(/\/+$/, ''))}/%`), learnerId)
}

function fromNotes(condition: RawBuilder<unknown>, learnerId: LearnerId): RawBuilder<SqlBool> {
  return sql<SqlBool>`sought_cards.card_id in (select card_notes.card_id from card_notes
    inner join notes on notes.learner_id = card_notes.learner_id and notes.id = card_notes.note_id
    where card_notes.learner_id = ${learnerId} and (${condition}))`
}

function has(column: 'path' | 'title', part: string): RawBuilder<unknown> {
  return isLike(column, `%${escaped(part)}%`)
}

/** Some systems keep the names of files with their accents apart. */
function isLike(column: 'path' | 'title', like: string): RawBuilder<unknown> {
  const fits = (form: string) => sql`lower(${sql.ref(`notes.${column}`)}) like lower(${form}) escape '\\'`
  const apart = like.normalize('NFD')
  return apart === like ? fits(like) : sql`(${fits(like)} or ${fits(apart)})`
}

function anyOf(ids: readonly number[] = []): RawBuilder<SqlBool> {
  return sql<SqlBool>`sought_cards.id in (select value from json_each(${JSON.stringify(ids)}))`
}
