import type { Verdict } from '../../shared/api/reviews.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import { defaultSettings } from '../../shared/queue/settings.ts'
import { countAnswer, countDay } from '../../shared/insight/count-day.ts'
import { applyEvent, foldCard, profileOf, standingEvents } from '../../shared/schedule/fold-reviews.ts'
import { type Scheduler, sm2Scheduler } from '../../shared/schedule/memory-model.ts'
import {
  type LearnerId,
  type LogDigest,
  type ReviewEvent,
  addToDigest,
  compareLogged,
  eventCardId,
  eventFields,
  foldTime,
} from '../../shared/schedule/review-event.ts'
import type { CardState } from '../../shared/schedule/schedule.ts'
import type { AnswerStore, StoredEvent, StoredState } from '../db/answer-store.ts'
import { acceptEvent } from './accept-event.ts'
import type { Schedulers } from './schedulers.ts'

/** One request to the log: events as they came over the wire, not yet checked. */
export interface ReviewBatch {
  readonly learnerId: LearnerId
  readonly events: readonly unknown[]
  readonly receivedAt: EpochMs
}

export interface RecordedBatch {
  readonly verdicts: readonly Verdict[]
  readonly states: ReadonlyMap<CardId, CardState>
  readonly log: LogDigest
  /** The log now asks for another scheduler: the schedules must be folded anew. */
  readonly asksForProfile: boolean
}

/**
 * Adds a batch to the log and brings the caches up to it: per event recorded, duplicate or rejected with a code. Must run
 * inside the store's one commit; the caller groups the batches of an event-loop turn.
 */
