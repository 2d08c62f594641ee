import type { Day } from '../basics/time.ts'
import type { ConceptStanding } from './concept-standing.ts'
import { isMissed, isSlipping } from './held-level.ts'
import { countFailedSince, firstDayOf, levelUntil } from './level-history.ts'
import { type Level, levelRules, slippingUnder } from './levels.ts'
import { lastingRecall, sumFacts } from './mastery-sums.ts'

/** Why a level is on its way to be lost. */
export type SlipCause =
  | { readonly kind: 'failed'; readonly facts: number }
  /** More facts are asked about, of which nothing is shown yet. */
  | { readonly kind: 'more_asked' }
  /** So many of the answered facts would be recalled; the level asks for more. */
  | { readonly kind: 'faded'; readonly recall: number; readonly wanted: number; readonly answered: number }

/** A level on its way to be lost: since when, and why. */
export interface Slip {
  readonly level: Level
  readonly on: Day
  /** The answers of that day left it slipping: it may have begun to before them. */
  readonly isAtLatest: boolean
  readonly why: SlipCause
}

/** Since when a concept is slipping, and why. Law: null exactly where `conceptMastery` does not call it slipping. */
export function slippingSince(standing: ConceptStanding, today: Day): Slip | null {
  const { facts, day } = standing
  const sums = sumFacts(facts, today)
  const { changes, held } = levelUntil(standing, today, sums)
  const { level, missedSince } = held
  const rule = levelRules.find((one) => one.level === level)
  if (rule === undefined || !isSlipping(level, sums)) return null
  if (isMissed(level, sums)) {
    const on = missedSince ?? today
    const failed = countFailedSince(facts, on)
    const why: SlipCause = failed > 0 ? { kind: 'failed', facts: failed } : { kind: 'more_asked' }
    return { level, on, isAtLatest: false, why }
  }
  const isUnder = (on: Day) => lastingRecall(sumFacts(facts, on)) < rule.recall - slippingUnder
  // Recall only sinks after the last answer, and a level that was lost since stands under its own line.
  const from = [day ?? today, changes.at(-1)?.on ?? today].reduce((a, b) => (a > b ? a : b))
  const isAtLatest = from >= today || isUnder(from)
  const answered = sums.recallableAnswered
  const why: SlipCause = {
    kind: 'faded',
    recall: sums.lasting,
    wanted: rule.recall * answered,
    answered,
  }
  return { level, on: isAtLatest ? from : firstDayOf(isUnder, from, today), isAtLatest, why }
}
