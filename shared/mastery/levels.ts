/** The levels of a concept, in words. The index is the level. */
export const levelNames = ['Unseen', 'Started', 'Familiar', 'Solid', 'Durable', 'Lasting'] as const
export type Level = 0 | 1 | 2 | 3 | 4 | 5

/** What must have been shown of a fact. */
export type LevelProof =
  /** Recalled once, on a later day than it was seen. What was shown so stays shown. */
  | { readonly kind: 'recalled_later' }
  /** Recalled at the first try so many days after it was last seen, and not failed since. */
  | { readonly kind: 'gap'; readonly days: number }

/** What a level asks of the facts that a card asks about; each level asks for those below it, too. */
export interface LevelRule {
  readonly level: 2 | 3 | 4 | 5
  /** Share of the facts that were answered. */
  readonly answered: number
  /** Share of the facts that have the proof. */
  readonly proven: number
  readonly proof: LevelProof
  /** Mean predicted recall of the facts that were answered: what nobody asked yet is no sign of forgetting. */
  readonly recall: number
  /** One in so many facts recalled in another form; 0 for none. */
  readonly factsPerOtherForm: number
}

/**
 * What the levels from Familiar on ask for, all of it. Started asks for one answer. Shares are of the facts that a card asks
 * about, so that each level can be reached by answering; how many facts there are besides, coverage says.
 */
export const levelRules: readonly LevelRule[] = [
  {
    level: 2,
    answered: 0.6,
    proven: 0.6,
    proof: { kind: 'recalled_later' },
    recall: 0.7,
    factsPerOtherForm: 0,
  },
  {
    level: 3,
    answered: 0.8,
    proven: 0.8,
    proof: { kind: 'gap', days: 7 },
    recall: 0.8,
    factsPerOtherForm: 0,
  },
  {
    level: 4,
    answered: 0.9,
    proven: 0.9,
    proof: { kind: 'gap', days: 21 },
    recall: 0.85,
    factsPerOtherForm: 4,
  },
  {
    level: 5,
    answered: 0.9,
    proven: 0.9,
    proof: { kind: 'gap', days: 90 },
    recall: 0.85,
    factsPerOtherForm: 4,
  },
]

/** So far under the line of its level, a concept is slipping: it keeps the level, and says so. */
export const slippingUnder = 0.05
/** So far under the line, the level is lost without an answer that failed. */
export const lostUnder = 0.15

/** A level that misses its shares by no more than this is kept for so many days, slipping, and lost with the last of them. */
export const missedBy = 0.1
export const graceDays = 7
/** What was lost by a failure is not given back sooner: a level that comes and goes says nothing. */
export const returnsAfterDays = 8

/** Below either, a level is thin evidence and says so. */
export const thinFacts = 3
export const thinAnswers = 5

/** How far the horizon lies: what would be recalled then without a further review. */
export const horizonDays = 30
/** The normal quantile of the 90 % range. */
export const rangeQuantile = 1.645

/** How many of `facts` make a share of them. */
export function shareOf(share: number, facts: number): number {
  // Shares of ten and five are no exact binary numbers: 0.6 of 5 is 3, not a hair more.
  return Math.ceil(share * facts - 1e-9)
}
