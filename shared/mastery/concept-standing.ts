import type { Day, EpochMs } from '../basics/time.ts'
import type { CardId, CardKind } from '../card/card.ts'
import type { FactKey } from '../fact/fact.ts'
import type { Scheduler } from '../schedule/memory-model.ts'
import type { RecallFit } from '../schedule/predicted-recall.ts'
import type { LoggedEvent } from '../schedule/review-event.ts'
import type { CardState } from '../schedule/schedule.ts'
import type { Level } from './levels.ts'
import type { FactStanding } from './mastery-sums.ts'

/** Why a level moved. */
export type LevelCause =
  | { readonly kind: 'started' }
  /** So many facts were recalled that day. */
  | { readonly kind: 'recalled'; readonly facts: number }
  | { readonly kind: 'failed'; readonly facts: number }
  /** Nothing was reviewed for so long that the predicted recall sank under what the level bears. */
  | { readonly kind: 'faded'; readonly recall: number }
  /** More facts are asked about, of which nothing is shown yet. */
  | { readonly kind: 'more_asked' }

/** A level as it is held. */
export interface HeldLevel {
  readonly level: Level
  /** Since when it is not proven in full any more; null while it is. */
  readonly missedSince: Day | null
}

/** One step in the history of a concept's level. */
export interface LevelChange {
  readonly on: Day
  readonly from: Level
  readonly to: Level
  readonly why: LevelCause
}

/** How many facts would have been recalled on a day, and how far the 90 % range reached to either side. */
export interface TrendPoint {
  /** As `dayNumber` counts. */
  readonly on: number
  readonly recall: number
  readonly reach: number
}

/**
 * How a concept stands after the last event of its log: what is kept of it, so that one more answer is one step. It does
 * not hang on today: `conceptMastery` says what it amounts to on a day.
 */
export interface ConceptStanding {
  readonly facts: readonly FactStanding[]
  /** The last study day of its log; null before the first event. */
  readonly day: Day | null
  /** The level at the beginning of that day, and after its answers so far. */
  readonly before: HeldLevel
  readonly held: HeldLevel
  /** How the level moved before that day. */
  readonly history: readonly LevelChange[]
  /** What would have been recalled of it in the weeks before that day. */
  readonly trend: readonly TrendPoint[]
  /** The place of its newest event in the order of the fold. */
  readonly newest: { readonly time: number; readonly id: string } | null
}

/** What the standing is folded with. */
export interface MasteryRules {
  readonly scheduler: Scheduler
  readonly fit: RecallFit
}

/** A fact with the logs of the cards that ask for it. */
export interface LoggedFact {
  readonly key: FactKey
  /** When the fact came in; null where nobody knows. */
  readonly madeAt: EpochMs | null
  readonly cards: readonly LoggedCard[]
}

/** A card with its log. */
export interface LoggedCard {
  readonly id: CardId
  readonly kind: CardKind
  readonly log: readonly LoggedEvent[]
}

/** One event of a card, with the state that the card's own fold comes to by it. */
export interface CardStep {
  /** The place of its fact and of the card among the cards of that fact. */
  readonly fact: number
  readonly card: number
  readonly logged: LoggedEvent
  readonly state: CardState
}

/** A concept without facts, of which nothing was answered. */
export const untouched: ConceptStanding = {
  facts: [],
  day: null,
  before: { level: 0, missedSince: null },
  held: { level: 0, missedSince: null },
  history: [],
  trend: [],
  newest: null,
}
