import type { TokenScope } from '../../shared/account/token-scopes.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { ApiTokensTable } from './account-tables.ts'
import { fromJson, toJson } from './json-column.ts'
import type { Reader, Writer } from './tables.ts'

/** What a program of the learner's own asks with. */
export interface ApiToken {
  readonly learnerId: LearnerId
  readonly id: string
  readonly name: string
  readonly scopes: readonly TokenScope[]
  readonly createdAt: EpochMs
  readonly expiresAt: EpochMs | null
  readonly usedAt: EpochMs | null
}

export async function findApiToken(db: Reader, secretHash: string): Promise<ApiToken | null> {
  const row = await db
    .selectFrom('api_tokens')
    .selectAll()
    .where('secret_hash', '=', secretHash)
    .executeTakeFirst()
  return row === undefined ? null : toApiToken(row)
}

/** A learner's tokens, the newest first. */
export async function listApiTokens(db: Reader, learnerId: LearnerId): Promise<ApiToken[]> {
  const rows = await db
    .selectFrom('api_tokens')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toApiToken)
}

export async function insertApiToken(trx: Writer, token: ApiToken, secretHash: string): Promise<void> {
  await trx
    .insertInto('api_tokens')
    .values({
      learner_id: token.learnerId,
      id: token.id,
      name: token.name,
      secret_hash: secretHash,
      scopes: toJson(token.scopes),
      created_at: token.createdAt,
      expires_at: token.expiresAt,
      used_at: token.usedAt,
    })
    .execute()
}

export async function saveTokenUse(
  trx: Writer,
  learnerId: LearnerId,
  id: string,
  now: EpochMs,
): Promise<void> {
  await trx
    .updateTable('api_tokens')
    .set({ used_at: now })
    .where('learner_id', '=', learnerId)
    .where('id', '=', id)
    .execute()
}

/** Whether there was one. */
export async function deleteApiToken(trx: Writer, learnerId: LearnerId, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('api_tokens')
    .where('learner_id', '=', learnerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

function toApiToken(row: ApiTokensTable): ApiToken {
  return {
    learnerId: row.learner_id,
    id: row.id,
    name: row.name,
    scopes: fromJson(row.scopes),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  }
}
