import { CLAMP_PARAMETERS, FSRSAlgorithm, W17_W18_Ceiling, default_w } from 'ts-fsrs'
import { recallAfter, relativeElapsedAt } from './forgetting-curve.ts'
import type { Memory } from './memory-model.ts'
import type { Grade } from './review-event.ts'
import { maxIntervalDays } from './schedule.ts'

/** The 21 numbers w0 … w20 of FSRS-6. A list never changes: other numbers are another list. */
export type FsrsParameters = readonly number[]

/** FSRS's verdict: again, hard, good, easy. */
export type FsrsRating = 1 | 2 | 3 | 4

/** What FSRS-6 assumes of everybody: the means of some ten thousand learners (open-spaced-repetition). */
export const defaultFsrsParameters: FsrsParameters = default_w

/** The chance of recall on the due day that a learner may ask for. */
export const desiredRetention = { least: 0.7, most: 0.97, usual: 0.9 } as const

/** What each of the 21 numbers may be: what optimisers give that model no same-day answers (w17 to w19 of 0) is among it. */
export const fsrsBounds: readonly (readonly [least: number, most: number])[] = CLAMP_PARAMETERS(
  W17_W18_Ceiling,
  false,
).map(([least = 0, most = 0]) => [least, most])

/** Whether numbers from outside are parameters that the model can run on. */
export function isFsrsParameters(numbers: readonly number[]): boolean {
  return (
    numbers.length === fsrsBounds.length &&
    fsrsBounds.every(([least, most], index) => {
      const number = numbers[index] ?? Number.NaN
      return number >= least && number <= most
    })
  )
}

/**
 * The parameters with no first answer leaving a card less stable than a worse one would. A fit to few first answers may say
 * so, and then Hard would come later than Good. Good stays as it is: most first answers are.
 */
export function withStartsInOrder(parameters: FsrsParameters): FsrsParameters {
  const [again = 0, hard = 0, good = 0, easy = 0, ...others] = parameters
  const atMostGood = Math.min(hard, good)
  return [Math.min(again, atMostGood), atMostGood, good, Math.max(easy, good), ...others]
}

/** Grades 0, 1 and 2 are Again, 3 is Hard, 4 Good, 5 Easy. */
export function ratingOf(grade: Grade): FsrsRating {
  return Math.max(1, grade - 1) as FsrsRating
}

/** The grades of the four keys. */
export function gradeOf(rating: FsrsRating): Grade {
  return (rating + 1) as Grade
}

/**
 * Next state by FSRS-6, `elapsedDays` study days after the answer before; `memory` is null for a new card. A later answer
 * of the same day (elapsed 0, or less when a zone jumped back) is drill: it moves memory by the model's short-term step.
 * An early answer on a later study day, passed or failed, is a repetition with its true elapsed days, and so is a late one:
 * the model knows what either is worth, so SM-2's "early pass changes nothing" does not hold here. Never throws.
 */
export function nextFsrs(
  memory: Memory | null,
  elapsedDays: number,
  grade: Grade,
  parameters: FsrsParameters,
): Memory {
  const elapsed = memory === null ? 0 : Math.max(0, elapsedDays)
  const next = algorithmOf(parameters).next_state(memory, elapsed, ratingOf(grade))
  return { stability: rounded(next.stability), difficulty: rounded(next.difficulty) }
}

/** Whole days until recall falls to the desired retention: at least one, at most `maxIntervalDays`. */
export function fsrsIntervalDays(stability: number, retention: number, parameters: FsrsParameters): number {
  const wanted = Math.min(desiredRetention.most, Math.max(desiredRetention.least, retention))
  const days = Math.round(stability * relativeElapsedAt(wanted, decayOf(parameters)))
  return Math.min(maxIntervalDays, Math.max(1, days))
}

/** The chance of recall `elapsedDays` after the last repetition: R = (1 + F·Δ/S)^(−w20), F = 0.9^(−1/w20) − 1. */
export function fsrsRecall(elapsedDays: number, stability: number, parameters: FsrsParameters): number {
  return recallAfter(Math.max(0, elapsedDays) / stability, decayOf(parameters))
}

function decayOf(parameters: FsrsParameters): number {
  return parameters[20] as number
}

// Making an algorithm costs far more than a step, and a fold steps thousands of times with one list.
const algorithms = new WeakMap<FsrsParameters, FSRSAlgorithm>()

function algorithmOf(parameters: FsrsParameters): FSRSAlgorithm {
  const known = algorithms.get(parameters)
  if (known !== undefined) return known
  const made = new FSRSAlgorithm({ w: [...withStartsInOrder(parameters)], enable_short_term: true })
  algorithms.set(parameters, made)
  return made
}

// Eight digits, so that machines whose exp and pow differ in the last bit still fold to the same bytes.
function rounded(value: number): number {
  return Math.round(value * 1e8) / 1e8
}
