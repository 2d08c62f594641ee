import type { Brand } from '../basics/brand.ts'
import type { Day, EpochMs } from '../basics/time.ts'
import { hash64Lanes } from '../basics/hash.ts'
import type { CardId } from '../card/card.ts'

export type EventId = Brand<string, 'EventId'>
export type LearnerId = Brand<string, 'LearnerId'>
export type DeviceId = Brand<string, 'DeviceId'>

/** SM-2's grade of recall, 0 (blackout) to 5 (at once). The four keys again, hard, good, easy stand for 2, 3, 4, 5. */
export type Grade = 0 | 1 | 2 | 3 | 4 | 5

/** What every event carries, in the order the digest takes it. */
interface EventBase {
  /** UUIDv7, made by the client: a resend is harmless. */
  readonly id: EventId
  readonly learnerId: LearnerId
  readonly deviceId: DeviceId
  /** When the learner acted, by the device's clock. */
  readonly at: EpochMs
  /** IANA zone of the device at that moment. */
  readonly zone: string
  /** The study day it counts for, fixed when it happened. */
  readonly studyDay: Day
}

export interface Reviewed extends EventBase {
  readonly kind: 'reviewed'
  readonly cardId: CardId
  readonly grade: Grade
  readonly durationMs: number
  readonly via: 'review' | 'quiz'
  /** `none` is practice and quiz evidence: logged, and it never moves the schedule. */
  readonly effect: 'schedule' | 'none'
  /** The day that fuzz chose and the label showed; without it the nominal interval counts. */
  readonly plannedDueOn?: Day | undefined
  /** The form the question was shown in. */
  readonly kindShown: string
  readonly confidence?: 'guess' | 'likely' | 'sure' | undefined
  /** The scheduler that was in force. */
  readonly profile: string
}
export interface Undone extends EventBase {
  readonly kind: 'undone'
  /** Any event; undoing an `undone` is redo. */
  readonly targetId: EventId
}
export interface Suspended extends EventBase {
  readonly kind: 'suspended'
  readonly cardId: CardId
}
export interface Resumed extends EventBase {
  readonly kind: 'resumed'
  readonly cardId: CardId
}
export interface Reset extends EventBase {
  readonly kind: 'reset'
  readonly cardId: CardId
}
export interface Buried extends EventBase {
  readonly kind: 'buried'
  readonly cardId: CardId
  /** The first study day on which the card is asked again. */
  readonly until: Day
}
export interface DueSet extends EventBase {
  readonly kind: 'dueSet'
  readonly cardId: CardId
  readonly dueOn: Day
}
export interface SchedulerChanged extends EventBase {
  readonly kind: 'schedulerChanged'
  readonly profile: string
}

/** One line of the learner's log. The log is append-only and merged as a set; every state is a fold of it. */
export type ReviewEvent = Reviewed | Undone | Suspended | Resumed | Reset | Buried | DueSet | SchedulerChanged
/** An event as the log holds it. The server adds `receivedAt` once and never changes it; a client may not know it yet. */
export interface LoggedEvent {
  readonly event: ReviewEvent
  readonly receivedAt?: EpochMs | undefined
  /** The day the fold uses: the event's own, or that of `receivedAt` when the device's clock ran ahead. */
  readonly countedOn: Day
}

/** An event more than this ahead of the server is recorded, flagged, and counted on the day it was received. */
export const clockToleranceMs = 10 * 60_000

/** The fold's order: (min(at, receivedAt where known), id). */
export function compareLogged(a: LoggedEvent, b: LoggedEvent): number {
  return foldTime(a) - foldTime(b) || (a.event.id < b.event.id ? -1 : a.event.id > b.event.id ? 1 : 0)
}

/** The moment an event is ordered by. */
export function foldTime(logged: LoggedEvent): number {
  return logged.receivedAt === undefined ? logged.event.at : Math.min(logged.event.at, logged.receivedAt)
}

/** The card an event speaks of, if it speaks of one. */
export function eventCardId(event: ReviewEvent): CardId | null {
  return 'cardId' in event ? event.cardId : null
}

/** The event's content as an ordered list: what the digest hashes, and what makes a resend equal to the first send. */
export function eventFields(event: ReviewEvent): readonly unknown[] {
  const base = [event.id, event.learnerId, event.deviceId, event.at, event.zone, event.studyDay, event.kind]
  switch (event.kind) {
    case 'reviewed':
      return [
        ...base,
        event.cardId,
        event.grade,
        event.durationMs,
        event.via,
        event.effect,
        event.plannedDueOn ?? null,
        event.kindShown,
        event.confidence ?? null,
        event.profile,
      ]
    case 'undone':
      return [...base, event.targetId]
    case 'suspended':
    case 'resumed':
    case 'reset':
      return [...base, event.cardId]
    case 'buried':
      return [...base, event.cardId, event.until]
    case 'dueSet':
      return [...base, event.cardId, event.dueOn]
    case 'schedulerChanged':
      return [...base, event.profile]
  }
}

/** Count and XOR of the events' hashes: order-free, so two sides can prove that they hold the same set. */
export interface LogDigest {
  readonly count: number
  /** 16 hex digits. */
  readonly digest: string
}

export const emptyDigest: LogDigest = { count: 0, digest: '0000000000000000' }

/** The digest after `event` joined the set. It must not be in it already: XOR would take it out. */
export function addToDigest(digest: LogDigest, event: ReviewEvent): LogDigest {
  const [high, low] = hash64Lanes(JSON.stringify(eventFields(event)))
  const newHigh = (parseInt(digest.digest.slice(0, 8), 16) ^ high) >>> 0
  const newLow = (parseInt(digest.digest.slice(8), 16) ^ low) >>> 0
  return {
    count: digest.count + 1,
    digest: newHigh.toString(16).padStart(8, '0') + newLow.toString(16).padStart(8, '0'),
  }
}
