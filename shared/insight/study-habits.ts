import type { CardHistory, CountedAnswer } from '../schedule/card-history.ts'
import { ratingOf } from '../schedule/fsrs.ts'

/** One number for each of the keys again, hard, good, easy. */
export type PerRating = readonly [again: number, hard: number, good: number, easy: number]

/** How a learner answers: what the simulator cannot know from memory alone. */
export interface StudyHabits {
  /** Chances of the keys at a card's first answer. */
  readonly firstRatings: PerRating
  /** Chances of the keys where a card was recalled; again has none. */
  readonly recalledRatings: PerRating
  /** Seconds that a card takes on its first day, drill included, by its first key. */
  readonly firstSeconds: PerRating
  /** Seconds that a card takes on any later day. */
  readonly reviewSeconds: PerRating
}

/** What is assumed of a learner without a log (the defaults of fsrs-rs' simulator, from many Anki users). */
export const usualHabits: StudyHabits = {
  firstRatings: [0.24, 0.094, 0.495, 0.171],
  recalledRatings: [0, 0.224, 0.631, 0.145],
  firstSeconds: [33.8, 24.3, 13.7, 6.5],
  reviewSeconds: [23, 11.7, 7.3, 5.6],
}

/** A log of n answers counts n/(50 + n), the usual habits the rest. */
const usualWeight = 50
/** A card left open over lunch says nothing of what cards cost. */
const longestMs = 120_000

/** A learner's habits from the log, each drawn towards the usual one as far as few answers speak for it. */
export function estimateHabits(histories: readonly CardHistory[]): StudyHabits {
  const firsts = byRating(histories.flatMap((history) => history.slice(0, 1)))
  const later = byRating(histories.flatMap((history) => history.slice(1)))
  const recalled = [[], ...later.slice(1)]
  return {
    firstRatings: shares(firsts, usualHabits.firstRatings),
    recalledRatings: shares(recalled, usualHabits.recalledRatings),
    firstSeconds: meanSeconds(firsts, usualHabits.firstSeconds),
    reviewSeconds: meanSeconds(later, usualHabits.reviewSeconds),
  }
}

function byRating(answers: readonly CountedAnswer[]): CountedAnswer[][] {
  const groups: CountedAnswer[][] = [[], [], [], []]
  for (const answer of answers) groups[ratingOf(answer.grade) - 1]?.push(answer)
  return groups
}

function shares(groups: readonly (readonly unknown[])[], usual: PerRating): PerRating {
  const all = groups.reduce((sum, group) => sum + group.length, 0)
  return perRating(
    (rating) => ((groups[rating]?.length ?? 0) + usualWeight * usual[rating]) / (all + usualWeight),
  )
}

function meanSeconds(groups: readonly (readonly CountedAnswer[])[], usual: PerRating): PerRating {
  return perRating((rating) => {
    const group = groups[rating] ?? []
    const seconds = group.reduce((sum, { durationMs }) => sum + Math.min(longestMs, durationMs) / 1000, 0)
    return (seconds + usualWeight * usual[rating]) / (group.length + usualWeight)
  })
}

function perRating(value: (rating: 0 | 1 | 2 | 3) => number): PerRating {
  return [value(0), value(1), value(2), value(3)]
}
