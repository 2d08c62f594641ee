import { standingEvents } from './fold-reviews.ts'
import { type LoggedEvent, type ReviewEvent, foldTime } from './review-event.ts'

type Kind = ReviewEvent['kind']

/** The kinds of event of which the latest counts beside one of this kind. */
const rivals: Readonly<Record<Exclude<Kind, 'reviewed' | 'undone'>, readonly Kind[]>> = {
  reset: ['reviewed', 'reset', 'dueSet'],
  dueSet: ['reviewed', 'reset', 'dueSet'],
  suspended: ['suspended', 'resumed'],
  resumed: ['suspended', 'resumed'],
  buried: ['buried'],
  schedulerChanged: ['schedulerChanged'],
}

/**
 * The standing events of a log that would hide one of this kind if it were said now: they lie ahead, because the clock of
 * the server ran ahead when they came. Time cannot be put right later, for the log is never changed, but they can be undone.
 */
export function eventsAhead(
  log: readonly LoggedEvent[],
  kind: keyof typeof rivals,
  now: number,
): LoggedEvent[] {
  return standingEvents(log).filter(
    (logged) =>
      foldTime(logged) > now && rivals[kind].includes(logged.event.kind) && !isPractice(logged.event),
  )
}

function isPractice(event: ReviewEvent): boolean {
  return event.kind === 'reviewed' && event.effect === 'none'
}
