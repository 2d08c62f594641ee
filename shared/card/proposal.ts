import type { CardKind } from './card.ts'

/** A question that a fact could be asked with, before it is checked, scored and given its key. */
export interface Proposal {
  readonly kind: CardKind
  /** What tells two cards of one kind and fact apart; '' when there is one. */
  readonly slot: string
  readonly front: string
  readonly back: string
  readonly accepted?: readonly string[]
  /** How well the form suits the fact: siblings compete, the best three stay. */
  readonly score: number
}
