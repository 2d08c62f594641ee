import { signal } from '@preact/signals'
import type { QueueCard, QueueReply } from '../../shared/api/queue.ts'
import type { EventBody } from '../../shared/api/reviews.ts'
import { type Day, addDays } from '../../shared/basics/time.ts'
import type { CardFlag } from '../../shared/card/card-flags.ts'
import type { CardId } from '../../shared/card/card.ts'
import { gradesOfKeys } from '../../shared/queue/grades-of-keys.ts'
import type { EventId, Grade } from '../../shared/schedule/review-event.ts'
import type { GradePreview } from '../../shared/schedule/scheduler.ts'
import {
  type Session,
  type SessionCard,
  type Step,
  advance,
  cardsLeft,
  currentCard,
  redo,
  startSession,
  undo,
  wantsMore,
} from '../../shared/session/session.ts'
import { createAnswerTimer } from './answer-timer.ts'
import { now, ticks } from './clock.ts'
import { type Deal, cardsOfUndos, dealFromServer, dealFromShelf } from './deal.ts'
import { deviceId } from './device.ts'
import { setFlag } from './flags.ts'
import { newId } from './new-id.ts'
import { type Scope, isWholeDay } from './scope.ts'
import { settings, studyDayNow, zoneInForce } from './settings-state.ts'
import { readShelf } from './shelf.ts'
import { keepStorage, outbox } from './sync.ts'
import { tellTabs } from './tabs.ts'
import { waitingFlags } from './waiting-flags.ts'

/** The sitting on the table: the pure session, and what its cards look like. */
export interface Sitting {
  readonly scope: Scope
  readonly session: Session
  readonly faces: ReadonlyMap<string, QueueCard>
  readonly secondsPerCard: number
  readonly reply: QueueReply
  readonly profile: string
  /** When the server dealt these cards, while it could not be asked again since; else null. */
  readonly keptAt: number | null
}

export const sitting = signal<Sitting | null>(null)
/** How far this device's clock runs ahead of the server's, in milliseconds. */
export const clockAheadMs = signal(0)

const timer = createAnswerTimer(ticks)
const pageOfCards = 50
/** A sitting left alone for longer is begun anew: another device may have answered since. */
const staleAfterMs = 10 * 60_000
let lastTouchedAt = 0
let isFetching = false
/** The time an answer took that was taken back: its new grade keeps it. */
let takenBackMs: number | null = null

/** Takes up the sitting of this scope where it was left, or begins one: with the cards on this device if there are any. */
export async function openSitting(scope: Scope): Promise<void> {
  if (canGoOn(scope)) {
    timer.start()
    return
  }
  sitting.value = null
  const shelf = isWholeDay(scope) ? await readShelf() : null
  // The queue of this day is begun with at once. For a new day the server chooses, and this device only when it is silent.
  if (shelf?.reply.today === studyDayNow()) {
    const early = await dealFromShelf(shelf)
    if (early.cards.length > 0) {
      begin(scope, early)
      void refreshSitting()
      return
    }
  }
  try {
    begin(scope, await dealFromServer(scope, pageOfCards))
  } catch (error) {
    const deal = shelf === null ? null : await dealFromShelf(shelf).catch(() => null)
    if (deal === null) throw error
    begin(scope, deal)
  }
}

/** Asks some cards of the sitting once more, beyond the schedule. */
export function practiseAgain(ids: readonly CardId[]): void {
  const held = sitting.value
  if (held === null) return
  const cards = ids.flatMap((id): SessionCard[] => {
    const card = held.session.cards.get(id)
    return card === undefined ? [] : [{ ...card, practice: true }]
  })
  const { settings, today } = held.session
  const faces = new Map([...held.faces].map(([id, face]) => [id, { ...face, reason: 'practice' as const }]))
  sitting.value = {
    ...held,
    faces,
    scope: { practice: true },
    session: startSession(cards, { today, at: now(), settings, total: cards.length }),
  }
  touch()
}

/** Ends the sitting; the next one asks the server again. */
export function closeSitting(): void {
  sitting.value = null
}

/** Turns the card over. The study day is settled here, so that the labels shown are the ones that will be stored. */
export function revealAnswer(): void {
  timer.pause('revealed')
  change((session) => {
    const begun = advance(session, { kind: 'dayBegan', today: studyDayNow(), at: now() })
    return advance(begun, { kind: 'revealed' })
  })
}

