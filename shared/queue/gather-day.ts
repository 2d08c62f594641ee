import type { Day } from '../basics/time.ts'
import { type CardState, isActive, isDue, isInDrill } from '../schedule/schedule.ts'
import type { DueCandidate, QueueCandidate } from './build-queue.ts'
import type { DayAtHand } from './plan-day.ts'
import { siblingKeys } from './siblings.ts'

/** A card with its whole state. */
export interface CardAtHand extends QueueCandidate {
  readonly state: CardState
}

/**
 * What of these cards could be asked today, the new ones in the order given. `dueElsewhere` counts the due cards that are
 * not at hand.
 */
export function gatherDay(cards: readonly CardAtHand[], dueElsewhere: number, today: Day): DayAtHand {
  const active = cards.filter(({ state }) => isActive(state, today))
  const answered = cards.filter((card) => wasAnswered(card, today))
  const due = active.filter(({ state }) => isOpen(state, today) && isDue(state, today)).flatMap(toDue)
  return {
    drill: active
      .filter(({ state }) => isInDrill(state, today))
      .map((card) => ({ ...placeOf(card), answeredAt: card.state.lastAnswer?.at ?? 0 })),
    due,
    dueNow: due.length + dueElsewhere,
    fresh: active.filter(({ state }) => state.schedule.kind === 'new').map(placeOf),
    siblingsOfToday: new Set(answered.flatMap(siblingKeys)),
    introducedToday: answered.filter(({ state }) => state.firstAnsweredOn === today).length,
    reviewedToday: answered.filter(({ state }) => state.firstAnsweredOn !== today).length,
  }
}

function wasAnswered({ state }: CardAtHand, today: Day): boolean {
  return state.lastAnswer?.on === today
}

/** Whether no answer counts on `today` yet, nor on a later day of a zone to the east. */
function isOpen({ lastAnswer }: CardState, today: Day): boolean {
  return lastAnswer === null || lastAnswer.on < today
}

function toDue(card: CardAtHand): DueCandidate[] {
  const { schedule } = card.state
  if (schedule.kind === 'new') return []
  const { repeatedOn, intervalDays, repetitions } = schedule
  const stability = schedule.kind === 'fsrs' ? schedule.stability : null
  return [{ ...placeOf(card), repeatedOn, intervalDays, repetitions, stability }]
}

function placeOf({ id, factKey, conceptId, sources }: CardAtHand): QueueCandidate {
  return { id, factKey, conceptId, sources }
}
