import type { Grade } from './review-event.ts'

/** What FSRS knows of one card: days until recall falls to 90 %, and how hard it is, 1 to 10. */
export interface Memory {
  readonly stability: number
  readonly difficulty: number
}

/** A model of memory with its parameters, as the scheduler asks it. Pure. */
export interface MemoryModel {
  /** The memory after an answer, `elapsedDays` study days after the last repetition; null before the first. */
  readonly next: (memory: Memory | null, elapsedDays: number, grade: Grade) => Memory
  /** Whole days, at least one, until recall falls to what the learner wants. */
  readonly intervalDays: (stability: number) => number
  /** The chance of recall `elapsedDays` after the last repetition. */
  readonly recall: (elapsedDays: number, stability: number) => number
}

/**
 * Who decides when a card returns. The log does not depend on it: a change of scheduler folds the same log anew. FSRS
 * comes as a model, so that a page that schedules by SM-2 never loads it.
 */
export type Scheduler = { readonly kind: 'sm2' } | { readonly kind: 'fsrs'; readonly model: MemoryModel }

export const sm2Scheduler: Scheduler = { kind: 'sm2' }
