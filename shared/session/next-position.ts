import type { CardId } from '../card/card.ts'
import { drillDelayMs } from '../schedule/schedule.ts'
import type { Drill, Position, Session, SessionCard } from './session-model.ts'

/** The next prompt: a drill whose time has come, the next of the order, else the drill that waits longest. */
export function nextPosition(session: Pick<Session, 'order'>, place: Position, at: number): Position {
  const next = { ...place, current: null, side: 'prompt', undoneGrade: null } as const
  const drill = earliest(place.drills)
  if (drill !== null && drill.dueAt <= at) return takeDrill(next, drill)
  const fresh = session.order[place.asked]
  if (fresh !== undefined) return { ...next, asked: place.asked + 1, current: fresh }
  return drill === null ? next : takeDrill(next, drill)
}

/** When a card in an open drill comes back. */
export function openDrill(card: SessionCard): Drill {
  return { cardId: card.id, dueAt: (card.state.lastAnswer?.at ?? 0) + drillDelayMs }
}

/** The session with every card that is still to come, `cardId` not among them. */
export function withoutCard(session: Session, cardId: CardId): Session {
  const { asked, drills } = session.position
  return {
    ...session,
    order: session.order.filter((id, i) => i < asked || id !== cardId),
    position: { ...session.position, drills: drills.filter((drill) => drill.cardId !== cardId) },
    // What was taken back led to places in the old order.
    future: [],
  }
}

function takeDrill(position: Position, drill: Drill): Position {
  return { ...position, current: drill.cardId, drills: position.drills.filter((other) => other !== drill) }
}

function earliest(drills: readonly Drill[]): Drill | null {
  return drills.reduce<Drill | null>(
    (first, drill) => (first === null || drill.dueAt < first.dueAt ? drill : first),
    null,
  )
}
