import type { QueueCard } from '../../shared/api/queue.ts'
import type { StockReply } from '../../shared/api/stock.ts'
import { addDays } from '../../shared/basics/time.ts'
import { type QueuedCard, mostUrgent } from '../../shared/queue/build-queue.ts'
import { type Scheduler, sm2Scheduler } from '../../shared/schedule/memory-model.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { countScheduled, findDueCards, findSiblingDays } from '../db/queue.ts'
import type { Reader } from '../db/tables.ts'
import type { Learner } from '../learner.ts'
import { newCardOrder } from './new-card-order.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import { type DealtCard, dealCards } from './open-queue.ts'

/** How many days a device can go on without its server. */
const daysAhead = 3
const mostDue = 200
const mostNew = 60

/** The cards a device may have to ask on the next days, with what it must know of all the others to plan those days. */
export async function openStock(learner: Learner, scheduler: Scheduler = sm2Scheduler): Promise<StockReply> {
  const { id: learnerId, clock, zone } = learner
  const db = learner.db.reader
  const settings = await readSettings(db, learnerId)
  const { today } = todayFor(settings, zone, clock())
  const last = addDays(today, daysAhead)
  const due = mostUrgent(await findDueCards(db, learnerId, last), mostDue, addDays(today, 1))
  const fresh = await (await newCardOrder(db, learnerId, settings, today, last))(mostNew)
  const cards = await dealCards(
    db,
    learnerId,
    [
      ...due.map(({ id }): QueuedCard => ({ id, reason: 'review' })),
      ...fresh.map((id): QueuedCard => ({ id, reason: 'new' })),
    ],
    settings,
    scheduler,
  )
  return {
    today,
    cards,
    elsewhere: countElsewhere(await countScheduled(db, learnerId), cards),
    siblingDays: await daysOfOtherSiblings(db, learnerId, cards),
  }
}

type Scheduled = Awaited<ReturnType<typeof countScheduled>>[number]

/** All that is scheduled without these cards. */
function countElsewhere(
  scheduled: readonly Scheduled[],
  cards: readonly QueueCard[],
): StockReply['elsewhere'] {
  const key = (dueOn: string, buriedUntil: string | null) =>
    buriedUntil !== null && buriedUntil > dueOn ? `${dueOn} ${buriedUntil}` : dueOn
  const counts = new Map<string, number>()
  const add = (at: string, count: number) => counts.set(at, (counts.get(at) ?? 0) + count)
  for (const { dueOn, buriedUntil, count } of scheduled) add(key(dueOn, buriedUntil), count)
  for (const { state } of cards)
    if (state.schedule.kind !== 'new') add(key(state.schedule.dueOn, state.buriedUntil), -1)
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([at, count]) => {
      const [dueOn = at, from] = at.split(' ')
      return { dueOn, ...(from === undefined ? {} : { from }), count }
    })
}

async function daysOfOtherSiblings(
  db: Reader,
  learnerId: LearnerId,
  cards: readonly DealtCard[],
): Promise<StockReply['siblingDays']> {
  const ids = cards.map(({ id }) => id)
  const dealt = new Set(ids)
  const days: Record<string, string[]> = {}
  for (const { id, sibling, dueOn } of await findSiblingDays(db, learnerId, ids))
    if (!dealt.has(sibling)) (days[id] ??= []).push(dueOn)
  return days
}
