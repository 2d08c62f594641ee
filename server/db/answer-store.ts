import type { Settings } from '../../shared/api/settings.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { EventId, LearnerId, LogDigest, LoggedEvent } from '../../shared/schedule/review-event.ts'
import type { CardState } from '../../shared/schedule/schedule.ts'
import type { Day } from '../../shared/basics/time.ts'
import type { DayCounts } from '../../shared/insight/count-day.ts'

/** An event with the server's own fields. `cardId` of an `undone` is the card of what it undid. */
export interface StoredEvent extends LoggedEvent {
  readonly receivedAt: NonNullable<LoggedEvent['receivedAt']>
  readonly cardId: CardId | null
}

/** A card's cached fold with the place in the order up to which it was folded. */
export interface StoredState {
  readonly state: CardState
  readonly newestTime: number
  readonly newestId: string
}

/**
 * The answer path's questions, prepared once: through a query builder each answer would cost more than twice as much.
 * One file per engine implements it. Everything runs inside `inOneCommit`.
 */
export interface AnswerStore {
  inOneCommit<Result>(work: () => Result): Result
  findEvent(learnerId: LearnerId, id: EventId): StoredEvent | null
  /** Null for a card that is not stored: every card has a state, a new one too. */
  findState(learnerId: LearnerId, cardId: CardId): StoredState | null
  readCardLog(learnerId: LearnerId, cardId: CardId): StoredEvent[]
  cardsAnsweredOn(learnerId: LearnerId, day: Day): CardId[]
  /** Events in the order in which they arrived, after a position that an earlier call gave (0 for all). */
  readLogAfter(
    learnerId: LearnerId,
    position: number,
    limit: number,
  ): { readonly events: StoredEvent[]; readonly position: number }
  insertEvent(stored: StoredEvent): void
  saveState(learnerId: LearnerId, cardId: CardId, stored: StoredState): void
  addToDay(learnerId: LearnerId, day: Day, counts: DayCounts): void
  replaceDay(learnerId: LearnerId, day: Day, counts: DayCounts): void
  readLearner(learnerId: LearnerId): {
    readonly log: LogDigest
    readonly settings: Partial<Settings>
    readonly profile: string
  }
  hasProfile(learnerId: LearnerId, profile: string): boolean
  /** Every change of scheduler in the log, and what undid one. */
  readSchedulerLog(learnerId: LearnerId): StoredEvent[]
  saveDigest(learnerId: LearnerId, digest: LogDigest): void
}
