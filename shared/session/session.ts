import type { Day } from '../basics/time.ts'
import type { CardFlag } from '../card/card-flags.ts'
import type { CardId } from '../card/card.ts'
import type { Grade } from '../schedule/review-event.ts'
import { type CardState, drillDelayMs, drillPassGrade, isInDrill } from '../schedule/schedule.ts'
import { applyAnswer } from '../schedule/scheduler.ts'
import { nextPosition, openDrill, withoutCard } from './next-position.ts'
import { relabel } from './relabel.ts'
import type { Position, Session, SessionCard, SessionEvent, SessionStart, Step } from './session-model.ts'

export type * from './session-model.ts'
export { redo, undo } from './undo-redo.ts'

/** A session at its first prompt. Cards in an open drill wait for their time, the others keep the given order. */
export function startSession(cards: readonly SessionCard[], start: SessionStart): Session {
  const drilled = cards.filter((card) => isDrilled(card, start.today))
  const session: Session = {
    today: start.today,
    settings: start.settings,
    cards: new Map(cards.map((card) => [card.id, card])),
    order: cards.filter((card) => !isDrilled(card, start.today)).map((card) => card.id),
    beyond: Math.max(0, start.total - cards.length),
    position: { ...emptyPosition, drills: drilled.map(openDrill) },
    past: [],
    future: [],
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
    case 'buried':
      return putAside(session, event, (state) => ({ ...state, buriedUntil: event.until }))
    case 'suspended':
      return putAside(session, event, (state) => ({ ...state, suspended: true }))
    case 'flagged':
      return flag(session, event)
    case 'flagNamed':
      return nameFlag(session, event.flag)
    case 'fetched':
      return takeIn(session, event)
    case 'refreshed':
      return refresh(session, event)
    case 'answeredElsewhere':
      return leaveOut(session, event.cardId, event.at)
    case 'settled':
      return settle(session, event.cardId, event.state)
    case 'dayBegan':
      return beginDay(session, event.today, event.at)
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

/** Whether every card was recalled. While the server holds more, the session only waits. */
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

function isDrilled(card: SessionCard, today: Day): boolean {
  return card.practice !== true && isInDrill(card.state, today)
}

function reveal(session: Session): Session {
  const { position } = session
  if (position.current === null || position.side === 'answer') return session
  return { ...session, position: { ...position, side: 'answer' } }
}

function grade(session: Session, event: Extract<SessionEvent, { kind: 'graded' }>): Session {
  const card = currentCard(session)
  if (card === null || session.position.side === 'prompt') return session
  const answered = afterAnswer(session, card, event)
  const passed = event.grade >= drillPassGrade
  const after: Session = {
    ...session,
    cards: new Map(session.cards).set(
      card.id,
      passed || card.practice === true ? answered : relabel(answered, session.today, session.settings),
    ),
    past: [...session.past, answerStep(session, card, event)],
    future: [],
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

function afterAnswer(
  session: Session,
  card: SessionCard,
  { grade, at }: { readonly grade: Grade; readonly at: Extract<SessionEvent, { kind: 'graded' }>['at'] },
): SessionCard {
  if (card.practice === true) return card
  const plannedDueOn = card.previews.find((preview) => preview.grade === grade)?.plannedDueOn
  const answer = { grade, at, plannedDueOn, cardId: card.id }
  return { ...card, state: applyAnswer(card.state, answer, session.today, session.settings.scheduler) }
}

function answerStep(
  session: Session,
  card: SessionCard,
  { eventId, grade, durationMs }: Extract<SessionEvent, { kind: 'graded' }>,
): Step {
  return { kind: 'answered', ...placeOf(session, card), eventId, grade, durationMs }
}

function placeOf(session: Session, card: SessionCard) {
  return { today: session.today, card, position: session.position }
}

/** The card leaves the table without an answer, on either side. */
function putAside(
  session: Session,
  event: Extract<SessionEvent, { kind: 'buried' | 'suspended' }>,
  change: (state: CardState) => CardState,
): Session {
  const card = currentCard(session)
  if (card === null) return session
  const after: Session = {
    ...session,
    cards: new Map(session.cards).set(card.id, { ...card, state: change(card.state) }),
    past: [...session.past, { kind: event.kind, ...placeOf(session, card), eventId: event.eventId }],
    future: [],
  }
  return { ...after, position: nextPosition(after, session.position, event.at) }
}

/** A flag is a step like the others, so that undo finds it; the card stays on the table. */
function flag(session: Session, event: Extract<SessionEvent, { kind: 'flagged' }>): Session {
  const card = currentCard(session)
  if (card === null) return session
  const step: Step = { kind: 'flagged', ...placeOf(session, card), eventId: event.eventId }
  return { ...withFlag(session, card.id, event.flag), past: [...session.past, step], future: [] }
}

function nameFlag(session: Session, flag: CardFlag): Session {
  const step = session.past.at(-1)
  return step?.kind === 'flagged' ? withFlag(session, step.card.id, flag) : session
}

function withFlag(session: Session, cardId: CardId, flag: CardFlag): Session {
  const card = session.cards.get(cardId)
  if (card === undefined) return session
  return { ...session, cards: new Map(session.cards).set(cardId, { ...card, flag }) }
}

/** What is left does not jump: cards move from beyond into the order, and a server with nothing new ends the waiting. */
function takeIn(
  session: Session,
  { cards, beyond, at }: Extract<SessionEvent, { kind: 'fetched' }>,
): Session {
  const fresh = cards.filter((card) => !session.cards.has(card.id))
  const grown: Session = {
    ...session,
    cards: new Map([...session.cards, ...fresh.map((card) => [card.id, card] as const)]),
    order: [...session.order, ...fresh.map((card) => card.id)],
    beyond: beyond ?? (fresh.length === 0 ? 0 : Math.max(0, session.beyond - fresh.length)),
  }
  if (session.position.current !== null) return grown
  return { ...grown, position: nextPosition(grown, session.position, at) }
}

/** The rest of the way as the server sees it. What was met here stays as it is, and the card on the table stays there. */
function refresh(session: Session, event: Extract<SessionEvent, { kind: 'refreshed' }>): Session {
  const { position } = session
  const met = new Set([
    ...session.past.map((step) => step.card.id),
    ...(position.current === null ? [] : [position.current]),
  ])
  const unmet = event.cards.filter((card) => !met.has(card.id))
  const fresh = unmet.filter((card) => !isDrilled(card, session.today))
  const drills = unmet.filter((card) => isDrilled(card, session.today)).map(openDrill)
  const renewed: Session = {
    ...session,
    cards: new Map([...session.cards, ...unmet.map((card) => [card.id, card] as const)]),
    order: [...session.order.slice(0, position.asked), ...fresh.map((card) => card.id)],
    beyond: Math.max(0, event.total - event.cards.length),
    position: {
      ...position,
      drills: [...position.drills.filter(({ cardId }) => met.has(cardId)), ...drills],
    },
    future: [],
  }
  const wasTaken = position.current !== null && !event.cards.some((card) => card.id === position.current)
  const isUntouched = session.past.length === 0 && position.side === 'prompt'
  if (position.current !== null && !(wasTaken && isUntouched)) return renewed
  return { ...renewed, position: nextPosition(renewed, renewed.position, event.at) }
}

function leaveOut(session: Session, cardId: CardId, at: number): Session {
  if (!session.cards.has(cardId)) return session
  const left = withoutCard(session, cardId)
  if (left.position.current !== cardId) return left
  return { ...left, position: nextPosition(left, left.position, at) }
}

function settle(session: Session, cardId: CardId, state: CardState): Session {
  const card = session.cards.get(cardId)
  if (card === undefined) return session
  const settled = relabel({ ...card, state }, session.today, session.settings)
  return { ...session, cards: new Map(session.cards).set(cardId, settled) }
}

function beginDay(session: Session, today: Day, at: number): Session {
  if (today === session.today) return session
  const { settings } = session
  const cards = new Map([...session.cards].map(([id, card]) => [id, relabel(card, today, settings)] as const))
  const after: Session = {
    ...session,
    today,
    cards,
    position: { ...session.position, drills: [] },
    future: [],
  }
  return after.position.current === null
    ? { ...after, position: nextPosition(after, after.position, at) }
    : after
}
