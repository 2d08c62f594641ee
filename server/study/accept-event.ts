import { Compile } from 'typebox/compile'
import { EventBody } from '../../shared/api/reviews.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import {
  type Day,
  type EpochMs,
  addDays,
  earliestEventAt,
  latestEventAt,
  isDay,
  isZone,
  studyDayOf,
} from '../../shared/basics/time.ts'
import { type LearnerId, type ReviewEvent, clockToleranceMs } from '../../shared/schedule/review-event.ts'
import { whyUnstorable } from '../storable-text.ts'

const shape = Compile(EventBody)

/** A checked event with the server's own fields. */
export interface AcceptedEvent {
  readonly event: ReviewEvent
  readonly receivedAt: EpochMs
  readonly countedOn: Day
  /** The device's clock ran ahead of the server by more than ten minutes. */
  readonly clockAhead: boolean
}

/** Checks one event of a batch by itself, so that a bad one does not hold the others. Throws a `Refusal`. */
export function acceptEvent(
  body: unknown,
  learnerId: LearnerId,
  receivedAt: EpochMs,
  rolloverHour: number,
): AcceptedEvent {
  const event = checkEvent(body, learnerId)
  const clockAhead = event.at > receivedAt + clockToleranceMs
  const countedOn = clockAhead ? studyDayOf(receivedAt, event.zone, rolloverHour) : event.studyDay
  return { event, receivedAt, countedOn, clockAhead }
}

function checkEvent(body: unknown, learnerId: LearnerId): ReviewEvent {
  const unstorable = whyUnstorable(body)
  if (unstorable !== null) throw unstorable
  if (!shape.Check(body))
    throw new Refusal('invalid_request', `The event is not of a known form: ${firstFault(body)}.`)
  if (body.learnerId !== undefined && body.learnerId !== learnerId) {
    throw new Refusal('invalid_request', 'The event belongs to another learner.')
  }
  if (!isMoment(body.at)) throw new Refusal('invalid_time', momentWords)
  if (!isZone(body.zone))
    throw new Refusal('invalid_zone', `“${body.zone}” is no IANA time zone, such as Europe/Paris.`)
  checkStudyDay(body.studyDay, body.at as EpochMs, body.zone)
  if (body.kind === 'reviewed') checkGrade(body.grade)
  const day = namedDay(body)
  if (day !== null && !isDay(day))
    throw new Refusal('invalid_day', `“${day}” is not a date. Write it as 2026-12-01.`)
  return { ...body, learnerId } as unknown as ReviewEvent
}

/** Whether somebody can have acted then; a clock may be wrong by years, but has to tell a day. */
export function isMoment(at: unknown): boolean {
  return typeof at === 'number' && Number.isSafeInteger(at) && at >= earliestEventAt && at < latestEventAt
}

export const momentWords = 'The time must be whole milliseconds UTC, of the years 2000 to 9998.'

function checkGrade(grade: unknown): void {
  if (typeof grade === 'number' && Number.isInteger(grade) && grade >= 0 && grade <= 5) return
  throw new Refusal('invalid_request', 'The grade must be a whole number from 0 to 5.')
}

/** A card may lie revealed for so long before it is graded; it counts for the day its labels were shown for. */
const longestRevealedDays = 30

/**
 * The study day is the wall-clock day, the one before it, whatever the rollover hour was, or that of an answer that lay
 * revealed since. It may be a day later where its learner flew west meanwhile.
 */
function checkStudyDay(studyDay: string, at: EpochMs, zone: string): void {
  const wallDay = studyDayOf(at, zone, 0)
  if (
    isDay(studyDay) &&
    studyDay >= addDays(wallDay, -1 - longestRevealedDays) &&
    studyDay <= addDays(wallDay, 1)
  )
    return
  throw new Refusal(
    'invalid_day',
    `The study day “${studyDay}” does not fit the time of the event (${wallDay} in ${zone}).`,
  )
}

function namedDay(event: EventBody): string | null {
  if (event.kind === 'buried') return event.until
  if (event.kind === 'dueSet') return event.dueOn
  return event.kind === 'reviewed' ? (event.plannedDueOn ?? null) : null
}

function firstFault(body: unknown): string {
  if (typeof body !== 'object' || body === null) return 'it is not an object'
  const [error] = shape.Errors(body)
  return error === undefined ? 'unknown fault' : `${error.instancePath || 'it'} ${error.message}`
}
