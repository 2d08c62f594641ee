import type { Settings } from '../../shared/api/settings.ts'
import { type Day, addDays } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { DayLoads } from '../../shared/queue/balance-load.ts'
import { weighEasyDays } from '../../shared/queue/easy-days.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { maxIntervalDays } from '../../shared/schedule/schedule.ts'
import { countDueByDay, findSiblingDays } from '../db/queue.ts'
import type { Reader } from '../db/tables.ts'

/** What lies on the days to come, as far as choosing a day for these cards needs. The counts grow as cards are dealt. */
export async function readLoads(
  db: Reader,
  learnerId: LearnerId,
  ids: readonly CardId[],
  settings: Settings,
  today: Day,
): Promise<DayLoads & { readonly due: Map<Day, number> }> {
  const counts = await countDueByDay(db, learnerId, today, addDays(today, maxIntervalDays))
  const siblings = new Map<string, Set<Day>>()
  for (const { id, dueOn } of await findSiblingDays(db, learnerId, ids)) {
    const days = siblings.get(id) ?? new Set()
    siblings.set(id, days.add(dueOn))
  }
  const none: ReadonlySet<Day> = new Set()
  return {
    due: weighEasyDays(counts, settings.easyDays ?? []),
    restDays: settings.restDays,
    breaks: settings.breaks,
    siblingDays: (card) => siblings.get(card) ?? none,
  }
}
