import type { Day, EpochMs } from '../../shared/basics/time.ts'
import { studyDayOf } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type {
  DeviceId,
  EventId,
  LearnerId,
  LoggedEvent,
  ReviewEvent,
  Reviewed,
} from '../../shared/schedule/review-event.ts'

export const aLearner = '01890000-0000-7000-8000-000000000001' as LearnerId
export const aDevice = 'device-a' as DeviceId
/** 2026-03-02, a Monday, at noon UTC. */
export const noon = Date.UTC(2026, 2, 2, 12) as EpochMs
export const dayMs = 86_400_000

let made = 0
/** A UUID that is new in this run and sorts after the ones made before. */
export function anId<Id extends string = EventId>(): Id {
  made++
  return `01890000-0000-7000-9000-${made.toString(16).padStart(12, '0')}` as Id
}

export function aCardId(number = 1): CardId {
  return `01890000-0000-7000-a000-${number.toString(16).padStart(12, '0')}` as CardId
}

/** A review of the first card, Good, at noon of the first day, unless told otherwise. */
export function aReview(changes: Partial<Reviewed> = {}): Reviewed {
  const at = changes.at ?? noon
  return {
    kind: 'reviewed',
    id: anId(),
    learnerId: aLearner,
    deviceId: aDevice,
    at,
    zone: 'UTC',
    studyDay: studyDayOf(at, changes.zone ?? 'UTC', 4),
    cardId: aCardId(),
    grade: 4,
    durationMs: 4000,
    via: 'review',
    effect: 'schedule',
    kindShown: 'basic',
    profile: 'sm2',
    ...changes,
  }
}

/** What takes an event back. */
export function anUndo(
  target: ReviewEvent,
  changes: Partial<Extract<ReviewEvent, { kind: 'undone' }>> = {},
): ReviewEvent {
  const at = (changes.at ?? target.at + 1000) as EpochMs
  return {
    kind: 'undone',
    id: anId(),
    learnerId: aLearner,
    deviceId: aDevice,
    at,
    zone: 'UTC',
    studyDay: studyDayOf(at, 'UTC', 4),
    targetId: target.id,
    ...changes,
  }
}

/** An event as the log holds it, received when it happened. */
export function logged(event: ReviewEvent, countedOn: Day = event.studyDay): LoggedEvent {
  return { event, receivedAt: event.at, countedOn }
}
