import type { Day } from '../basics/time.ts'
import type { CardId } from '../card/card.ts'
import type { Reviewed } from './review-event.ts'
import type { FsrsSchedule, Schedule, Scheduled } from './schedule.ts'

/** What FSRS knows of one card: days until recall falls to 90 %, and how hard it is, 1 to 10. */
export interface Memory {
  readonly stability: number
  readonly difficulty: number
}

/** What a schedule takes from an answer. Without a card the scheduler's own setting counts, not that of the card's place. */
export type ScheduledAnswer = Pick<Reviewed, 'grade' | 'plannedDueOn'> & Partial<Pick<Reviewed, 'cardId'>>

/** FSRS as the scheduler asks it. Pure. */
export interface FsrsScheduler {
  readonly kind: 'fsrs'
  /** The scope with a setting of its own in which a card lies. */
  readonly scopeOf: (card: CardId) => string | undefined
  /** The schedule after a repetition on `day`; whatever is not FSRS' own has not begun. */
  readonly repeat: (schedule: Schedule, answer: ScheduledAnswer, day: Day, lapses: number) => FsrsSchedule
  /** The schedule after a later answer of the same day: memory moves, everything else stays. */
  readonly drill: (schedule: Scheduled, answer: ScheduledAnswer) => Scheduled
}

/**
 * Who decides when a card returns. The log does not depend on it: a change of scheduler folds the same log anew. FSRS
 * comes as a value, so that a page that schedules by SM-2 never loads it.
 */
export type Scheduler = { readonly kind: 'sm2' } | FsrsScheduler

export const sm2Scheduler: Scheduler = { kind: 'sm2' }
