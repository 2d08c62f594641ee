import type { Day } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import {
  type EventId,
  type Grade,
  type ReviewEvent,
  type Reviewed,
  eventCardId,
} from '../../shared/schedule/review-event.ts'
import type { StoredEvent } from './answer-store.ts'
import type { EventsTable } from './tables.ts'

/** A row of the log as the event it is. The inverse of `toEventRow`. */
export function toStoredEvent(row: EventsTable): StoredEvent {
  return {
    event: toEvent(row),
    receivedAt: row.received_at,
    countedOn: row.counted_on,
    cardId: row.card_id,
  }
}

/** An event as a row; columns that its kind does not have are null. */
export function toEventRow(stored: StoredEvent): EventsTable {
  const { event } = stored
  const reviewed = event.kind === 'reviewed' ? event : null
  return {
    learner_id: event.learnerId,
    id: event.id,
    device_id: event.deviceId,
    at: event.at,
    zone: event.zone,
    study_day: event.studyDay,
    kind: event.kind,
    card_id: eventCardId(event) ?? stored.cardId,
    grade: reviewed?.grade ?? null,
    duration_ms: reviewed?.durationMs ?? null,
    via: reviewed?.via ?? null,
    effect: reviewed?.effect ?? null,
    planned_due_on: reviewed?.plannedDueOn ?? null,
    kind_shown: reviewed?.kindShown ?? null,
    confidence: reviewed?.confidence ?? null,
    profile: event.kind === 'reviewed' || event.kind === 'schedulerChanged' ? event.profile : null,
    target_id: event.kind === 'undone' ? event.targetId : null,
    day: event.kind === 'buried' ? event.until : event.kind === 'dueSet' ? event.dueOn : null,
    received_at: stored.receivedAt,
    counted_on: stored.countedOn,
  }
}

function toEvent(row: EventsTable): ReviewEvent {
  const base = {
    id: row.id,
    learnerId: row.learner_id,
    deviceId: row.device_id,
    at: row.at,
    zone: row.zone,
    studyDay: row.study_day,
  }
  const cardId = row.card_id as CardId
  switch (row.kind) {
    case 'reviewed':
      // Written out: a log is nearly all reviews, and copying by spread takes five times as long.
      return {
        id: row.id,
        learnerId: row.learner_id,
        deviceId: row.device_id,
        at: row.at,
        zone: row.zone,
        studyDay: row.study_day,
        kind: 'reviewed',
        cardId,
        grade: row.grade as Grade,
        durationMs: row.duration_ms ?? 0,
        via: row.via as Reviewed['via'],
        effect: row.effect as Reviewed['effect'],
        plannedDueOn: row.planned_due_on ?? undefined,
        kindShown: row.kind_shown ?? '',
        confidence: (row.confidence ?? undefined) as Reviewed['confidence'],
        profile: row.profile ?? '',
      }
    case 'undone':
      return { ...base, kind: 'undone', targetId: row.target_id as EventId }
    case 'suspended':
      return { ...base, kind: 'suspended', cardId }
    case 'resumed':
      return { ...base, kind: 'resumed', cardId }
    case 'reset':
      return { ...base, kind: 'reset', cardId }
    case 'buried':
      return { ...base, kind: 'buried', cardId, until: row.day as Day }
    case 'dueSet':
      return { ...base, kind: 'dueSet', cardId, dueOn: row.day as Day }
    case 'schedulerChanged':
      return { ...base, kind: 'schedulerChanged', profile: row.profile ?? '' }
  }
}
