import type { EventId } from '../schedule/review-event.ts'
import { relabel } from './relabel.ts'
import type { Session, SessionCard, Step } from './session-model.ts'

/**
 * The session before the last step; an answer comes back on its answer side with the old grade marked. Cards fetched since
 * are kept. `undoneBy` is the event that says so in the log.
 */
export function undo(session: Session, undoneBy: EventId): Session {
  const step = session.past.at(-1)
  if (step === undefined) return session
  const card = step.today === session.today ? step.card : relabel(step.card, session.today, session.settings)
  const after = { step, card: cardOf(session, step), position: session.position, undoneBy }
  return {
    ...session,
    cards: new Map(session.cards).set(card.id, card),
    position: { ...step.position, undoneGrade: step.kind === 'answered' ? step.grade : null },
    past: session.past.slice(0, -1),
    future: [after, ...session.future],
  }
}

/** The session after the step that was taken back last. The inverse of `undo`. */
export function redo(session: Session): Session {
  const [next, ...future] = session.future
  if (next === undefined) return session
  return {
    ...session,
    cards: new Map(session.cards).set(next.card.id, next.card),
    position: next.position,
    past: [...session.past, next.step],
    future,
  }
}

function cardOf(session: Session, step: Step): SessionCard {
  return session.cards.get(step.card.id) ?? step.card
}
