import type { CardContent } from './card.ts'
import type { LintReason } from './lint-rule.ts'

/** A question that a fact could be asked with, before it is checked, scored and given its key. */
export interface Proposal {
  readonly content: CardContent
  /** What tells two cards of one kind and fact apart; left out when there is one. */
  readonly slot?: string
  readonly accepted?: readonly string[]
  /** How well the form suits the fact: siblings compete, the best three stay. */
  readonly score: number
  /** Why the card waits for its owner, where its fact makes it doubtful and not its words. */
  readonly doubt?: LintReason
}
