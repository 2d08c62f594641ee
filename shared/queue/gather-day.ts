import type { Day } from '../basics/time.ts'
import { type CardState, isActive, isDue, isInDrill } from '../schedule/schedule.ts'
import type { DueCandidate, QueueCandidate } from './build-queue.ts'
import type { DayAtHand } from './plan-day.ts'
import { siblingKeys } from './siblings.ts'

/** A card with its whole state. */
export interface CardAtHand extends QueueCandidate {
  readonly state: CardState
}

/** What counts for a day besides the cards at hand. */
export interface DayElsewhere {
  /** Other cards that are due. */
  readonly due: number
  /** Other cards that were answered on the day. */
  readonly answered: readonly AnsweredElsewhere[]
}

/** A card that was answered today: whether for the first time, and which keys of siblings it has. */
export interface AnsweredElsewhere {
  readonly isNew: boolean
  readonly siblings: readonly string[]
}

/** What of these cards could be asked today, the new ones in the order given. */
export function gatherDay(cards: readonly CardAtHand[], elsewhere: DayElsewhere, today: Day): DayAtHand {
  const active = cards.filter(({ state }) => isActive(state, today))
  const here = cards
    .filter(({ state }) => state.lastAnswer?.on === today)
    .map((card) => ({ isNew: card.state.firstAnsweredOn === today, siblings: siblingKeys(card) }))
  const answered: readonly AnsweredElsewhere[] = [...here, ...elsewhere.answered]
  const due = active.filter(({ state }) => isOpen(state, today) && isDue(state, today)).flatMap(toDue)
  return {
    drill: active
      .filter(({ state }) => isInDrill(state, today))
      .map((card) => ({ ...placeOf(card), answeredAt: card.state.lastAnswer?.at ?? 0 })),
    due,
    dueNow: due.length + elsewhere.due,
    fresh: active.filter(({ state }) => state.schedule.kind === 'new').map(placeOf),
    siblingsOfToday: new Set(answered.flatMap(({ siblings }) => siblings)),
    introducedToday: answered.filter(({ isNew }) => isNew).length,
    reviewedToday: answered.filter(({ isNew }) => !isNew).length,
  }
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
