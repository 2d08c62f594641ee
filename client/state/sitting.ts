import { type ReadonlySignal, signal } from '@preact/signals'
import type { QueueCard, QueueReply } from '../../shared/api/queue.ts'
import type { EventBody } from '../../shared/api/reviews.ts'
import { type Day, type EpochMs, addDays } from '../../shared/basics/time.ts'
import type { CardFlag } from '../../shared/card/card-flags.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { TypedForm } from '../../shared/schedule/answer-form.ts'
import type { EventId, Grade } from '../../shared/schedule/review-event.ts'
import type { GradePreview } from '../../shared/schedule/scheduler.ts'
import {
  type Session,
  type SessionCard,
  type Step,
  advance,
  cardsLeft,
  currentCard,
  redo as redoIn,
  startSession,
  undo as undoIn,
  wantsMore,
} from '../../shared/session/session.ts'
import { createAnswerTimer } from './answer-timer.ts'
import type { Deal } from './deal.ts'
import type { Outbox } from './outbox.ts'
import { type Scope, isWholeDay } from './scope.ts'
import type { Shelf } from './shelf.ts'

/** The session of the page that reviews. The law: what the session decided is shown first, then noted, and never lost. */
export interface Sitting {
  readonly held: ReadonlySignal<HeldSession | null>
  /** How far this device's clock runs ahead of the server's, in milliseconds. */
  readonly clockAheadMs: ReadonlySignal<number>
  /** Takes up the session of this scope where it was left, or begins one: with the cards on this device if there are any. */
  readonly open: (scope: Scope) => Promise<void>
  /** Asks some cards of the session once more, beyond the schedule. */
  readonly practiseAgain: (ids: readonly CardId[]) => void
  /** Ends the session; the next one asks the server again. */
  readonly close: () => void
  /** Turns the card over. The study day is settled here, so that the labels shown are the ones that will be stored. */
  readonly reveal: () => void
  /** Records a grade for the card on the table, and in which form it was typed; the preview of the pressed key comes back. */
  readonly grade: (grade: Grade, form?: TypedForm) => GradePreview | null
  /** Skips the card until tomorrow. */
  readonly bury: () => void
  /** Skips the card until told otherwise. */
  readonly suspend: () => void
  /** Marks the card, to be looked after later. */
  readonly flag: () => void
  /** Says why the card was flagged, right after it was. */
  readonly nameFlag: (reason: CardFlag) => void
  /** Takes the last step back and returns it. The log keeps both the answer and the taking back. */
  readonly undo: () => Step | null
  /** Does again what was taken back last, and returns it. */
  readonly redo: () => Step | null
  /** Time spent on something else than answering, or with the page hidden, is not counted. */
  readonly holdTimer: (why: 'busy' | 'hidden', isHeld: boolean) => void
  /** Puts a card's new wording on the table. */
  readonly takeFace: (card: Pick<QueueCard, 'id' | 'prompt' | 'answer' | 'typed'>) => void
  /** Changes the session by something that the learner did not do here. */
  readonly change: (step: (session: Session) => Session) => void
  /** Asks for more cards when the ones at hand run low. Never throws. */
  readonly fetchMore: () => Promise<void>
}

/** The session on the table, and what its cards look like. */
export interface HeldSession {
  readonly scope: Scope
  readonly session: Session
  readonly faces: ReadonlyMap<string, QueueCard>
  readonly secondsPerCard: number
  readonly reply: QueueReply
  readonly profile: string
  /** When the server dealt these cards, while it could not be asked again since; else null. */
  readonly keptAt: number | null
}

