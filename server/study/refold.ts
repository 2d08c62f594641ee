import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Day } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import { type DayCounts, addCounts, countCardDays, emptyDay } from '../../shared/insight/count-day.ts'
import { foldCard, profileOf } from '../../shared/schedule/fold-reviews.ts'
import type { Scheduler } from '../../shared/schedule/memory-model.ts'
import { type LearnerId, compareLogged, foldTime } from '../../shared/schedule/review-event.ts'
import { newCardState } from '../../shared/schedule/schedule.ts'
import type { StoredEvent, StoredState } from '../db/answer-store.ts'
import { type CachedFold, listFoldsAfter, readCardLogs, saveFold } from '../db/card-logs.ts'
import { listSchedulerLog } from '../db/events.ts'
import { inChunks } from '../db/in-chunks.ts'
import { findActiveProfile, saveActiveProfile } from '../db/learners.ts'
import { writing } from '../db/open-database.ts'
import { listAnsweredDays, saveStudyDay } from '../db/study-days.ts'
import { dropStandings, dropStandingsOfCards } from '../db/standings.ts'
import type { Reader, Writer } from '../db/tables.ts'
import type { Learner } from '../learner.ts'
import type { Schedulers } from './schedulers.ts'

/** A row of the cache that the log does not give. */
export interface FoldFault {
  readonly cardId: CardId
  /** The columns that differ. */
  readonly columns: readonly string[]
  readonly fold: StoredState
}

const cardsAtOnce = 200

/** Folds every card's log and yields the cached rows that differ, letting the event loop turn between parts. */
export async function* findFoldFaults(
  db: Reader,
  learnerId: LearnerId,
  scheduler: Scheduler,
): AsyncGenerator<FoldFault> {
  for await (const { log: _, ...card } of foldCards(db, learnerId, scheduler))
    if (card.columns.length > 0) yield card
}

/** Brings every schedule and the counts of every day to what the log gives under `scheduler`; says how many schedules changed. */
export async function refoldAll(trx: Writer, learnerId: LearnerId, scheduler: Scheduler): Promise<number> {
  let changed = 0
  const days = new Map<Day, DayCounts>()
  for await (const { cardId, columns, fold, log } of foldCards(trx, learnerId, scheduler)) {
    for (const [day, counts] of countCardDays(log))
      days.set(day, addCounts(days.get(day) ?? emptyDay, counts))
    if (columns.length === 0) continue
    await saveFold(trx, learnerId, cardId, fold)
    changed++
  }
  for (const day of await listAnsweredDays(trx, learnerId))
    await saveStudyDay(trx, learnerId, day, days.get(day) ?? emptyDay)
  return changed
}

/** Every card with the fold of its log, and what of its cached row differs from it. */
async function* foldCards(
  db: Reader,
  learnerId: LearnerId,
  scheduler: Scheduler,
): AsyncGenerator<FoldFault & { readonly log: readonly StoredEvent[] }> {
  let after: CardId | null = null
  for (;;) {
    const cached: CachedFold[] = await listFoldsAfter(db, learnerId, after, cardsAtOnce)
    const last = cached.at(-1)
    if (last === undefined) return
    after = last.cardId
    const ids = cached.map(({ cardId }) => cardId)
    const logs = await readCardLogs(db, learnerId, ids)
    for (const { cardId, differsFrom } of cached) {
      const log = logs.get(cardId) ?? []
      const fold = foldOf(log, scheduler)
      yield { cardId, columns: differsFrom(fold), fold, log }
    }
    await nextTurn()
  }
}

/**
 * Folds the log anew when it asks for another scheduler than the schedules were folded with: after a change here, one that
 * came from another device, one that was undone, or a migration that says that the rules of the fold are others now.
 */
export async function followProfile(
  { id: learnerId, db }: Pick<Learner, 'id' | 'db'>,
  schedulers: Schedulers,
): Promise<void> {
  const wanted = profileOf(await listSchedulerLog(db.reader, learnerId))
  const scheduler = await schedulers.load(db.reader, learnerId, wanted)
  if ((await findActiveProfile(db.reader, learnerId)) === wanted) return
  await writing(db, async (trx) => {
    // Before the rows: an answer that waits for this turn is taken with the new scheduler.
    await saveActiveProfile(trx, learnerId, wanted)
    await refoldAll(trx, learnerId, scheduler)
    await dropStandings(trx, learnerId)
  })
}

/**
 * Folds anew the cards that came into a scope with a setting of its own, or left one, because the library changed. Called
 * after every change of it; without scopes there is nothing to look at.
 */
export async function followScopes(
  { id: learnerId, db }: Pick<Learner, 'id' | 'db'>,
  schedulers: Schedulers,
): Promise<void> {
  const profile = await findActiveProfile(db.reader, learnerId)
  const moved = await schedulers.renewMembers(db.reader, learnerId, profile)
  if (moved.length === 0) return
  await writing(db, async (trx) => {
    for (const ids of inChunks(moved, cardsAtOnce)) {
      const logs = await readCardLogs(trx, learnerId, ids)
      for (const [cardId, log] of logs)
        await saveFold(trx, learnerId, cardId as CardId, foldOf(log, schedulers.of(profile)))
      await dropStandingsOfCards(trx, learnerId, ids)
      await nextTurn()
    }
  })
}

function foldOf(log: readonly StoredEvent[], scheduler: Scheduler): StoredState {
  const newest = log.toSorted(compareLogged).at(-1)
  if (newest === undefined) return { state: newCardState, newestTime: 0, newestId: '' }
  return {
    state: foldCard(log, scheduler),
    newestTime: foldTime(newest),
    newestId: newest.event.id,
  }
}
