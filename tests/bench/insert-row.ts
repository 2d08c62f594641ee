import type { SqliteFile } from '../../server/db/sqlite/sqlite-driver.ts'

/** A prepared insert of the named columns; their values in the same order. */
export function insertRow(
  file: SqliteFile,
  table: string,
  columns: readonly string[],
): (...values: readonly unknown[]) => void {
  const places = columns.map(() => '?').join(', ')
  const statement = file.prepare(`insert into ${table} (${columns.join(', ')}) values (${places})`)
  return (...values) => void statement.run(...values)
}

/** What a concept needs when it is stored by hand. */
export const conceptColumns = ['learner_id', 'id', 'concept_key', 'term', 'aliases', 'active'] as const

/** What a card needs when it is stored by hand. */
export const cardColumns = [
  'learner_id',
  'id',
  'card_key',
  'concept_id',
  'fact_key',
  'kind',
  'front',
  'back',
  'accepted',
  'status',
  'reasons',
  'sources',
  'created_at',
] as const
