import type { QueueReply } from '../../shared/api/queue.ts'
import type { Day } from '../../shared/basics/time.ts'
import { type CardState, isInDrill } from '../../shared/schedule/schedule.ts'
import { isAsked } from './deal.ts'
import type { Shelf } from './shelf.ts'

/**
 * The day as the server told it last, with what was answered on this device since: what lies here is counted as it is now,
 * the rest of the day as it was. Another day's shelf says nothing of this one.
 */
export function countsOnShelf(queue: QueueReply, { reply, ids, cards }: Shelf): QueueReply {
  if (reply.today !== queue.today) return queue
  const today = reply.today as Day
  const held = ids.flatMap((id) => cards.get(id) ?? [])
  const counts = { ...reply.counts }
  let answered = 0
  for (const card of held) {
    if (card.reason === 'ahead' || card.reason === 'practice') continue
    const state = card.state as CardState
    const wasToday = card.reason === 'drill'
    if (!wasToday && state.lastAnswer?.on === today) answered++
    counts[card.reason]--
    if (isAsked(card, today)) counts[isInDrill(state, today) ? 'drill' : card.reason]++
  }
  const total = counts.review + counts.drill + counts.new
  return { ...queue, counts: { ...counts, total }, answeredToday: reply.answeredToday + answered }
}
