import type { QueueCard, QueueReply } from '../../shared/api/queue.ts'
import type { SchedulerReply } from '../../shared/api/scheduler.ts'
import type { Day } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { Scheduler } from '../../shared/schedule/memory-model.ts'
import { type CardState, isActive, isDue, isInDrill } from '../../shared/schedule/schedule.ts'
import type { GradePreview } from '../../shared/schedule/scheduler.ts'
import type { SessionCard } from '../../shared/session/session.ts'
import { studyApi } from '../api/study.ts'
import { now } from './clock.ts'
import { type Scope, isWholeDay } from './scope.ts'
import { flagOf } from './waiting-flags.ts'
import { studyDayNow, takeSettings, zoneInForce } from './settings-state.ts'
import { type Shelf, keepQueue, readShelf } from './shelf.ts'
import { flushBriefly, outbox } from './sync.ts'

/** Cards ready to be asked, wherever they came from. */
export interface Deal {
  readonly reply: QueueReply
  readonly cards: readonly SessionCard[]
  readonly faces: ReadonlyMap<string, QueueCard>
  readonly total: number
  readonly today: Day
  readonly profile: string
  readonly settings: { readonly fuzz: boolean; readonly scheduler?: Scheduler }
  /** When the server said so, for cards of the shelf; null for its fresh word. */
  readonly keptAt: number | null
}

/** The server's queue, with what this device knows better: answers that the server has not yet. */
export async function dealFromServer(scope: Scope, limit: number): Promise<Deal> {
  await flushBriefly()
  const [reply, scheduler] = await Promise.all([
    studyApi.queue({ ...scope, limit, zone: zoneInForce() }),
    studyApi.scheduler(),
  ])
  void outbox.meetEpoch(reply.epoch)
  takeSettings(reply.settings)
  const cards = await withUnsent(reply)
  if (isWholeDay(scope)) {
    keepQueue(reply, scheduler, now(), cards).catch(() => {})
    later(async () => (await import('./stock-up.ts')).stockUp(outbox.cards))
  }
  return toDeal(reply, scheduler, cards, reply.today as Day, null)
}

// The first cards go first: nothing here is in a hurry.
function later(work: () => Promise<unknown>): void {
  setTimeout(() => work().catch(() => {}), 2500)
}

/**
 * What this device can ask by itself: `soon` what it was to ask first today, which is at hand at once, or `all` that it
 * knows of the day, planned from the cards of the next days.
 */
export async function dealFromShelf(shelf: Shelf, scope: Scope, extent: 'soon' | 'all'): Promise<Deal> {
  takeSettings(shelf.reply.settings)
  const today = studyDayNow()
  if (extent === 'all' || shelf.reply.today !== today) {
    const { planFromShelf } = await import('./offline-queue.ts')
    const reply = await planFromShelf(
      shelf,
      await loadScheduler(shelf.scheduler, shelf.cards.values()),
      today,
      scope,
    )
    return toDeal(reply, shelf.scheduler, reply.cards, today, shelf.at)
  }
  const cards = shelf.ids.flatMap((id) => shelf.cards.get(id) ?? []).filter((card) => isAsked(card, today))
  const beyond = Math.max(0, shelf.reply.counts.total - shelf.ids.length)
  const total = cards.length + beyond
  const reply = { ...shelf.reply, cards, counts: { ...shelf.reply.counts, total } }
  return toDeal(reply, shelf.scheduler, cards, today, shelf.at)
}

/** Whether anything is still to be asked of the card today. */
export function isAsked(card: QueueCard, today: Day): boolean {
  const state = card.state as CardState
  if (!isActive(state, today)) return false
  if (state.lastAnswer?.on === today) return isInDrill(state, today)
  return state.schedule.kind === 'new' || isDue(state, today)
}

async function toDeal(
  reply: QueueReply,
  scheduler: SchedulerReply,
  cards: readonly QueueCard[],
  today: Day,
  keptAt: number | null,
): Promise<Deal> {
  const model = await loadScheduler(scheduler, cards)
  return {
    reply,
    cards: cards.map(toSessionCard),
    faces: new Map(cards.map((card) => [card.id, card])),
    total: Math.max(cards.length, reply.counts.total - (reply.cards.length - cards.length)),
    today,
    profile: scheduler.profile,
    settings: { fuzz: reply.settings.fuzz, ...(model === null ? {} : { scheduler: model }) },
    keptAt,
  }
}

/** FSRS comes when it is wanted; SM-2 is part of the page. */
async function loadScheduler(reply: SchedulerReply, cards: Iterable<QueueCard>): Promise<Scheduler | null> {
  return reply.scheduler === 'sm2' ? null : (await import('./load-fsrs.ts')).loadFsrs(reply, cards)
}

/** The cards of a reply that are still to be asked when the answers in the outbox are counted in. */
async function withUnsent(reply: QueueReply): Promise<QueueCard[]> {
  const unsent = outbox.cards()
  if (unsent.size === 0) return reply.cards
  const shelf = await readShelf()
  return reply.cards
    .map((card) =>
      unsent.has(card.id) ? { ...card, state: shelf?.cards.get(card.id)?.state ?? card.state } : card,
    )
    .filter((card) => !unsent.has(card.id) || card.reason === 'practice' || isAsked(card, reply.today as Day))
}

// The contract speaks of plain strings; inside, days and ids are branded. The server's word is trusted here.
function toSessionCard(card: QueueCard): SessionCard {
  return {
    id: card.id as CardId,
    state: card.state as CardState,
    previews: Array.isArray(card.previews) ? (card.previews as GradePreview[]) : [],
    flag: flagOf(card),
    practice: card.reason === 'practice',
  }
}
