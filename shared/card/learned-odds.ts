import type { EpochMs } from '../basics/time.ts'
import type { CardId } from './card.ts'

/** From when on a learner's decisions teach which cards they want. */
export interface TasteReset {
  readonly at: EpochMs
  /** Cards that were suspended or flagged then: their state says nothing any more. */
  readonly cards: readonly CardId[]
}
