import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import {
  type TryKind,
  countedAddress,
  longestTryMs,
  tryLimits,
  waitBeforeTry,
} from '../../shared/account/sign-in-limits.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { type Database, writing } from '../db/open-database.ts'
import { clearTries, deleteTry, findTries, forgetTriesBefore, insertTries } from '../db/sign-in-tries.ts'
import type { Writer } from '../db/tables.ts'

/** One who is counted, and by which limit. */
export interface Counted {
  readonly kind: TryKind
  readonly of: string
}

/** A try that was let through, and counts as a failure until it is taken back. */
export interface Try {
  /** It was the right word, or none was looked at: forgets it, and the failures before it of those who are cleared. */
  readonly takeBack: (cleared?: readonly Counted[]) => Promise<void>
}

/**
 * Lets a try through, or says when the next one may come. It is counted before its word is checked, so that a crowd of tries
 * at once gets no further than as many in a row; and in the database, so that a restart or another process forgets none.
 */
export async function takeTry(db: Database, counted: readonly Counted[], now: EpochMs): Promise<Try> {
  const id = uuidv7()
  const buckets = counted.map(bucketOf)
  await writing(db, async (trx) => {
    const wait = await longestWait(trx, counted, now)
    if (wait > 0) throw tooMany(wait)
    await forgetTriesBefore(trx, now - longestTryMs)
    await insertTries(trx, id, buckets, now)
  })
  return {
    takeBack: (cleared = []) =>
      writing(db, async (trx) => {
        await deleteTry(trx, id, now, buckets)
        if (cleared.length > 0) await clearTries(trx, cleared.map(bucketOf))
      }),
  }
}

async function longestWait(trx: Writer, counted: readonly Counted[], now: number): Promise<number> {
  let longest = 0
  for (const one of counted) {
    const limit = tryLimits[one.kind]
    const until = now + limit.withinMs
    longest = Math.max(
      longest,
      waitBeforeTry(await findTries(trx, bucketOf(one), limit.most, until), limit, now),
    )
  }
  return longest
}

/** Names are hashed: now and then somebody types a password in their place. */
function bucketOf({ kind, of }: Counted): string {
  return `${kind}:${createHash('sha256').update(of).digest('base64url')}`
}

export const byAddress = (ip: string): Counted => ({ kind: 'address', of: countedAddress(ip) })

function tooMany(waitMs: number): Refusal {
  const seconds = Math.ceil(waitMs / 1000)
  const when = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
  return new Refusal('too_many_tries', `There were too many tries. Try again in ${when}.`, seconds)
}
