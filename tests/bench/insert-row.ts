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
