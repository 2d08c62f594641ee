import type { Day, EpochMs } from '../basics/time.ts'
import type { CardId } from '../card/card.ts'
import type { EventId, Grade } from '../schedule/review-event.ts'
import { type CardState, drillDelayMs, drillPassGrade, isInDrill } from '../schedule/schedule.ts'
import {
  type GradePreview,
  type SchedulerSettings,
  applyAnswer,
  planDueOn,
  previewGrades,
} from '../schedule/scheduler.ts'

/** One sitting: cards in the server's order, each asked until it is recalled. A law: no clock, times come with the events. */
export interface Session {
  readonly today: Day
  readonly settings: SchedulerSettings
  readonly cards: ReadonlyMap<CardId, SessionCard>
  /** The order of asking; cards fetched later are put at the end. */
  readonly order: readonly CardId[]
  /** Cards that the server holds and has not handed out yet. */
  readonly beyond: number
  readonly position: Position
  /** Every answer of the sitting that stands, oldest first: what undo walks back. */
  readonly past: readonly Step[]
}

export interface SessionCard {
  readonly id: CardId
  readonly state: CardState
  readonly previews: readonly SessionPreview[]
}

/** What a key would do, and the day that goes into the event so that the label comes true. */
export interface SessionPreview extends GradePreview {
  readonly plannedDueOn?: Day | undefined
}

/** Everything an answer changes besides its card, kept together so that undo can put it back in one piece. */
export interface Position {
  /** How many of `order` were brought in. */
  readonly asked: number
  readonly current: CardId | null
  readonly side: 'prompt' | 'answer'
  readonly drills: readonly Drill[]
  readonly answers: number
  /** The grade that was taken back; its key is marked. */
  readonly undoneGrade: Grade | null
}

/** A card that has to come back today, and when. */
export interface Drill {
  readonly cardId: CardId
  readonly dueAt: number
}

export interface Step {
  readonly eventId: EventId
  readonly grade: Grade
  readonly durationMs: number
  readonly today: Day
  /** The card and the place as they were when the key was pressed. */
  readonly card: SessionCard
  readonly position: Position
}

export type SessionEvent =
  | { readonly kind: 'revealed' }
  | {
      readonly kind: 'graded'
      readonly grade: Grade
      readonly at: EpochMs
      readonly eventId: EventId
      readonly durationMs: number
    }
  /** The server handed out more; what the session already holds is skipped. */
  | { readonly kind: 'fetched'; readonly cards: readonly SessionCard[]; readonly at: EpochMs }
  /** A study day began: drill ends with its day, and every label is worked out again. */
  | { readonly kind: 'dayBegan'; readonly today: Day; readonly at: EpochMs }

export interface SessionStart {
  readonly today: Day
  readonly at: EpochMs
  readonly settings: SchedulerSettings
  /** Every card due in this scope, those not handed out yet among them. */
  readonly total: number
}

/** A session at its first prompt. Cards in an open drill wait for their time, the others keep the given order. */
export function startSession(cards: readonly SessionCard[], start: SessionStart): Session {
  const drilled = cards.filter((card) => isInDrill(card.state, start.today))
  const session: Session = {
    today: start.today,
    settings: start.settings,
    cards: new Map(cards.map((card) => [card.id, card])),
    order: cards.filter((card) => !isInDrill(card.state, start.today)).map((card) => card.id),
    beyond: Math.max(0, start.total - cards.length),
    position: { ...emptyPosition, drills: drilled.map(openDrill) },
    past: [],
  }
  return { ...session, position: nextPosition(session, session.position, start.at) }
}

/** The session after something happened. What does not fit the moment (a grade before the answer) changes nothing. */
export function advance(session: Session, event: SessionEvent): Session {
  switch (event.kind) {
    case 'revealed':
      return reveal(session)
    case 'graded':
      return grade(session, event)
    case 'fetched':
      return takeIn(session, event.cards, event.at)
    case 'dayBegan':
      return beginDay(session, event.today, event.at)
  }
}

/** The session before the last answer, on its answer side with the old grade marked. Cards fetched since are kept. */
export function undo(session: Session): Session {
  const step = session.past.at(-1)
  if (step === undefined) return session
  const card = step.today === session.today ? step.card : relabel(session, step.card)
  return {
    ...session,
    cards: new Map(session.cards).set(card.id, card),
    position: { ...step.position, undoneGrade: step.grade },
    past: session.past.slice(0, -1),
  }
}

/** The card on the table, or null when nothing is left to ask. */
export function currentCard(session: Session): SessionCard | null {
  const { current } = session.position
  return current === null ? null : (session.cards.get(current) ?? null)
}

