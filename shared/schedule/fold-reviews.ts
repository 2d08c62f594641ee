import { assertNever } from '../basics/brand.ts'
import type { CardId } from '../card/card.ts'
import { type Scheduler, sm2Scheduler } from './memory-model.ts'
import { sm2Profile } from './profile.ts'
import {
  type EventId,
  type LoggedEvent,
  type ReviewEvent,
  compareLogged,
  eventCardId,
} from './review-event.ts'
import { type CardState, newCardState } from './schedule.ts'
import { applyAnswer } from './scheduler.ts'

/**
 * The state of every card in the log under one scheduler. The log is a set: order of arrival, batches and duplicates do not matter.
 * Never throws. `schedules` in the database is a cache of this.
 */
export function foldReviews(
  log: Iterable<LoggedEvent>,
  scheduler: Scheduler = sm2Scheduler,
): Map<CardId, CardState> {
  const states = new Map<CardId, { state: CardState }>()
  for (const logged of standingEvents(withoutCopies(log)).sort(compareLogged)) {
    const cardId = eventCardId(logged.event)
    if (cardId === null) continue
    const card = states.get(cardId)
    const state = applyEvent(card?.state ?? newCardState, logged, scheduler)
    if (card === undefined) states.set(cardId, { state })
    else card.state = state
  }
  return new Map([...states].map(([cardId, { state }]) => [cardId, state]))
}

/** Each event once: the copy that came first. */
function withoutCopies(log: Iterable<LoggedEvent>): LoggedEvent[] {
  const seen = new Set<EventId>()
  const events: LoggedEvent[] = []
  for (const logged of log) {
    // A set that grew had not seen it: one look-up instead of two, for every event of a life.
    const known = seen.size
    if (seen.add(logged.event.id).size > known) events.push(logged)
  }
  return events
}

/** The state of one card, from its own events (undone ones and their `undone` among them). */
export function foldCard(log: readonly LoggedEvent[], scheduler: Scheduler = sm2Scheduler): CardState {
  return standingEvents(log)
    .sort(compareLogged)
    .reduce((state, logged) => applyEvent(state, logged, scheduler), newCardState)
}

/** The profile in force: that of the newest change of scheduler that stands, SM-2's without one. */
export function profileOf(log: readonly LoggedEvent[]): string {
  return profilesOf(log).at(-1) ?? sm2Profile
}

/** The profiles that were in force one after another, by the changes of scheduler that stand. */
export function profilesOf(log: readonly LoggedEvent[]): string[] {
  return standingEvents(log)
    .sort(compareLogged)
    .flatMap(({ event }) => (event.kind === 'schedulerChanged' ? [event.profile] : []))
}

/** The log without what was undone: an event falls if a standing `undone` names it, so undoing an `undone` is redo. */
export function standingEvents(log: readonly LoggedEvent[]): LoggedEvent[] {
  const undosOf = new Map<EventId, EventId[]>()
  for (const { event } of log) {
    if (event.kind !== 'undone') continue
    const undos = undosOf.get(event.targetId)
    if (undos === undefined) undosOf.set(event.targetId, [event.id])
    else undos.push(event.id)
  }
  if (undosOf.size === 0) return [...log]
  const verdicts = new Map<EventId, boolean>()
  // In order of their ids, so that even a forged circle is settled alike whatever came first.
  for (const id of [...undosOf.keys()].sort()) settle(id, undosOf, verdicts)
  return log.filter(({ event }) => verdicts.get(event.id) ?? true)
}

/**
 * Finds whether an event stands, its undos first. Walks with a list of its own: a chain of undos may be as long as the
 * log. A circle of undos can only be forged; whatever is reached again on the way round counts as standing.
 */
function settle(
  id: EventId,
  undosOf: ReadonlyMap<EventId, readonly EventId[]>,
  verdicts: Map<EventId, boolean>,
): void {
  const path = [id]
  const entered = new Set<EventId>()
  while (path.length > 0) {
    const current = path[path.length - 1] as EventId
    const undos = undosOf.get(current) ?? []
    const open = entered.has(current) ? [] : undos.filter((undo) => !verdicts.has(undo) && !entered.has(undo))
    entered.add(current)
    if (open.length > 0) {
      path.push(...open)
      continue
    }
    path.pop()
    if (!verdicts.has(current)) verdicts.set(current, !undos.some((undo) => verdicts.get(undo) ?? true))
  }
}

/** One step of the fold. `undone` and `schedulerChanged` change no card by themselves. */
export function applyEvent(
  state: CardState,
  logged: LoggedEvent,
  scheduler: Scheduler = sm2Scheduler,
): CardState {
  const event: ReviewEvent = logged.event
  switch (event.kind) {
    case 'reviewed':
      return event.effect === 'schedule' ? applyAnswer(state, event, logged.countedOn, scheduler) : state
    case 'suspended':
      return { ...state, suspended: true }
    case 'resumed':
      return { ...state, suspended: false }
    case 'buried':
      return { ...state, buriedUntil: event.until }
    case 'reset':
      return { ...newCardState, suspended: state.suspended, buriedUntil: state.buriedUntil }
    case 'dueSet':
      return state.schedule.kind === 'new'
        ? state
        : { ...state, schedule: { ...state.schedule, dueOn: event.dueOn } }
    case 'undone':
    case 'schedulerChanged':
      return state
    default:
      return assertNever(event)
  }
}
