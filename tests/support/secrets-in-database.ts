import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Database } from '../../server/db/open-database.ts'

/** Fails when one of the secrets stands anywhere in the tables of the database. */
export async function expectNoSecretIn(db: Database, secrets: readonly string[]): Promise<void> {
  const { rows: tables } = await sql<{ name: string }>`select name from sqlite_master
    where type = 'table' and name not like 'sqlite_%' and name not like 'card_words%'`.execute(db.reader)
  expect(tables.map(({ name }) => name)).toContain('sessions')
  for (const { name } of tables) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db.reader)
    const text = JSON.stringify(rows)
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
  }
}
