import type { ConceptChangeBody } from '../../../shared/api/changes.ts'
import type { ConceptReply } from '../../../shared/api/concepts.ts'

/** Tells the server what the learner says about concepts; resolves when it is done, or could not be. */
export type ChangeByHand = (body: ConceptChangeBody, words: string) => Promise<void>

/** What every tool for setting a concept right by hand is given. */
export interface ConceptToolsProps {
  readonly concept: ConceptReply
  readonly change: ChangeByHand
}
