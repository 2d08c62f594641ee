import type { Verdict } from '../../shared/api/reviews.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import { defaultSettings } from '../../shared/queue/settings.ts'
import { countAnswer, countDay } from '../../shared/insight/count-day.ts'
import type { MasteryRules } from '../../shared/mastery/concept-standing.ts'
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
import type { AnswerCommit, StoredEvent, StoredState } from '../db/answer-store.ts'
import { acceptEvent } from './accept-event.ts'
import { forgetStanding, keepStanding } from './keep-standing.ts'
import { toRecallFit } from './read-recall-fit.ts'
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
 * Adds a batch to the log and brings the caches up to it: per event recorded, duplicate or rejected with a code. The
 * caller groups the batches of an event-loop turn in one commit.
 */
export async function recordReviews(
  commit: AnswerCommit,
  batch: ReviewBatch,
  schedulers: Pick<Schedulers, 'of'> = sm2Only,
): Promise<RecordedBatch> {
  const states = new Map<CardId, CardState>()
  const learner = await commit.readLearner(batch.learnerId)
  const { rolloverHour } = { ...defaultSettings, ...learner.settings }
  const rules = { scheduler: schedulers.of(learner.profile), fit: toRecallFit(learner.fitted) }
  let { log } = learner
  const verdicts: Verdict[] = []
  // One after the other: what an event does depends on those before it.
  for (const body of batch.events) {
    try {
      const accepted = acceptEvent(body, batch.learnerId, batch.receivedAt, rolloverHour)
      const outcome = await recordEvent(commit, accepted, rules)
      if (outcome.cardState !== null) states.set(outcome.cardState.cardId, outcome.cardState.state)
      if (outcome.verdict === 'recorded') log = addToDigest(log, accepted.event)
      verdicts.push({
        id: accepted.event.id,
        verdict: outcome.verdict,
        receivedAt: outcome.stored.receivedAt,
        countedOn: outcome.stored.countedOn,
        ...(accepted.clockAhead ? { clockAhead: true } : {}),
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      verdicts.push({ id: idOf(body), verdict: 'rejected', code: error.code, sentence: error.message })
    }
  }
  if (log !== learner.log) await commit.saveDigest(batch.learnerId, log)
  const asked = (await newestProfile(commit, batch)) ?? learner.profile
  return { verdicts, states, log, asksForProfile: asked !== learner.profile }
}

/** Without a store of profiles there is SM-2. */
const sm2Only = { of: () => sm2Scheduler }

/** The profile that the log asks for now, when this batch may have changed it. */
async function newestProfile(
  commit: AnswerCommit,
  { events, learnerId }: ReviewBatch,
): Promise<string | null> {
  const mayChange = events.some((event) => ['schedulerChanged', 'undone'].includes(kindOf(event)))
  return mayChange ? profileOf(await commit.readSchedulerLog(learnerId)) : null
}

interface Outcome {
  readonly verdict: 'recorded' | 'duplicate'
  readonly stored: Pick<StoredEvent, 'receivedAt' | 'countedOn'>
  readonly cardState: { readonly cardId: CardId; readonly state: CardState } | null
}

async function recordEvent(
  commit: AnswerCommit,
  accepted: Omit<StoredEvent, 'cardId'>,
  rules: MasteryRules,
): Promise<Outcome> {
  const { event } = accepted
  const { scheduler } = rules
  const known = await commit.findEvent(event.learnerId, event.id)
  if (known !== null) return repeated(commit, known, event)
  if (event.kind === 'undone') return recordUndo(commit, { ...accepted, event }, scheduler)
  if (event.kind === 'schedulerChanged' && !(await commit.hasProfile(event.learnerId, event.profile))) {
    throw new Refusal(
      'unknown_profile',
      `There is no profile “${event.profile}” here. Choose the scheduler again in the settings.`,
    )
  }
  const cardId = eventCardId(event)
  if (cardId === null) {
    await commit.insertEvent({ ...accepted, cardId: null })
    return { verdict: 'recorded', stored: accepted, cardState: null }
  }
  const before = await commit.findState(event.learnerId, cardId)
  if (before === null) {
    throw new Refusal(
      'unknown_card',
      `There is no card ${cardId}. It may have been made by another database.`,
    )
  }
  const stored = { ...accepted, cardId }
  if (!isNewer(stored, before)) {
    const state = await takeLate(commit, stored, scheduler)
    await forgetStanding(commit, event.learnerId, cardId)
    return { verdict: 'recorded', stored, cardState: { cardId, state } }
  }
  const state = applyEvent(before.state, stored, scheduler)
  const newest = { state, newestTime: foldTime(stored), newestId: event.id }
  const isCounted = event.kind === 'reviewed' && event.effect === 'schedule'
  const counts = isCounted ? countAnswer(before.state, event, stored.countedOn) : null
  await commit.insertNewest(stored, newest, counts)
  await keepStanding(commit, stored, state, rules)
  return { verdict: 'recorded', stored, cardState: { cardId, state } }
}

/** A known id: the same content is a harmless resend, other content is a conflict that the first one wins. */
async function repeated(commit: AnswerCommit, known: StoredEvent, event: ReviewEvent): Promise<Outcome> {
  if (JSON.stringify(eventFields(known.event)) !== JSON.stringify(eventFields(event))) {
    throw new Refusal('id_conflict', 'Another event with this id is already in the log. The first one stays.')
  }
  return {
    verdict: 'duplicate',
    stored: known,
    cardState: await currentState(commit, event.learnerId, known.cardId),
  }
}

async function recordUndo(
  commit: AnswerCommit,
  accepted: Omit<StoredEvent, 'cardId'> & { readonly event: Extract<ReviewEvent, { kind: 'undone' }> },
  scheduler: Scheduler,
): Promise<Outcome> {
  const { event } = accepted
  const target = await commit.findEvent(event.learnerId, event.targetId)
  if (target === null) throw new Refusal('unknown_target', `There is no event ${event.targetId} to undo.`)
  const { cardId } = target
  if (cardId === null) {
    await commit.insertEvent({ ...accepted, cardId })
    return { verdict: 'recorded', stored: accepted, cardState: null }
  }
  const log = await commit.readCardLog(event.learnerId, cardId)
  if (!standingEvents(log).some((logged) => logged.event.id === event.targetId)) {
    return {
      verdict: 'duplicate',
      stored: accepted,
      cardState: await currentState(commit, event.learnerId, cardId),
    }
  }
  await commit.insertEvent({ ...accepted, cardId })
  const state = await refoldCard(commit, event.learnerId, cardId, scheduler)
  await forgetStanding(commit, event.learnerId, cardId)
  await recountDays(commit, event.learnerId, daysFrom(log, rootOf(log, target)))
  return { verdict: 'recorded', stored: accepted, cardState: { cardId, state } }
}

/** The newest event of a card is one step of the fold; an older one, late from an outbox, refolds the card. */
async function takeLate(
  commit: AnswerCommit,
  stored: StoredEvent & { readonly cardId: CardId },
  scheduler: Scheduler,
): Promise<CardState> {
  const { cardId } = stored
  const { learnerId } = stored.event
  await commit.insertEvent(stored)
  const state = await refoldCard(commit, learnerId, cardId, scheduler)
  await recountDays(commit, learnerId, daysFrom(await commit.readCardLog(learnerId, cardId), stored))
  return state
}

function isNewer(stored: StoredEvent, before: StoredState): boolean {
  const time = foldTime(stored)
  return time > before.newestTime || (time === before.newestTime && stored.event.id > before.newestId)
}

async function refoldCard(
  commit: AnswerCommit,
  learnerId: LearnerId,
  cardId: CardId,
  scheduler: Scheduler,
): Promise<CardState> {
  const log = await commit.readCardLog(learnerId, cardId)
  const newest = log.toSorted(compareLogged).at(-1)
  if (newest === undefined) throw new Error(`Inconsistent: card ${cardId} is refolded without an event`)
  const state = foldCard(log, scheduler)
  await commit.saveState(learnerId, cardId, {
    state,
    newestTime: foldTime(newest),
    newestId: newest.event.id,
  })
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
async function recountDays(
  commit: AnswerCommit,
  learnerId: LearnerId,
  days: readonly StoredEvent['countedOn'][],
): Promise<void> {
  for (const day of new Set(days)) {
    const logs: StoredEvent[][] = []
    for (const cardId of await commit.cardsAnsweredOn(learnerId, day))
      logs.push(await commit.readCardLog(learnerId, cardId))
    await commit.replaceDay(learnerId, day, countDay(logs, day))
  }
}

async function currentState(
  commit: AnswerCommit,
  learnerId: LearnerId,
  cardId: CardId | null,
): Promise<Outcome['cardState']> {
  if (cardId === null) return null
  const stored = await commit.findState(learnerId, cardId)
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
