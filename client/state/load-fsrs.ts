import type { QueueCard } from '../../shared/api/queue.ts'
import type { SchedulerReply } from '../../shared/api/scheduler.ts'
import { fsrsScheduler } from '../../shared/schedule/fsrs-scheduler.ts'
import type { Scheduler } from '../../shared/schedule/memory-model.ts'

/** The scopes of the cards that were dealt. A session goes on asking cards that a later deal does not name. */
const scopes = new Map<string, string | undefined>()

/** FSRS as the server schedules by it, for these cards and those before. Null under SM-2. */
export function loadFsrs(
  { weights, desiredRetention, scopes: settings }: SchedulerReply,
  cards: Iterable<QueueCard>,
): Scheduler | null {
  if (weights === null || desiredRetention === null) return null
  for (const { id, scope } of cards) scopes.set(id, scope)
  const own = settings?.map(({ kind, name, desiredRetention: wanted, weights: fitted }) => ({
    scope: { kind, name },
    desiredRetention: wanted,
    ...(fitted === null ? {} : { weights: fitted }),
  }))
  return fsrsScheduler({ weights, desiredRetention, ...(own === undefined ? {} : { scopes: own }) }, (card) =>
    scopes.get(card),
  )
}