/** Records a grade for the card on the table; the preview of the pressed key comes back. */
export function gradeCard(grade: Grade): GradePreview | null {
  const held = sitting.value
  const card = held === null ? null : currentCard(held.session)
  if (held === null || card === null || held.session.position.side === 'prompt') return null
  const preview = card.previews.find((one) => one.grade === grade)
  if (preview === undefined) return null
  const [at, eventId, durationMs] = [now(), newId() as EventId, takenBackMs ?? timer.read()]
  const isPractice = card.practice === true
  change((session) => advance(session, { kind: 'graded', grade, at, eventId, durationMs }))
  record(
    {
      ...eventBase(eventId, held.session.today, at),
      kind: 'reviewed',
      cardId: card.id,
      grade,
      durationMs,
      via: 'review',
      effect: isPractice ? 'none' : 'schedule',
      ...(isPractice || preview.plannedDueOn === undefined ? {} : { plannedDueOn: preview.plannedDueOn }),
      kindShown: held.faces.get(card.id)?.kind ?? 'basic',
      profile: held.profile,
    },
    card.id,
  )
  nextPrompt()
  return preview
}

/** Skips the card until tomorrow. */
export function buryCard(): void {
  putAside((eventId, at) => {
    const until = addDays(studyDayNow(), 1)
    change((session) => advance(session, { kind: 'buried', until, eventId, at }))
    return { kind: 'buried', until }
  })
}

/** Skips the card until told otherwise. */
export function suspendCard(): void {
  putAside((eventId, at) => {
    change((session) => advance(session, { kind: 'suspended', eventId, at }))
    return { kind: 'suspended' }
  })
}

/** Marks the card, to be looked after later. */
export function flagCard(): void {
  const card = sitting.value === null ? null : currentCard(sitting.value.session)
  if (card === null) return
  const eventId = newId() as EventId
  flagsBefore.set(eventId, { before: flagFace(card.id, 'unsaid'), after: 'unsaid' })
  change((session) => advance(session, { kind: 'flagged', eventId }))
}

/** Says why the card was flagged, right after it was. */
export function nameFlag(reason: CardFlag): void {
  const step = sitting.value?.session.past.at(-1)
  if (step?.kind !== 'flagged') return
  flagFace(step.card.id, reason)
  const held = flagsBefore.get(step.eventId)
  flagsBefore.set(step.eventId, { before: held?.before ?? null, after: reason })
}

/** Takes the last step back and returns it. The log keeps both the answer and the taking back. */
export function undoStep(): Step | null {
  const step = sitting.value?.session.past.at(-1)
  if (sitting.value === null || step === undefined) return null
  const undoneBy = newId() as EventId
  change((session) => undo(session, undoneBy))
  if (step.kind === 'flagged') flagFace(step.card.id, flagsBefore.get(step.eventId)?.before ?? null)
  else recordUndo(undoneBy, step.eventId, step.card.id)
  timer.start()
  if (step.kind === 'answered') {
    timer.pause('revealed')
    takenBackMs = step.durationMs
  }
  return step
}

/** Does again what was taken back last, and returns it. */
export function redoStep(): Step | null {
  const next = sitting.value?.session.future[0]
  if (sitting.value === null || next === undefined) return null
  const { step } = next
  change(redo)
  if (step.kind === 'flagged') flagFace(step.card.id, flagsBefore.get(step.eventId)?.after ?? null)
  else recordUndo(newId() as EventId, next.undoneBy, step.card.id)
  nextPrompt()
  return step
}

