import type { Reader } from './tables.ts'

/** The identity of this database. Throws when the database does not answer. */
export async function findInstanceId(db: Reader): Promise<string> {
  const { id } = await db.selectFrom('instance').select('id').executeTakeFirstOrThrow()
  return id
}
