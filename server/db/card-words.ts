import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { CardTerm } from '../../shared/card/parse-card-query.ts'
import { escaped } from './like.ts'

export type WordColumn = 'front' | 'back' | 'term'

/** What a term asks of a card's words: this part, in one of these columns. */
export interface SoughtWords {
  readonly columns: readonly WordColumn[]
  readonly part: string
  readonly negated: boolean
}

/** Whether a term asks for something that the card says itself. */
export function isAboutWords({ condition }: CardTerm): boolean {
  return condition.kind === 'words' || (condition.kind === 'text' && condition.field in columnsOf)
}

/** What the terms about words ask, for statements on `sought_cards`. */
export interface WordsSql {
  /** What all of them must hold: one question of the index, so that it puts its lists together by itself. */
  readonly wanted: RawBuilder<unknown> | null
  /** What none of them may hold, when the index is asked for nothing else. */
  readonly unwanted: RawBuilder<unknown> | null
  /** What the index cannot answer is looked for in what the cards say. */
  readonly conditions: readonly RawBuilder<SqlBool>[]
}

/** `freely` are the cards found for a word with other accents, where accents may be left out. */
export function wordsSql(
  terms: readonly CardTerm[],
  freely: ReadonlyMap<string, readonly number[]> = new Map(),
): WordsSql {
  const all = terms.map(toSought)
  const sought = all.filter((one) => !freely.has(soughtKey(one)))
  const known = sought.filter(({ part }) => isIndexed(part))
  const conditions = [
    ...sought.filter(({ part }) => !isIndexed(part)).map(readingSql),
    ...all.flatMap((one) => freelySql(one, freely.get(soughtKey(one)))),
  ]
  const wanted = known.filter(({ negated }) => !negated).map(match)
  const unwanted = known.filter(({ negated }) => negated).map(match)
  if (wanted.length > 0) {
    const without = unwanted.map((one) => sql` || ' NOT ' || ${one}`)
    const all = sql`'(' || ${sql.join(wanted, sql` || ' AND ' || `)} || ')' ${sql.join(without, sql``)}`
    return { wanted: all, unwanted: null, conditions }
  }
  const any = unwanted.length > 0 ? sql.join(unwanted, sql` || ' OR ' || `) : null
  return { wanted: null, unwanted: any, conditions }
}

/** The numbers of the cards in whose words the index finds a match. SQLite's own; elsewhere it would be a `like`. */
export function indexed(expression: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select rowid from card_words_index where card_words_index match ${expression})`
}

/** “One of these columns holds this part” in the language of the index. */
export function match({ columns, part }: Pick<SoughtWords, 'columns' | 'part'>): RawBuilder<unknown> {
  const start = `({${columns.join(' ')}} : `
  if ([...part].length > 2) return sql`${`${start}${quoted(part)})`}`
  // It knows three letters in a row: fewer are all the threes that begin with them.
  const few = part.toLowerCase()
  return sql`(select ${`${start}(`} || coalesce(group_concat('"' || replace(term, '"', '""') || '"', ' OR '), '""') || '))'
    from card_words_letters where term >= ${few} and term < ${`${few}\u{10ffff}`})`
}

const columnsOf: Readonly<Record<string, readonly WordColumn[]>> = {
  front: ['front'],
  back: ['back'],
  concept: ['term'],
}

/** What two terms share that look for the same. */
export const soughtKey = ({ columns, part }: Pick<SoughtWords, 'columns' | 'part'>): string =>
  JSON.stringify([columns, part])

function freelySql({ negated }: SoughtWords, ids: readonly number[] | undefined): RawBuilder<SqlBool>[] {
  if (ids === undefined) return []
  const isFound = sql<SqlBool>`sought_cards.id in (select value from json_each(${JSON.stringify(ids)}))`
  return [negated ? sql<SqlBool>`not ${isFound}` : isFound]
}

/** What a term about words looks for, and where. */
export function toSought({ condition, negated }: CardTerm): SoughtWords {
  if (condition.kind === 'words')
    return { columns: ['front', 'back', 'term'], part: condition.words, negated }
  const columns = condition.kind === 'text' ? columnsOf[condition.field] : undefined
  if (condition.kind !== 'text' || columns === undefined)
    throw new Error(`Inconsistent: ${condition.kind} is not about words`)
  return { columns, part: condition.part, negated }
}

/** A single common letter would be too many threes. The language of the index ends at a zero byte. */
function isIndexed(part: string): boolean {
  return !/^[\0-\x7f]?$/.test(part) && !part.includes('\0')
}

function readingSql({ columns, part, negated }: SoughtWords): RawBuilder<SqlBool> {
  const like = `%${escaped(part)}%`
  const fits = columns.map(
    (column) => sql`${sql.ref(`card_words.${column}`)} like lower(${like}) escape '\\'`,
  )
  const found = sql<SqlBool>`exists (select 1 from card_words
    where card_words.id = sought_cards.id and (${sql.join(fits, sql` or `)}))`
  return negated ? sql<SqlBool>`not ${found}` : found
}

function quoted(part: string): string {
  return `"${part.replaceAll('"', '""')}"`
}