/** Time spent on something else than answering is not counted. */
export function holdTimer(isBusy: boolean): void {
  if (isBusy) timer.pause('busy')
  else timer.resume('busy')
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

/** Puts a card's new wording into the sitting. */
export function takeFace(card: Pick<QueueCard, 'id' | 'prompt' | 'answer' | 'typed'>): void {
  const held = sitting.value
  const face = held?.faces.get(card.id)
  if (held === null || face === undefined) return
  const { prompt, answer, typed } = card
  const faces = new Map(held.faces).set(card.id, { ...face, prompt, answer, typed })
  sitting.value = { ...held, faces }
}

/** Changes the session by a step that is no word of the learner's. */
export function changeSession(step: (session: Session) => Session): void {
  if (sitting.value === null) return
  sitting.value = { ...sitting.value, session: step(sitting.value.session) }
}

/** Asks for more cards when the ones at hand run low. Never throws. */
export async function fetchMore(): Promise<void> {
  const asked = sitting.value
  if (asked === null || isFetching || !wantsMore(asked.session)) return
  isFetching = true
  try {
    // What is already here heads the reply, so the page has to reach past it.
    const limit = Math.min(200, cardsLeft(asked.session) - asked.session.beyond + pageOfCards)
    const deal = await dealFromServer(asked.scope, limit)
    takeDeal(asked.scope, deal, (session) =>
      advance(session, { kind: 'fetched', cards: deal.cards, at: now() }),
    )
  } catch {
    // The cards at hand go on being asked; the next answer tries again.
  } finally {
    isFetching = false
  }
}

/** The keys on offer, in their fixed order. */
export function gradesOnOffer(): readonly Grade[] {
  return gradesOfKeys[settings.value.gradeKeys]
}

const flagsBefore = new Map<string, { before: CardFlag | null; after: CardFlag }>()

function begin(scope: Scope, deal: Deal): void {
  const { today, settings, total, reply, faces, profile, keptAt } = deal
  const session = startSession(deal.cards, { today, at: now(), settings, total })
  sitting.value = { scope, session, faces, secondsPerCard: reply.secondsPerCard, reply, profile, keptAt }
  if (keptAt === null) clockAheadMs.value = now() - reply.now
  touch()
  timer.start()
}

/** The server's word on a sitting that began without it. Never throws. */
async function refreshSitting(): Promise<void> {
  const asked = sitting.value
  if (asked === null) return
  try {
    const deal = await dealFromServer(asked.scope, pageOfCards)
    clockAheadMs.value = now() - deal.reply.now
    takeDeal(asked.scope, deal, (session) =>
      advance(session, { kind: 'refreshed', cards: deal.cards, total: deal.total, at: now() }),
    )
  } catch {
    // The sitting goes on with what lies here.
  }
}

function takeDeal(scope: Scope, deal: Deal, step: (session: Session) => Session): void {
  const held = sitting.value
  if (held === null || held.scope !== scope) return
  const { reply, profile, settings } = deal
  const faces = new Map([...held.faces, ...deal.faces])
  const session = step({ ...held.session, settings })
  sitting.value = { ...held, faces, reply, profile, session, keptAt: null }
}

/** Gives a card another flag, or none, and returns the one it had. */
function flagFace(cardId: CardId, flag: CardFlag | null): CardFlag | null {
  const held = sitting.value
  const face = held?.faces.get(cardId)
  if (held === null || face === undefined) return null
  sitting.value = { ...held, faces: new Map(held.faces).set(cardId, { ...face, flag }) }
  const before = waitingFlags()[cardId]
  setFlag(cardId, flag)
  return before === undefined ? face.flag : before
}

function putAside(
  step: (
    eventId: EventId,
    at: ReturnType<typeof now>,
  ) => { kind: 'buried'; until: Day } | { kind: 'suspended' },
): void {
  const card = sitting.value === null ? null : currentCard(sitting.value.session)
  if (card === null) return
  const [eventId, at] = [newId() as EventId, now()]
  const what = step(eventId, at)
  record({ ...eventBase(eventId, studyDayNow(), at), ...what, cardId: card.id }, card.id)
  nextPrompt()
}

/** Writes an event down in the same turn, right behind the next prompt: the eye must not wait for the disk. */
function record(event: EventBody, cardId: CardId): void {
  behindThePrompt(() => {
    const held = sitting.value
    const [face, card] = [held?.faces.get(cardId), held?.session.cards.get(cardId)]
    const kept =
      face === undefined || card === undefined || card.practice === true
        ? undefined
        : ({ ...face, state: card.state, previews: [...card.previews] } as QueueCard)
    void outbox.add(event, kept)
    tellTabs({ kind: 'answered', cardId })
    if (outbox.link.value === 'offline') void keepStorage()
  })
}

// The page is drawn in the first microtask after a change; what follows in the second sees it drawn.
function behindThePrompt(work: () => void): void {
  queueMicrotask(() => queueMicrotask(work))
}

function recordUndo(id: EventId, targetId: EventId, cardId: CardId): void {
  cardsOfUndos.set(id, cardId)
  record({ ...eventBase(id, studyDayNow(), now()), kind: 'undone', targetId }, cardId)
}

function nextPrompt(): void {
  takenBackMs = null
  timer.start()
  void fetchMore()
}

function canGoOn(scope: Scope): boolean {
  const held = sitting.value
  return (
    held !== null &&
    JSON.stringify(held.scope) === JSON.stringify(scope) &&
    currentCard(held.session) !== null &&
    now() - lastTouchedAt < staleAfterMs
  )
}

function change(step: (session: Session) => Session): void {
  changeSession(step)
  touch()
}

function touch(): void {
  lastTouchedAt = now()
}

function eventBase(
  id: string,
  studyDay: string,
  at: number,
): Pick<EventBody, 'id' | 'deviceId' | 'at' | 'zone' | 'studyDay'> {
  return { id, deviceId: deviceId(), at, zone: zoneInForce(), studyDay }
}
