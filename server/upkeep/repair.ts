import { profileOf } from '../../shared/schedule/fold-reviews.ts'
import { type LearnerId, addToDigest, emptyDigest } from '../../shared/schedule/review-event.ts'
import { listAllCardIds, markAsked } from '../db/cards.ts'
import { listLogParts } from '../db/doctor.ts'
import { listSchedulerLog } from '../db/events.ts'
import { saveActiveProfile, saveLogDigest } from '../db/learners.ts'
import { type Database, writing } from '../db/open-database.ts'
import { dropStandings } from '../db/standings.ts'
import { refoldAll } from '../study/refold.ts'
import type { Schedulers } from '../study/schedulers.ts'
import { fillStandings } from '../study/standings.ts'

/** Makes every cache anew from the log, all that schedules hang on in one transaction. The log and the cards stay as they are. */
export async function repair(db: Database, learnerId: LearnerId, schedulers: Schedulers): Promise<void> {
  const profile = profileOf(await listSchedulerLog(db.reader, learnerId))
  const scheduler = await schedulers.load(db.reader, learnerId, profile)
  await writing(db, async (trx) => {
    await saveActiveProfile(trx, learnerId, profile)
    await refoldAll(trx, learnerId, scheduler)
    let digest = emptyDigest
    for await (const part of listLogParts(trx, learnerId))
      digest = part.reduce((before, { event }) => addToDigest(before, event), digest)
    await saveLogDigest(trx, learnerId, digest)
    await markAsked(trx, learnerId, await listAllCardIds(trx, learnerId))
    await dropStandings(trx, learnerId)
  })
  await fillStandings(db, learnerId, schedulers)
}
