import { type LogDigest, addToDigest, emptyDigest } from '../../../shared/schedule/review-event.ts'
import { toStoredEvent } from '../event-rows.ts'
import type { EventsTable } from '../tables.ts'
import type { SqliteFile } from './sqlite-driver.ts'

/** The digest of every event in a file, of all learners together, made from the events themselves. */
export function countLog(file: SqliteFile): LogDigest {
  let digest = emptyDigest
  for (const row of file.prepare('select * from events').iterate())
    digest = addToDigest(digest, toStoredEvent(row as EventsTable).event)
  return digest
}

/** What the learners' rows say that the log is: their digests, together. */
export function claimedLog(file: SqliteFile): LogDigest {
  const rows = file.prepare('select event_count as count, event_digest as digest from learners').all()
  return (rows as LogDigest[]).reduce(
    (sum, { count, digest }) => ({
      count: sum.count + count,
      digest: (BigInt(`0x${sum.digest}`) ^ BigInt(`0x${digest}`)).toString(16).padStart(16, '0'),
    }),
    emptyDigest,
  )
}

export const isSameLog = (one: LogDigest, other: LogDigest): boolean =>
  one.count === other.count && one.digest === other.digest
