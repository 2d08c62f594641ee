import type { Role } from '../../shared/account/account.ts'
import { nameKey } from '../../shared/account/account.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { AccountsTable } from './account-tables.ts'
import type { Reader, Writer } from './tables.ts'

/** How a learner signs in. */
export interface Account {
  readonly learnerId: LearnerId
  readonly name: string
  readonly role: Role
  readonly passwordHash: string | null
  readonly createdAt: EpochMs
}

export async function hasAccounts(db: Reader): Promise<boolean> {
  const row = await db.selectFrom('accounts').select('learner_id').limit(1).executeTakeFirst()
  return row !== undefined
}

/** Every account, the oldest first. */
export async function listAccounts(db: Reader): Promise<Account[]> {
  const rows = await db
    .selectFrom('accounts')
    .selectAll()
    .orderBy('created_at')
    .orderBy('learner_id')
    .execute()
  return rows.map(toAccount)
}

export async function findAccount(db: Reader, learnerId: LearnerId): Promise<Account | null> {
  const row = await db
    .selectFrom('accounts')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .executeTakeFirst()
  return row === undefined ? null : toAccount(row)
}

export async function findAccountByName(db: Reader, name: string): Promise<Account | null> {
  const row = await db
    .selectFrom('accounts')
    .selectAll()
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst()
  return row === undefined ? null : toAccount(row)
}

export async function insertAccount(
  trx: Writer,
  account: Omit<Account, 'createdAt'> & { readonly subject: string | null },
  now: EpochMs,
): Promise<void> {
  await trx
    .insertInto('accounts')
    .values({
      learner_id: account.learnerId,
      name: account.name,
      name_key: nameKey(account.name),
      role: account.role,
      password_hash: account.passwordHash,
      subject: account.subject,
      created_at: now,
    })
    .execute()
}

export async function savePasswordHash(trx: Writer, learnerId: LearnerId, hash: string): Promise<void> {
  await trx.updateTable('accounts').set({ password_hash: hash }).where('learner_id', '=', learnerId).execute()
}

function toAccount(row: AccountsTable): Account {
  return {
    learnerId: row.learner_id,
    name: row.name,
    role: row.role,
    passwordHash: row.password_hash,
    createdAt: row.created_at,
  }
}
