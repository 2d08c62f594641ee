import { countDay } from '../../shared/insight/count-day.ts'
import { profileOf } from '../../shared/schedule/fold-reviews.ts'
import { type LearnerId, addToDigest, emptyDigest } from '../../shared/schedule/review-event.ts'
import { checkFile, countAskedFaults, findDayLogs, listLogParts } from '../db/doctor.ts'
import { listSchedulerLog } from '../db/events.ts'
import { findActiveProfile, findLogDigest } from '../db/learners.ts'
import { listStudyDays } from '../db/study-days.ts'
import type { Reader } from '../db/tables.ts'
import { findFoldFaults } from '../study/refold.ts'
import type { Schedulers } from '../study/schedulers.ts'
import { findStandingFaults } from '../study/standings.ts'

/** Something in the database that is not as the log says. */
export interface Fault {
  readonly what: 'file' | 'schedule' | 'standing' | 'study_day' | 'digest' | 'profile' | 'asked'
  readonly sentence: string
}

/** Looks at the file, folds the whole log and compares every cache with it. Changes nothing. */
export async function* examine(
  db: Reader,
  learnerId: LearnerId,
  schedulers: Schedulers,
): AsyncGenerator<Fault> {
  for (const sentence of await checkFile(db)) yield { what: 'file', sentence }
  const asked = profileOf(await listSchedulerLog(db, learnerId))
  const active = await findActiveProfile(db, learnerId)
  if (asked !== active)
    yield {
      what: 'profile',
      sentence: `The log asks for the scheduler ${asked}; the schedules are folded with ${active}.`,
    }
  const scheduler = await schedulers.load(db, learnerId, asked)
  for await (const { cardId, columns } of findFoldFaults(db, learnerId, scheduler))
    yield { what: 'schedule', sentence: `Card ${cardId}: ${columns.join(', ')} differ from its log.` }
  // With other schedules than the log asks for, every standing would differ, too.
  if (asked === active)
    for await (const { conceptId, columns } of findStandingFaults(db, learnerId, schedulers))
      yield { what: 'standing', sentence: `Concept ${conceptId}: ${columns.join(', ')} differ from its log.` }
  yield* examineDays(db, learnerId)
  yield* examineDigest(db, learnerId)
  const misplaced = await countAskedFaults(db, learnerId)
  if (misplaced > 0)
    yield {
      what: 'asked',
      sentence: `${misplaced} cards are asked though they should not be, or the other way.`,
    }
}

async function* examineDays(db: Reader, learnerId: LearnerId): AsyncGenerator<Fault> {
  for (const { day, ...cached } of await listStudyDays(db, learnerId)) {
    const counted = countDay(await findDayLogs(db, learnerId, day), day)
    if (JSON.stringify(counted) !== JSON.stringify(cached))
      yield { what: 'study_day', sentence: `${day}: its counts differ from its answers.` }
  }
}

async function* examineDigest(db: Reader, learnerId: LearnerId): AsyncGenerator<Fault> {
  let digest = emptyDigest
  for await (const part of listLogParts(db, learnerId))
    digest = part.reduce((before, { event }) => addToDigest(before, event), digest)
  const stored = await findLogDigest(db, learnerId)
  if (stored.count !== digest.count)
    yield {
      what: 'digest',
      sentence: `The log holds ${digest.count} events and is said to hold ${stored.count}.`,
    }
  else if (stored.digest !== digest.digest)
    yield {
      what: 'digest',
      sentence: 'The log’s digest does not fit its events: at least one event is not as it was recorded.',
    }
}