export interface SittingDeps {
  readonly now: () => EpochMs
  /** Milliseconds by a watch that nobody sets. */
  readonly ticks: () => number
  readonly studyDay: () => Day
  readonly zone: () => string
  readonly newId: () => string
  readonly deviceId: () => string
  readonly readShelf: () => Promise<Shelf | null>
  /** `soon` gives what this device was to ask first, which is quicker; `all` everything that it can ask today. */
  readonly dealFromShelf: (shelf: Shelf, scope: Scope, extent: 'soon' | 'all') => Promise<Deal>
  readonly dealFromServer: (scope: Scope, limit: number) => Promise<Deal>
  readonly outbox: Pick<Outbox, 'add'>
  /** Keeps a flag, or its absence, until the server has it. */
  readonly setFlag: (cardId: CardId, flag: CardFlag | null) => void
  /** Runs `work` in the same turn, right behind the next prompt: the eye must not wait for the disk. */
  readonly behindThePrompt: (work: () => void) => void
  /** Hears that an event about a card was given to the outbox. */
  readonly onRecorded: (cardId: CardId) => void
}

export const pageOfCards = 50
const mostAtOnce = 200
/** A session left alone for longer is begun anew: another device may have answered since. */
export const staleAfterMs = 10 * 60_000

export function createSitting({
  now,
  ticks,
  studyDay,
  zone,
  newId,
  deviceId,
  readShelf,
  dealFromShelf,
  dealFromServer,
  outbox,
  setFlag,
  behindThePrompt,
  onRecorded,
}: SittingDeps): Sitting {
  const held = signal<HeldSession | null>(null)
  const clockAheadMs = signal(0)
  const timer = createAnswerTimer(ticks)
  let lastTouchedAt = 0
  let isFetching = false
  /** The time an answer took that was taken back: its new grade keeps it. */
  let takenBackMs: number | null = null

  async function open(scope: Scope): Promise<void> {
    if (canGoOn(scope)) {
      timer.start()
      return
    }
    held.value = null
    const shelf = isWholeDay(scope) ? await readShelf() : null
    // The queue of this day is begun with at once. For a new day the server chooses, and this device only when it is silent.
    if (shelf?.reply.today === studyDay()) {
      const early = await dealFromShelf(shelf, scope, 'soon')
      if (early.cards.length > 0) {
        begin(scope, early)
        void refresh()
        return
      }
    }
    try {
      begin(scope, await dealFromServer(scope, pageOfCards))
    } catch (error) {
      const kept = shelf ?? (await readShelf())
      const deal = kept && (await dealFromShelf(kept, scope, 'all').catch(() => null))
      // A part of which nothing lies here may well have cards: that there are none is only the server's to say.
      if (deal === null || (deal.cards.length === 0 && !isWholeDay(scope))) throw error
      begin(scope, deal)
    }
  }

  function canGoOn(scope: Scope): boolean {
    return (
      held.value !== null &&
      JSON.stringify(held.value.scope) === JSON.stringify(scope) &&
      currentCard(held.value.session) !== null &&
      now() - lastTouchedAt < staleAfterMs
    )
  }

  function begin(scope: Scope, deal: Deal): void {
    const { today, settings, total, reply, faces, profile, keptAt } = deal
    const session = startSession(deal.cards, { today, at: now(), settings, total })
    held.value = { scope, session, faces, secondsPerCard: reply.secondsPerCard, reply, profile, keptAt }
    if (keptAt === null) clockAheadMs.value = now() - reply.now
    touch()
    timer.start()
  }

  /** The server's word on a session that began without it. Never throws. */
  async function refresh(): Promise<void> {
    const asked = held.value
    if (asked === null) return
    try {
      const deal = await dealFromServer(asked.scope, pageOfCards)
      clockAheadMs.value = now() - deal.reply.now
      takeDeal(asked.scope, deal, (session) =>
        advance(session, { kind: 'refreshed', cards: deal.cards, total: deal.total, at: now() }),
      )
    } catch {
      await takeFromShelf(asked.scope)
    }
  }

  async function fetchMore(): Promise<void> {
    const asked = held.value
    if (asked === null || isFetching || !wantsMore(asked.session)) return
    isFetching = true
    try {
      // What is already here heads the reply, so the page has to reach past it.
      const limit = Math.min(mostAtOnce, cardsLeft(asked.session) - asked.session.beyond + pageOfCards)
      const deal = await dealFromServer(asked.scope, limit)
      takeDeal(asked.scope, deal, (session) =>
        advance(session, { kind: 'fetched', cards: deal.cards, at: now() }),
      )
    } catch {
      await takeFromShelf(asked.scope)
    } finally {
      isFetching = false
    }
  }

  /**
   * All that this device can ask by itself, where the server is silent. Nobody is left waiting: where it has nothing, the
   * next answer asks the server again, and after the last card the session is over.
   */
  async function takeFromShelf(scope: Scope): Promise<void> {
    const shelf = await readShelf()
    const deal = shelf && (await dealFromShelf(shelf, scope, 'all').catch(() => null))
    if (held.value === null || held.value.scope !== scope) return
    const { faces, session } = held.value
    if (deal === null && currentCard(session) !== null) return
    const taken = { kind: 'fetched', cards: deal?.cards ?? [], beyond: 0, at: now() } as const
    held.value = {
      ...held.value,
      faces: new Map([...(deal?.faces ?? []), ...faces]),
      session: advance(session, taken),
    }
  }

  function takeDeal(scope: Scope, deal: Deal, step: (session: Session) => Session): void {
    if (held.value === null || held.value.scope !== scope) return
    const { reply, profile, settings } = deal
    const faces = new Map([...held.value.faces, ...deal.faces])
    const session = step({ ...held.value.session, settings })
    held.value = { ...held.value, faces, reply, profile, session, keptAt: null }
  }

  function practiseAgain(ids: readonly CardId[]): void {
    if (held.value === null) return
    const { session, faces } = held.value
    const cards = ids.flatMap((id): SessionCard[] => {
      const card = session.cards.get(id)
      return card === undefined ? [] : [{ ...card, practice: true }]
    })
    const { settings, today } = session
    held.value = {
      ...held.value,
      faces: new Map([...faces].map(([id, face]) => [id, { ...face, reason: 'practice' as const }])),
      scope: { practice: true },
      session: startSession(cards, { today, at: now(), settings, total: cards.length }),
    }
    touch()
  }

  function reveal(): void {
    timer.pause('revealed')
    step((session) => {
      const begun = advance(session, { kind: 'dayBegan', today: studyDay(), at: now() })
      return advance(begun, { kind: 'revealed' })
    })
  }

  function grade(given: Grade, form?: TypedForm): GradePreview | null {
    const card = onTable()
    const preview = card?.previews.find((one) => one.grade === given)
    if (held.value === null || card === null || preview === undefined) return null
    const { session, faces, profile } = held.value
    if (session.position.side === 'prompt') return null
    const base = eventBase(session.today)
    const { id: eventId, at } = base
    const durationMs = takenBackMs ?? timer.read()
    const isPractice = card.practice === true
    step((before) => advance(before, { kind: 'graded', grade: given, at, eventId, durationMs }))
    record(
      {
        ...base,
        kind: 'reviewed',
        cardId: card.id,
        grade: given,
        durationMs,
        via: 'review',
        effect: isPractice ? 'none' : 'schedule',
        ...(isPractice || preview.plannedDueOn === undefined ? {} : { plannedDueOn: preview.plannedDueOn }),
        kindShown: form ?? faces.get(card.id)?.kind ?? 'basic',
        profile,
      },
      card.id,
    )
    nextPrompt()
    return preview
  }

  function putAside(what: { kind: 'buried'; until: Day } | { kind: 'suspended' }): void {
    const card = onTable()
    if (card === null) return
    const base = eventBase(studyDay())
    step((session) => advance(session, { ...what, eventId: base.id, at: base.at }))
    record({ ...base, ...what, cardId: card.id }, card.id)
    nextPrompt()
  }

  function flag(): void {
    const card = onTable()
    if (card === null) return
    step((session) => advance(session, { kind: 'flagged', flag: 'unsaid', eventId: newId() as EventId }))
    keepFlag(card.id)
  }

  function nameFlag(reason: CardFlag): void {
    const last = held.value?.session.past.at(-1)
    if (last?.kind !== 'flagged') return
    step((session) => advance(session, { kind: 'flagNamed', flag: reason }))
    keepFlag(last.card.id)
  }

  function undo(): Step | null {
    const last = held.value?.session.past.at(-1)
    if (last === undefined) return null
    const undoneBy = newId() as EventId
    step((session) => undoIn(session, undoneBy))
    if (last.kind === 'flagged') keepFlag(last.card.id)
    else recordUndo(undoneBy, last.eventId, last.card.id)
    timer.start()
    if (last.kind === 'answered') {
      timer.pause('revealed')
      takenBackMs = last.durationMs
    }
    return last
  }

  function redo(): Step | null {
    const next = held.value?.session.future[0]
    if (next === undefined) return null
    step(redoIn)
    const { card, kind } = next.step
    if (kind === 'flagged') keepFlag(card.id)
    else recordUndo(newId() as EventId, next.undoneBy, card.id)
    nextPrompt()
    return next.step
  }

  function takeFace({ id, prompt, answer, typed }: Parameters<Sitting['takeFace']>[0]): void {
    const face = held.value?.faces.get(id)
    if (held.value === null || face === undefined) return
    const faces = new Map(held.value.faces).set(id, { ...face, prompt, answer, typed })
    held.value = { ...held.value, faces }
  }

  /** The flag is what the session says it is now. */
  function keepFlag(cardId: CardId): void {
    setFlag(cardId, held.value?.session.cards.get(cardId)?.flag ?? null)
  }

  function recordUndo(id: EventId, targetId: EventId, cardId: CardId): void {
    record({ ...eventBase(studyDay(), id), kind: 'undone', targetId }, cardId)
  }

  /** Gives an event to the outbox, with the card as it is after it. */
  function record(event: EventBody, cardId: CardId): void {
    behindThePrompt(() => {
      const [face, card] = [held.value?.faces.get(cardId), held.value?.session.cards.get(cardId)]
      const kept =
        face === undefined || card === undefined || card.practice === true
          ? undefined
          : ({ ...face, flag: card.flag, state: card.state, previews: [...card.previews] } as QueueCard)
      void outbox.add(event, kept)
      onRecorded(cardId)
    })
  }

  function eventBase(day: Day, id: EventId = newId() as EventId) {
    return { id, deviceId: deviceId(), at: now(), zone: zone(), studyDay: day }
  }

  function nextPrompt(): void {
    takenBackMs = null
    timer.start()
    void fetchMore()
  }

  function onTable(): SessionCard | null {
    return held.value === null ? null : currentCard(held.value.session)
  }

  function change(stepIn: (session: Session) => Session): void {
    if (held.value !== null) held.value = { ...held.value, session: stepIn(held.value.session) }
  }

  function step(stepIn: (session: Session) => Session): void {
    change(stepIn)
    touch()
  }

  function touch(): void {
    lastTouchedAt = now()
  }

  return {
    held,
    clockAheadMs,
    open,
    practiseAgain,
    close: () => {
      held.value = null
    },
    reveal,
    grade,
    bury: () => putAside({ kind: 'buried', until: addDays(studyDay(), 1) }),
    suspend: () => putAside({ kind: 'suspended' }),
    flag,
    nameFlag,
    undo,
    redo,
    holdTimer: (why, isHeld) => (isHeld ? timer.pause(why) : timer.resume(why)),
    takeFace,
    change,
    fetchMore,
  }
}

/** Whole minutes that are left, at this learner's pace. */
export function minutesLeft({ session, secondsPerCard }: HeldSession): number {
  return Math.max(1, Math.round((cardsLeft(session) * secondsPerCard) / 60))
}
