import type { QueueCard, QueueReply } from '../../shared/api/queue.ts'
import type { Day } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import { type QueuedCard, buildQueue } from '../../shared/queue/build-queue.ts'
import { type CardState, isActive, isDue, isInDrill } from '../../shared/schedule/schedule.ts'
import type { Shelf } from './shelf.ts'

/** A day's queue from the cards on this device, by the same rules as on the server. */
export function queueFromShelf(shelf: Shelf, today: Day): QueueReply {
  const cards = [...shelf.cards.values()]
  const queue = buildQueue(toInput(cards, today), limitsOf(shelf, today), today)
  const counts = { drill: 0, review: 0, new: 0, total: queue.length }
  for (const { reason } of queue) if (reason !== 'practice') counts[reason]++
  return {
    ...shelf.reply,
    today,
    counts,
    tomorrow: 0,
    next: null,
    cards: queue.flatMap(({ id, reason }: QueuedCard): QueueCard[] => {
      const card = shelf.cards.get(id)
      return card === undefined ? [] : [{ ...card, reason }]
    }),
  }
}

function toInput(cards: readonly QueueCard[], today: Day) {
  const active = cards.filter((card) => isActive(stateOf(card), today))
  const answeredToday = cards.filter((card) => card.state.lastAnswer?.on === today)
  const isWaiting = (card: QueueCard) => card.state.lastAnswer?.on !== today
  return {
    drill: active
      .filter((card) => isInDrill(stateOf(card), today))
      .map((card) => ({ ...placeOf(card), answeredAt: card.state.lastAnswer?.at ?? 0 })),
    due: active.filter((card) => isWaiting(card) && isDue(stateOf(card), today)).flatMap(toDue),
    fresh: active.filter((card) => card.state.schedule.kind === 'new').map(placeOf),
    factsAnsweredToday: new Set(answeredToday.map((card) => card.factKey)),
    introducedToday: answeredToday.filter((card) => card.state.firstAnsweredOn === today).length,
    reviewedToday: answeredToday.filter((card) => card.state.firstAnsweredOn !== today).length,
  }
}

function toDue(card: QueueCard) {
  const { schedule } = card.state
  if (schedule.kind === 'new') return []
  const { intervalDays, repetitions } = schedule
  const stability = schedule.kind === 'fsrs' ? schedule.stability : null
  return [{ ...placeOf(card), repeatedOn: schedule.repeatedOn as Day, intervalDays, repetitions, stability }]
}

function placeOf({ id, factKey, conceptId }: QueueCard) {
  return { id: id as CardId, factKey, conceptId }
}

function limitsOf({ reply: { settings } }: Shelf, today: Day) {
  const { newPerDay, reviewsPerDay } = settings.todayOnly?.day === today ? settings.todayOnly : settings
  return { newPerDay, reviewsPerDay, burySiblings: settings.burySiblings }
}

function stateOf(card: QueueCard): CardState {
  return card.state as CardState
}