/** How many cards are still to be recalled today, the one on the table among them. */
export function cardsLeft(session: Session): number {
  const { asked, current, drills } = session.position
  return session.order.length - asked + drills.length + (current === null ? 0 : 1) + session.beyond
}

/** Share of the way, 0 to 1: answers ÷ (answers + left). A missed card lengthens the way; it never takes a step back. */
export function progress(session: Session): number {
  const { answers } = session.position
  const left = cardsLeft(session)
  return answers + left === 0 ? 1 : answers / (answers + left)
}

/** Whether more cards should be asked of the server now. */
export function wantsMore(session: Session): boolean {
  return session.beyond > 0 && session.order.length - session.position.asked < 10
}

/** Whether every card was recalled. While the server holds more, the sitting only waits. */
export function isFinished(session: Session): boolean {
  return session.position.current === null && session.beyond === 0
}

const emptyPosition: Position = {
  asked: 0,
  current: null,
  side: 'prompt',
  drills: [],
  answers: 0,
  undoneGrade: null,
}

function reveal(session: Session): Session {
  const { position } = session
  if (position.current === null || position.side === 'answer') return session
  return { ...session, position: { ...position, side: 'answer' } }
}

function grade(session: Session, event: Extract<SessionEvent, { kind: 'graded' }>): Session {
  const card = currentCard(session)
  if (card === null || session.position.side === 'prompt') return session
  const plannedDueOn = card.previews.find((preview) => preview.grade === event.grade)?.plannedDueOn
  const answer = { grade: event.grade, at: event.at, plannedDueOn }
  const state = applyAnswer(card.state, answer, session.today, session.settings.scheduler)
  const passed = event.grade >= drillPassGrade
  const after: Session = {
    ...session,
    cards: new Map(session.cards).set(
      card.id,
      passed ? { ...card, state } : relabel(session, { ...card, state }),
    ),
    past: [...session.past, stepOf(session, card, event)],
  }
  const { position } = session
  const place: Position = {
    ...position,
    answers: position.answers + 1,
    drills: passed
      ? position.drills
      : [...position.drills, { cardId: card.id, dueAt: event.at + drillDelayMs }],
  }
  return { ...after, position: nextPosition(after, place, event.at) }
}

function stepOf(session: Session, card: SessionCard, event: Extract<SessionEvent, { kind: 'graded' }>): Step {
  const { eventId, durationMs } = event
  return { eventId, durationMs, grade: event.grade, today: session.today, card, position: session.position }
}

/** The next prompt: a drill whose time has come, the next of the order, else the drill that waits longest. */
function nextPosition(session: Session, place: Position, at: number): Position {
  const next = { ...place, current: null, side: 'prompt', undoneGrade: null } as const
  const drill = earliest(place.drills)
  if (drill !== null && drill.dueAt <= at) return takeDrill(next, drill)
  const fresh = session.order[place.asked]
  if (fresh !== undefined) return { ...next, asked: place.asked + 1, current: fresh }
  return drill === null ? next : takeDrill(next, drill)
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

function openDrill(card: SessionCard): Drill {
  return { cardId: card.id, dueAt: (card.state.lastAnswer?.at ?? 0) + drillDelayMs }
}

/** What is left does not jump: cards move from beyond into the order, and a server with nothing new ends the waiting. */
function takeIn(session: Session, cards: readonly SessionCard[], at: number): Session {
  const fresh = cards.filter((card) => !session.cards.has(card.id))
  const grown: Session = {
    ...session,
    cards: new Map([...session.cards, ...fresh.map((card) => [card.id, card] as const)]),
    order: [...session.order, ...fresh.map((card) => card.id)],
    beyond: fresh.length === 0 ? 0 : Math.max(0, session.beyond - fresh.length),
  }
  if (session.position.current !== null) return grown
  return { ...grown, position: nextPosition(grown, session.position, at) }
}

function beginDay(session: Session, today: Day, at: number): Session {
  if (today === session.today) return session
  const begun = { ...session, today }
  const cards = new Map([...session.cards].map(([id, card]) => [id, relabel(begun, card)] as const))
  const after: Session = { ...begun, cards, position: { ...session.position, drills: [] } }
  return after.position.current === null
    ? { ...after, position: nextPosition(after, after.position, at) }
    : after
}

/** The card with its labels worked out again for its present state. */
function relabel(session: Session, card: SessionCard): SessionCard {
  const { today, settings } = session
  const grades = card.previews.map((preview) => preview.grade)
  const previews = previewGrades(card.state, card.id, grades, today, settings).map((preview) => ({
    ...preview,
    plannedDueOn: planDueOn(card.state, card.id, preview.grade, today, settings),
  }))
  return { ...card, previews }
}
