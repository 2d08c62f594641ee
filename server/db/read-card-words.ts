import { sql } from 'kysely'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { type WordColumn, indexed, match } from './card-words.ts'
import { inChunks } from './in-chunks.ts'
import type { Reader } from './tables.ts'

/** What a card says in some columns. */
export interface CardWords {
  readonly id: number
  readonly texts: readonly string[]
}

const cardsAtOnce = 2000

/** What all cards say in these columns, in parts; only those that hold `part` there, when there is one. */
export async function* readCardWords(
  db: Reader,
  learnerId: LearnerId,
  columns: readonly WordColumn[],
  part: string | null,
): AsyncGenerator<CardWords[]> {
  for (const ids of inChunks(await findHolders(db, learnerId, columns, part), cardsAtOnce)) {
    const rows = await db
      .selectFrom('card_words')
      .select(['id', ...columns])
      .where(sql<boolean>`id in (select value from json_each(${JSON.stringify(ids)}))`)
      .execute()
    yield rows.map((row) => ({ id: row.id, texts: columns.map((column) => said(row[column])) }))
  }
}

async function findHolders(
  db: Reader,
  learnerId: LearnerId,
  columns: readonly WordColumn[],
  part: string | null,
): Promise<number[]> {
  let query = db.selectFrom('sought_cards').select('id').where('learner_id', '=', learnerId)
  if (part !== null) query = query.where(sql<boolean>`id in ${indexed(match({ columns, part }))}`)
  return (await query.execute()).map(({ id }) => id)
}

/** A number that is another whenever someone else has written. SQLite's own. */
export async function readDataVersion(db: Reader): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db)
  return rows[0]?.data_version ?? 0
}

/** Without the ends of line that the index wants. */
function said(text: string): string {
  return text.slice(0, -2)
}
