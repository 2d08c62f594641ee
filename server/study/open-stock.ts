import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Settings } from '../../shared/api/settings.ts'
import type { StockCardsReply, StockReply } from '../../shared/api/stock.ts'
import { type Day, addDays } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import { type QueuedCard, mostUrgent } from '../../shared/queue/build-queue.ts'
import { type DayRoom, roomOn } from '../../shared/queue/plan-day.ts'
import { siblingKeys } from '../../shared/queue/siblings.ts'
import { type Scheduler, sm2Scheduler } from '../../shared/schedule/memory-model.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { CardState } from '../../shared/schedule/schedule.ts'
import { findCards, findStates } from '../db/cards.ts'
import { countScheduled, findAnsweredToday, findDueCards, findSiblingDays } from '../db/queue.ts'
import { inChunks } from '../db/in-chunks.ts'
import type { Reader } from '../db/tables.ts'
import type { Learner } from '../learner.ts'
import { newCardOrder } from './new-card-order.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import { type DealtCard, dealCards } from './open-queue.ts'

/** How many days a device can go on without its server. */
const daysAhead = 3
/** What those days ask at most is handed out so many times: some wait for a sibling, and others come in their place. */
const spare = 1.5
const least = { due: 200, fresh: 60 }
const most = { due: 3000, fresh: 900 }
/** The cards that come with the first reply; the others are asked for by their ids. */
const cardsAtOnce = 200
/** After so many cards are laid out, whoever answers meanwhile has a turn. */
const cardsATurn = 25

/**
 * The cards a device may have to ask on the next days, with what it must know of all the others to plan those days.
 * Everything that is due on them is there, unless a backlog is larger than what these days ask.
 */
export async function openStock(learner: Learner, scheduler: Scheduler = sm2Scheduler): Promise<StockReply> {
  const { id: learnerId, clock, zone } = learner
  const db = learner.db.reader
  const settings = await readSettings(db, learnerId)
  const { today } = todayFor(settings, zone, clock())
  const last = addDays(today, daysAhead)
  const allDue = await findDueCards(db, learnerId, last)
  const wanted = mostAsked(settings, today, allDue.length)
  const due = mostUrgent(allDue, wanted.due, addDays(today, 1)).map(({ id }) => id)
  const inOrder = await newCardOrder(db, learnerId, settings, today, last)
  const ids = [...due, ...(await inOrder(wanted.fresh))]
  const states = await findStates(db, learnerId, ids)
  // All that is counted is read before the cards are laid out: answers may come in between.
  const elsewhere = countElsewhere(await countScheduled(db, learnerId), [...states.values()])
  const answered = await answeredOn(db, learnerId, today)
  const siblingDays = await daysOfOtherSiblings(db, learnerId, ids)
  const cards = await dealStock(learner, ids.slice(0, cardsAtOnce), scheduler)
  return { today, ids, cards, elsewhere, answered, siblingDays }
}

/** More cards of the stock; those that are gone are left out. */
export async function openStockCards(
  learner: Learner,
  ids: readonly CardId[],
  scheduler: Scheduler = sm2Scheduler,
): Promise<StockCardsReply> {
  const known = new Set((await findCards(learner.db.reader, learner.id, ids)).map(({ id }) => id))
  const cards = await dealStock(
    learner,
    ids.filter((id) => known.has(id)),
    scheduler,
  )
  return { cards }
}

async function dealStock(
  { id: learnerId, db }: Learner,
  ids: readonly CardId[],
  scheduler: Scheduler,
): Promise<DealtCard[]> {
  const settings = await readSettings(db.reader, learnerId)
  const states = await findStates(db.reader, learnerId, ids)
  const reasonOf = (id: CardId) => ((states.get(id)?.schedule.kind ?? 'new') === 'new' ? 'new' : 'review')
  const dealt: DealtCard[] = []
  for (const chunk of inChunks(ids, cardsATurn)) {
    const queue = chunk.map((id): QueuedCard => ({ id, reason: reasonOf(id) }))
    dealt.push(...(await dealCards(db.reader, learnerId, queue, settings, scheduler)))
    await nextTurn()
  }
  return dealt
}

/** How many cards today and the next days ask at most, with some to spare. */
function mostAsked(settings: Settings, today: Day, dueNow: number): { due: number; fresh: number } {
  const standing = { dueNow, introducedToday: 0, reviewedToday: 0 }
  const rooms = Array.from({ length: daysAhead + 1 }, (_, i) => roomOn(standing, settings, addDays(today, i)))
  const sum = (kind: keyof DayRoom) => Math.ceil(spare * rooms.reduce((all, room) => all + room[kind], 0))
  return {
    due: Math.min(most.due, Math.max(least.due, sum('reviews'))),
    fresh: Math.min(most.fresh, Math.max(least.fresh, sum('fresh'))),
  }
}

async function answeredOn(db: Reader, learnerId: LearnerId, today: Day): Promise<StockReply['answered']> {
  const answered = await findAnsweredToday(db, learnerId, today)
  const states = await findStates(
    db,
    learnerId,
    answered.map(({ id }) => id),
  )
  return answered.map((card) => ({
    id: card.id,
    isNew: states.get(card.id)?.firstAnsweredOn === today,
    siblings: siblingKeys(card),
  }))
}

type Scheduled = Awaited<ReturnType<typeof countScheduled>>[number]

/** All that is scheduled without these cards. */
function countElsewhere(
  scheduled: readonly Scheduled[],
  states: readonly CardState[],
): StockReply['elsewhere'] {
  const key = (dueOn: string, buriedUntil: string | null) =>
    buriedUntil !== null && buriedUntil > dueOn ? `${dueOn} ${buriedUntil}` : dueOn
  const counts = new Map<string, number>()
  const add = (at: string, count: number) => counts.set(at, (counts.get(at) ?? 0) + count)
  for (const { dueOn, buriedUntil, count } of scheduled) add(key(dueOn, buriedUntil), count)
  for (const { schedule, buriedUntil } of states)
    if (schedule.kind !== 'new') add(key(schedule.dueOn, buriedUntil), -1)
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
  ids: readonly CardId[],
): Promise<StockReply['siblingDays']> {
  const dealt = new Set(ids)
  const days: Record<string, string[]> = {}
  for (const { id, sibling, dueOn } of await findSiblingDays(db, learnerId, ids))
    if (!dealt.has(sibling)) (days[id] ??= []).push(dueOn)
  return days
}
