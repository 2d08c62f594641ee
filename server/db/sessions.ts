import type { Role } from '../../shared/account/account.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { SessionsTable } from './account-tables.ts'
import type { Reader, Writer } from './tables.ts'

/** One browser that is signed in. */
export interface Session {
  readonly learnerId: LearnerId
  readonly id: string
  readonly secretHash: string
  readonly previousHash: string | null
  readonly rotatedAt: EpochMs
  readonly confirmedAt: EpochMs | null
  readonly device: string
  readonly createdAt: EpochMs
  readonly seenAt: EpochMs
}

/** The session that a secret opens, or opened before it was changed, with what its account may do. */
export async function findSession(
  db: Reader,
  secretHash: string,
): Promise<(Session & { readonly role: Role }) | null> {
  const of = (column: 'secret_hash' | 'previous_hash') =>
    db
      .selectFrom('sessions')
      .innerJoin('accounts', 'accounts.learner_id', 'sessions.learner_id')
      .selectAll('sessions')
      .select('accounts.role')
      .where(`sessions.${column}`, '=', secretHash)
      .executeTakeFirst()
  const row = (await of('secret_hash')) ?? (await of('previous_hash'))
  return row === undefined ? null : { ...toSession(row), role: row.role }
}

/** A learner's sessions, the one that was used last first. */
export async function listSessions(db: Reader, learnerId: LearnerId): Promise<Session[]> {
  const rows = await db
    .selectFrom('sessions')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toSession)
}

export async function insertSession(trx: Writer, session: Session): Promise<void> {
  await trx.insertInto('sessions').values(toSessionRow(session)).execute()
}

/**
 * Keeps what a request changed of its session, and says whether it did: not where the session was ended meanwhile, or its
 * secret changed by another request.
 */
export async function saveSession(trx: Writer, session: Session, knownHash: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('sessions')
    .set(toSessionRow(session))
    .where('learner_id', '=', session.learnerId)
    .where('id', '=', session.id)
    .where('secret_hash', '=', knownHash)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends the session that this secret opens, or opened before it was changed. */
export async function deleteSessionOfSecret(trx: Writer, secretHash: string): Promise<void> {
  await trx
    .deleteFrom('sessions')
    .where((where) =>
      where.or([where('secret_hash', '=', secretHash), where('previous_hash', '=', secretHash)]),
    )
    .execute()
}

/** Whether there was one. */
export async function deleteSession(trx: Writer, learnerId: LearnerId, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('sessions')
    .where('learner_id', '=', learnerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Ends every session of a learner but the one named. */
export async function deleteOtherSessions(
  trx: Writer,
  learnerId: LearnerId,
  kept: string | null,
): Promise<void> {
  await trx
    .deleteFrom('sessions')
    .where('learner_id', '=', learnerId)
    .where('id', '!=', kept ?? '')
    .execute()
}

/** Forgets sessions that nobody can use any more. */
export async function deleteEndedSessions(
  trx: Writer,
  learnerId: LearnerId,
  seenBefore: number,
  createdBefore: number,
): Promise<void> {
  await trx
    .deleteFrom('sessions')
    .where('learner_id', '=', learnerId)
    .where((where) =>
      where.or([
        where('seen_at', '<', seenBefore as EpochMs),
        where('created_at', '<', createdBefore as EpochMs),
      ]),
    )
    .execute()
}

function toSession(row: SessionsTable): Session {
  return {
    learnerId: row.learner_id,
    id: row.id,
    secretHash: row.secret_hash,
    previousHash: row.previous_hash,
    rotatedAt: row.rotated_at,
    confirmedAt: row.confirmed_at,
    device: row.device,
    createdAt: row.created_at,
    seenAt: row.seen_at,
  }
}

function toSessionRow(session: Session): SessionsTable {
  return {
    learner_id: session.learnerId,
    id: session.id,
    secret_hash: session.secretHash,
    previous_hash: session.previousHash,
    rotated_at: session.rotatedAt,
    confirmed_at: session.confirmedAt,
    device: session.device,
    created_at: session.createdAt,
    seen_at: session.seenAt,
  }
}
