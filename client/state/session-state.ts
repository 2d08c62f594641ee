import { signal } from '@preact/signals'
import { v7 } from 'uuid'
import type { QueueCard, QueueReply } from '../../shared/api/queue.ts'
import type { EventBody } from '../../shared/api/reviews.ts'
import type { Day } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { EventId, Grade } from '../../shared/schedule/review-event.ts'
import {
  type Session,
  type SessionCard,
  type SessionPreview,
  advance,
  cardsLeft,
  currentCard,
  startSession,
  undo,
  wantsMore,
} from '../../shared/session/session.ts'
import { api } from '../api-client.ts'
import { createAnswerTimer } from './answer-timer.ts'
import { now } from './clock.ts'
import { deviceId } from './device.ts'
import { settings, studyDayNow, takeSettings, zoneInForce } from './settings-state.ts'
import { flushBriefly, outbox } from './sync.ts'

/** The sitting on the table: the pure session, and what its cards look like. */
export interface Sitting {
  readonly conceptId: string | undefined
  readonly session: Session
  readonly faces: ReadonlyMap<string, QueueCard>
  readonly secondsPerCard: number
  readonly reply: QueueReply
}

export const sitting = signal<Sitting | null>(null)

const timer = createAnswerTimer(now)
const pageOfCards = 50
/** A sitting left alone for longer is begun anew: another device may have answered since. */
const staleAfterMs = 10 * 60_000
let lastTouchedAt = 0
let isFetching = false

/** Takes up the sitting of this scope where it was left, or begins one. */
export async function openSitting(conceptId: string | undefined): Promise<void> {
  if (canGoOn(conceptId)) {
    timer.start()
    return
  }
  sitting.value = null
  await flushBriefly()
  const reply = await api.queue({ limit: pageOfCards, zone: zoneInForce(), conceptId })
  takeSettings(reply.settings)
  const session = startSession(reply.cards.map(toSessionCard), {
    today: reply.today as Day,
    at: now(),
    settings: { fuzz: reply.settings.fuzz },
    total: reply.counts.total,
  })
  sitting.value = {
    conceptId,
    session,
    faces: new Map(reply.cards.map((card) => [card.id, card])),
    secondsPerCard: reply.secondsPerCard,
    reply,
  }
  touch()
  timer.start()
}

/** Ends the sitting; the next one asks the server again. */
export function closeSitting(): void {
  sitting.value = null
}

/** Turns the card over. The study day is settled here, so that the labels shown are the ones that will be stored. */
export function revealAnswer(): void {
  change((session) => {
    const begun = advance(session, { kind: 'dayBegan', today: studyDayNow(), at: now() })
    return advance(begun, { kind: 'revealed' })
  })
}

/** Records a grade for the card on the table; the preview of the pressed key comes back. */
export function gradeCard(grade: Grade): SessionPreview | null {
  const held = sitting.value
  const card = held === null ? null : currentCard(held.session)
  if (held === null || card === null || held.session.position.side === 'prompt') return null
  const preview = card.previews.find((one) => one.grade === grade)
  if (preview === undefined) return null
  const [at, eventId, durationMs] = [now(), v7() as EventId, timer.read()]
  // The next prompt first: writing the event down follows in the same turn, after the page was put together.
  change((session) => advance(session, { kind: 'graded', grade, at, eventId, durationMs }))
  void outbox.add({
    ...eventBase(eventId, held.session.today, at),
    kind: 'reviewed',
    cardId: card.id,
    grade,
    durationMs,
    via: 'review',
    effect: 'schedule',
    ...(preview.plannedDueOn === undefined ? {} : { plannedDueOn: preview.plannedDueOn }),
    kindShown: held.faces.get(card.id)?.kind ?? 'basic',
    profile: 'sm2',
  })
  timer.start()
  void fetchMore()
  return preview
}

/** Takes the last answer back and returns its grade. The log keeps both the answer and the taking back. */
export function undoAnswer(): Grade | null {
  const step = sitting.value?.session.past.at(-1)
  if (sitting.value === null || step === undefined) return null
  void outbox.add({
    ...eventBase(v7(), studyDayNow(), now()),
    kind: 'undone',
    targetId: step.eventId,
  })
  change(undo)
  timer.start()
  return step.grade
}

/** Hidden time is not answering time. */
export function watchVisibility(): () => void {
  const follow = () => (document.visibilityState === 'hidden' ? timer.pause() : timer.resume())
  document.addEventListener('visibilitychange', follow)
  return () => document.removeEventListener('visibilitychange', follow)
}

/** Whole minutes that are left, at this learner's pace. */
export function minutesLeft(held: Sitting): number {
  return Math.max(1, Math.round((cardsLeft(held.session) * held.secondsPerCard) / 60))
}

function canGoOn(conceptId: string | undefined): boolean {
  const held = sitting.value
  return (
    held !== null &&
    held.conceptId === conceptId &&
    currentCard(held.session) !== null &&
    now() - lastTouchedAt < staleAfterMs
  )
}

function change(step: (session: Session) => Session): void {
  if (sitting.value === null) return
  sitting.value = { ...sitting.value, session: step(sitting.value.session) }
  touch()
}

function touch(): void {
  lastTouchedAt = now()
}

/** Asks for more cards when the ones at hand run low. Never throws. */
export async function fetchMore(): Promise<void> {
  const asked = sitting.value
  if (asked === null || isFetching || !wantsMore(asked.session)) return
  isFetching = true
  try {
    await flushBriefly()
    // What is already here heads the reply, so the page has to reach past it.
    const limit = Math.min(200, cardsLeft(asked.session) - asked.session.beyond + pageOfCards)
    const reply = await api.queue({ limit, zone: zoneInForce(), conceptId: asked.conceptId })
    takeInReply(reply, asked.conceptId)
  } catch {
    // The cards at hand go on being asked; the next answer tries again.
  } finally {
    isFetching = false
  }
}

function takeInReply(reply: QueueReply, conceptId: string | undefined): void {
  const held = sitting.value
  if (held === null || held.conceptId !== conceptId) return
  const faces = new Map([...reply.cards.map((card) => [card.id, card] as const), ...held.faces])
  const cards = reply.cards.map(toSessionCard)
  sitting.value = { ...held, faces, session: advance(held.session, { kind: 'fetched', cards, at: now() }) }
}

function eventBase(
  id: string,
  studyDay: string,
  at: number,
): Pick<EventBody, 'id' | 'deviceId' | 'at' | 'zone' | 'studyDay'> {
  return { id, deviceId: deviceId(), at, zone: zoneInForce(), studyDay }
}

// The contract speaks of plain strings; inside, days and ids are branded. The server's word is trusted here.
function toSessionCard(card: QueueCard): SessionCard {
  return {
    id: card.id as CardId,
    state: card.state as SessionCard['state'],
    previews: card.previews as SessionPreview[],
  }
}

/** The keys on offer, in their fixed order. */
export function gradesOnOffer(): readonly Grade[] {
  return settings.value.gradeKeys === 2 ? [2, 4] : [2, 3, 4, 5]
}