export function recordReviews(
  store: AnswerStore,
  batch: ReviewBatch,
  schedulers: Pick<Schedulers, 'of'> = sm2Only,
): RecordedBatch {
  const states = new Map<CardId, CardState>()
  const learner = store.readLearner(batch.learnerId)
  const { rolloverHour } = { ...defaultSettings, ...learner.settings }
  const scheduler = schedulers.of(learner.profile)
  let { log } = learner
  const verdicts = batch.events.map((body): Verdict => {
    try {
      const accepted = acceptEvent(body, batch.learnerId, batch.receivedAt, rolloverHour)
      const outcome = recordEvent(store, accepted, scheduler)
      if (outcome.cardState !== null) states.set(outcome.cardState.cardId, outcome.cardState.state)
      if (outcome.verdict === 'recorded') log = addToDigest(log, accepted.event)
      return {
        id: accepted.event.id,
        verdict: outcome.verdict,
        receivedAt: outcome.stored.receivedAt,
        countedOn: outcome.stored.countedOn,
        ...(accepted.clockAhead ? { clockAhead: true } : {}),
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { id: idOf(body), verdict: 'rejected', code: error.code, sentence: error.message }
    }
  })
  if (log !== learner.log) store.saveDigest(batch.learnerId, log)
  const asked = newestProfile(store, batch) ?? learner.profile
  return { verdicts, states, log, asksForProfile: asked !== learner.profile }
}

/** Without a store of profiles there is SM-2. */
const sm2Only = { of: () => sm2Scheduler }

/** The profile that the log asks for now, when this batch may have changed it. */
function newestProfile(store: AnswerStore, { events, learnerId }: ReviewBatch): string | null {
  const mayChange = events.some((event) => ['schedulerChanged', 'undone'].includes(kindOf(event)))
  return mayChange ? profileOf(store.readSchedulerLog(learnerId)) : null
}

interface Outcome {
  readonly verdict: 'recorded' | 'duplicate'
  readonly stored: Pick<StoredEvent, 'receivedAt' | 'countedOn'>
  readonly cardState: { readonly cardId: CardId; readonly state: CardState } | null
}

function recordEvent(
  store: AnswerStore,
  accepted: Omit<StoredEvent, 'cardId'>,
  scheduler: Scheduler,
): Outcome {
  const { event } = accepted
  const known = store.findEvent(event.learnerId, event.id)
  if (known !== null) return repeated(store, known, event)
  if (event.kind === 'undone') return recordUndo(store, { ...accepted, event }, scheduler)
  if (event.kind === 'schedulerChanged' && !store.hasProfile(event.learnerId, event.profile)) {
    throw new Refusal(
      'unknown_profile',
      `There is no profile “${event.profile}” here. Choose the scheduler again in the settings.`,
    )
  }
  const cardId = eventCardId(event)
  if (cardId === null) {
    store.insertEvent({ ...accepted, cardId: null })
    return { verdict: 'recorded', stored: accepted, cardState: null }
  }
  const before = store.findState(event.learnerId, cardId)
  if (before === null) {
    throw new Refusal(
      'unknown_card',
      `There is no card ${cardId}. It may have been made by another database.`,
    )
  }
  const stored: StoredEvent = { ...accepted, cardId }
  store.insertEvent(stored)
  return {
    verdict: 'recorded',
    stored,
    cardState: { cardId, state: advanceCard(store, stored, cardId, before, scheduler) },
  }
}

/** A known id: the same content is a harmless resend, other content is a conflict that the first one wins. */
function repeated(store: AnswerStore, known: StoredEvent, event: ReviewEvent): Outcome {
  if (JSON.stringify(eventFields(known.event)) !== JSON.stringify(eventFields(event))) {
    throw new Refusal('id_conflict', 'Another event with this id is already in the log. The first one stays.')
  }
  return {
    verdict: 'duplicate',
    stored: known,
    cardState: currentState(store, event.learnerId, known.cardId),
  }
}

function recordUndo(
  store: AnswerStore,
  accepted: Omit<StoredEvent, 'cardId'> & { readonly event: Extract<ReviewEvent, { kind: 'undone' }> },
  scheduler: Scheduler,
): Outcome {
  const { event } = accepted
  const target = store.findEvent(event.learnerId, event.targetId)
  if (target === null) throw new Refusal('unknown_target', `There is no event ${event.targetId} to undo.`)
  const { cardId } = target
  if (cardId === null) {
    store.insertEvent({ ...accepted, cardId })
    return { verdict: 'recorded', stored: accepted, cardState: null }
  }
  const log = store.readCardLog(event.learnerId, cardId)
  if (!standingEvents(log).some((logged) => logged.event.id === event.targetId)) {
    return { verdict: 'duplicate', stored: accepted, cardState: currentState(store, event.learnerId, cardId) }
  }
  store.insertEvent({ ...accepted, cardId })
  const state = refoldCard(store, event.learnerId, cardId, scheduler)
  recountDays(store, event.learnerId, daysFrom(log, rootOf(log, target)))
  return { verdict: 'recorded', stored: accepted, cardState: { cardId, state } }
}

/** The newest event of a card is one step of the fold; an older one, late from an outbox, refolds the card. */
function advanceCard(
  store: AnswerStore,
  stored: StoredEvent,
  cardId: CardId,
  before: StoredState,
  scheduler: Scheduler,
): CardState {
  const { learnerId } = stored.event
  if (!isNewer(stored, before)) {
    const state = refoldCard(store, learnerId, cardId, scheduler)
    recountDays(store, learnerId, daysFrom(store.readCardLog(learnerId, cardId), stored))
    return state
  }
  const state = applyEvent(before.state, stored, scheduler)
  store.saveState(learnerId, cardId, { state, newestTime: foldTime(stored), newestId: stored.event.id })
  if (stored.event.kind === 'reviewed' && stored.event.effect === 'schedule') {
    store.addToDay(learnerId, stored.countedOn, countAnswer(before.state, stored.event, stored.countedOn))
  }
  return state
}

function isNewer(stored: StoredEvent, before: StoredState): boolean {
  const time = foldTime(stored)
  return time > before.newestTime || (time === before.newestTime && stored.event.id > before.newestId)
}

function refoldCard(
  store: AnswerStore,
  learnerId: LearnerId,
  cardId: CardId,
  scheduler: Scheduler,
): CardState {
  const log = store.readCardLog(learnerId, cardId)
  const newest = log.toSorted(compareLogged).at(-1)
  if (newest === undefined) throw new Error(`Inconsistent: card ${cardId} is refolded without an event`)
  const state = foldCard(log, scheduler)
  store.saveState(learnerId, cardId, { state, newestTime: foldTime(newest), newestId: newest.event.id })
  return state
}

/** The event that a chain of undos speaks of in the end: what a redo brings back may lie long before what it undoes. */
function rootOf(log: readonly StoredEvent[], event: StoredEvent): StoredEvent {
  const byId = new Map<string, StoredEvent>(log.map((logged) => [logged.event.id, logged]))
  const seen = new Set<string>()
  let root = event
  while (root.event.kind === 'undone' && !seen.has(root.event.id)) {
    seen.add(root.event.id)
    root = byId.get(root.event.targetId) ?? root
  }
  return root
}

/** The days on which the card's log can count otherwise when one of its events changed: its own and all later ones. */
function daysFrom(log: readonly StoredEvent[], changed: StoredEvent): StoredEvent['countedOn'][] {
  const later = log.filter((logged) => compareLogged(logged, changed) >= 0)
  return [changed.countedOn, ...later.map((logged) => logged.countedOn)]
}

/** What changed in the past may change whose first answer a day's was, so each touched day is counted from the log. */
function recountDays(
  store: AnswerStore,
  learnerId: LearnerId,
  days: readonly StoredEvent['countedOn'][],
): void {
  for (const day of new Set(days)) {
    const logs = store.cardsAnsweredOn(learnerId, day).map((cardId) => store.readCardLog(learnerId, cardId))
    store.replaceDay(learnerId, day, countDay(logs, day))
  }
}

function currentState(store: AnswerStore, learnerId: LearnerId, cardId: CardId | null): Outcome['cardState'] {
  if (cardId === null) return null
  const stored = store.findState(learnerId, cardId)
  return stored === null ? null : { cardId, state: stored.state }
}

function kindOf(body: unknown): string {
  return typeof body === 'object' && body !== null && 'kind' in body && typeof body.kind === 'string'
    ? body.kind
    : ''
}

function idOf(body: unknown): string | null {
  return typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string'
    ? body.id
    : null
}
