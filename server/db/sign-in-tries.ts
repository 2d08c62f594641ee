import type { EpochMs } from '../../shared/basics/time.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { Reader, Writer } from './tables.ts'

/**
 * When somebody of this bucket tried last, the newest first, at most so many. What was noted while the clock was far ahead
 * is left out: it must not keep anybody out until that day comes.
 */
export async function findTries(db: Reader, bucket: string, most: number, until: number): Promise<number[]> {
  const rows = await db
    .selectFrom('sign_in_tries')
    .select('at')
    .where('bucket', '=', bucket)
    .where('at', '<=', until as EpochMs)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ at }) => at)
}

/** Counts one try in each of these buckets. */
export async function insertTries(
  trx: Writer,
  id: string,
  buckets: readonly string[],
  now: EpochMs,
): Promise<void> {
  await trx
    .insertInto('sign_in_tries')
    .values(buckets.map((bucket) => ({ bucket, at: now, id })))
    .execute()
}

/** Takes a try back from all its buckets: it was the right word. */
export async function deleteTry(
  trx: Writer,
  id: string,
  now: EpochMs,
  buckets: readonly string[],
): Promise<void> {
  await trx
    .deleteFrom('sign_in_tries')
    .where('bucket', 'in', buckets)
    .where('at', '=', now)
    .where('id', '=', id)
    .execute()
}

export async function clearTries(trx: Writer, buckets: readonly string[]): Promise<void> {
  await trx.deleteFrom('sign_in_tries').where('bucket', 'in', buckets).execute()
}

export async function forgetTriesBefore(trx: Writer, at: number): Promise<void> {
  await trx
    .deleteFrom('sign_in_tries')
    .where('at', '<', at as EpochMs)
    .execute()
}

/** Whether the learner signed in before in the browser that holds this secret. */
export async function isKnownDevice(db: Reader, learnerId: LearnerId, secretHash: string): Promise<boolean> {
  const row = await db
    .selectFrom('known_devices')
    .select('seen_at')
    .where('learner_id', '=', learnerId)
    .where('secret_hash', '=', secretHash)
    .executeTakeFirst()
  return row !== undefined
}

export async function rememberDevice(
  trx: Writer,
  learnerId: LearnerId,
  secretHash: string,
  now: EpochMs,
): Promise<void> {
  await trx
    .insertInto('known_devices')
    .values({ learner_id: learnerId, secret_hash: secretHash, seen_at: now })
    .onConflict((conflict) => conflict.columns(['learner_id', 'secret_hash']).doUpdateSet({ seen_at: now }))
    .execute()
}

/** Forgets browsers in which nobody signed in since. */
export async function forgetDevicesBefore(trx: Writer, learnerId: LearnerId, at: number): Promise<void> {
  await trx
    .deleteFrom('known_devices')
    .where('learner_id', '=', learnerId)
    .where('seen_at', '<', at as EpochMs)
    .execute()
}
