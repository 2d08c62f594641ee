import type { Day, EpochMs } from '../basics/time.ts'
import type { CardFlag } from '../card/card-flags.ts'
import type { CardId } from '../card/card.ts'
import type { EventId, Grade } from '../schedule/review-event.ts'
import type { CardState } from '../schedule/schedule.ts'
import type { GradePreview, SchedulerSettings } from '../schedule/scheduler.ts'

/** One run through a queue: cards in its order, each asked until it is recalled. A law: no clock, times come with the events. */
export interface Session {
  readonly today: Day
  readonly settings: SchedulerSettings
  readonly cards: ReadonlyMap<CardId, SessionCard>
  /** The order of asking; cards fetched later are put at the end. */
  readonly order: readonly CardId[]
  /** Cards that the server holds and has not handed out yet. */
  readonly beyond: number
  readonly position: Position
  /** Every step of the session that stands, oldest first: what undo walks back. */
  readonly past: readonly Step[]
  /** What was taken back and can be done again, the next one first; a new step forgets it. */
  readonly future: readonly UndoneStep[]
}

export interface SessionCard {
  readonly id: CardId
  readonly state: CardState
  readonly previews: readonly GradePreview[]
  /** What the learner noted about it; a step of the session can change it, and undo changes it back. */
  readonly flag: CardFlag | null
  /** Asked beyond the schedule: its answers are logged and move nothing. */
  readonly practice?: boolean
}

/** Everything an answer changes besides its card, kept together so that undo can put it back in one piece. */
export interface Position {
  /** How many of `order` were brought in. */
  readonly asked: number
  readonly current: CardId | null
  readonly side: 'prompt' | 'answer'
  readonly drills: readonly Drill[]
  readonly answers: number
  /** The grade that was taken back; its key is marked. */
  readonly undoneGrade: Grade | null
}

/** A card that has to come back today, and when. */
export interface Drill {
  readonly cardId: CardId
  readonly dueAt: number
}

interface StepBase {
  readonly eventId: EventId
  readonly today: Day
  /** The card and the place as they were before the step. */
  readonly card: SessionCard
  readonly position: Position
}
export interface AnsweredStep extends StepBase {
  readonly kind: 'answered'
  readonly grade: Grade
  readonly durationMs: number
}
/** What the learner did to a card: an answer, or one of the words that put it aside or mark it. */
export type Step = AnsweredStep | (StepBase & { readonly kind: 'buried' | 'suspended' | 'flagged' })

/** A step that was taken back, with what it led to. */
export interface UndoneStep {
  readonly step: Step
  readonly card: SessionCard
  readonly position: Position
  /** The event that took it back: to do it again, that one is undone. */
  readonly undoneBy: EventId
}

export type SessionEvent =
  | { readonly kind: 'revealed' }
  | {
      readonly kind: 'graded'
      readonly grade: Grade
      readonly at: EpochMs
      readonly eventId: EventId
      readonly durationMs: number
    }
  /** Skipped until `until`, or until told otherwise. */
  | { readonly kind: 'buried'; readonly until: Day; readonly eventId: EventId; readonly at: EpochMs }
  | { readonly kind: 'suspended'; readonly eventId: EventId; readonly at: EpochMs }
  | { readonly kind: 'flagged'; readonly flag: CardFlag; readonly eventId: EventId }
  /** Why the card was flagged, said right after it was: part of the same step. */
  | { readonly kind: 'flagNamed'; readonly flag: CardFlag }
  /**
   * More cards came; what the session already holds is skipped. `beyond` says how many there are now that did not come;
   * without it, fewer by those that came.
   */
  | {
      readonly kind: 'fetched'
      readonly cards: readonly SessionCard[]
      readonly beyond?: number
      readonly at: EpochMs
    }
  /** The server's own queue, after the session began with what this device had kept. */
  | {
      readonly kind: 'refreshed'
      readonly cards: readonly SessionCard[]
      readonly total: number
      readonly at: EpochMs
    }
  /** Another tab or device answered the card: it is not asked here any more. */
  | { readonly kind: 'answeredElsewhere'; readonly cardId: CardId; readonly at: EpochMs }
  /** What the server knows of a card, where it differs from what this page thought. */
  | { readonly kind: 'settled'; readonly cardId: CardId; readonly state: CardState }
  /** A study day began: drill ends with its day, and every label is worked out again. */
  | { readonly kind: 'dayBegan'; readonly today: Day; readonly at: EpochMs }

export interface SessionStart {
  readonly today: Day
  readonly at: EpochMs
  readonly settings: SchedulerSettings
  /** Every card due in this scope, those not handed out yet among them. */
  readonly total: number
}
