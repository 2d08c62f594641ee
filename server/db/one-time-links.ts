import type { LinkKind } from '../../shared/account/account.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { OneTimeLinksTable } from './account-tables.ts'
import type { Reader, Writer } from './tables.ts'

/** A link that works once. */
export interface OneTimeLink {
  readonly id: string
  readonly kind: LinkKind
  readonly madeBy: LearnerId | null
  /** Whose password it renews. */
  readonly learnerId: LearnerId | null
  readonly createdAt: EpochMs
  readonly expiresAt: EpochMs
  readonly usedAt: EpochMs | null
}

export async function findLink(db: Reader, secretHash: string): Promise<OneTimeLink | null> {
  const row = await db
    .selectFrom('one_time_links')
    .selectAll()
    .where('secret_hash', '=', secretHash)
    .executeTakeFirst()
  return row === undefined ? null : toLink(row)
}

/** Links of one maker that can still be used, the newest first. */
export async function listOpenLinks(db: Reader, madeBy: LearnerId, now: EpochMs): Promise<OneTimeLink[]> {
  const rows = await db
    .selectFrom('one_time_links')
    .selectAll()
    .where('made_by', '=', madeBy)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toLink)
}

export async function insertLink(trx: Writer, link: OneTimeLink, secretHash: string): Promise<void> {
  await trx
    .insertInto('one_time_links')
    .values({
      id: link.id,
      kind: link.kind,
      secret_hash: secretHash,
      made_by: link.madeBy,
      learner_id: link.learnerId,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
      used_at: link.usedAt,
    })
    .execute()
}

export async function saveLinkUse(trx: Writer, id: string, now: EpochMs): Promise<void> {
  await trx.updateTable('one_time_links').set({ used_at: now }).where('id', '=', id).execute()
}

/** Whether its maker had it. */
export async function deleteLink(trx: Writer, madeBy: LearnerId, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('one_time_links')
    .where('made_by', '=', madeBy)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Forgets the links to the first account, so that only the one printed last works. */
export async function deleteSetUpLinks(trx: Writer): Promise<void> {
  await trx.deleteFrom('one_time_links').where('kind', '=', 'set_up').execute()
}

function toLink(row: OneTimeLinksTable): OneTimeLink {
  return {
    id: row.id,
    kind: row.kind,
    madeBy: row.made_by,
    learnerId: row.learner_id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  }
}
