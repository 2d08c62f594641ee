/** The levels of a concept, in words. The index is the level. */
export const levelNames = ['Unseen', 'Started', 'Familiar', 'Solid', 'Durable', 'Lasting'] as const

export interface LevelRule {
  /** Share of the concept's facts that were answered. */
  readonly answered: number
  /** Share of the facts whose longest bridged gap reaches `gapDays`. */
  readonly provenShare: number
  readonly gapDays: number
  /** Mean predicted recall now over all facts, unseen ones 0. */
  readonly recall: number
  /** Successes in another form asked for, one per this many facts; 0 for none. */
  readonly factsPerOtherForm: number
}

/** What each level from 2 on asks for, all of it. Tuned on nobody's log yet: these are ours, named so that they can be. */
export const levelRules: readonly LevelRule[] = [
  { answered: 0, provenShare: 0, gapDays: 0, recall: 0, factsPerOtherForm: 0 },
  { answered: 0, provenShare: 0, gapDays: 0, recall: 0, factsPerOtherForm: 0 },
  { answered: 0.6, provenShare: 0.6, gapDays: 1, recall: 0.7, factsPerOtherForm: 0 },
  { answered: 0.8, provenShare: 0.8, gapDays: 7, recall: 0.8, factsPerOtherForm: 0 },
  { answered: 0.9, provenShare: 0.9, gapDays: 21, recall: 0.85, factsPerOtherForm: 4 },
  { answered: 0.9, provenShare: 0.9, gapDays: 90, recall: 0.85, factsPerOtherForm: 4 },
]

/** Below either, a level is thin evidence and says so. */
export const thinFacts = 3
export const thinAnswers = 5
