import { curveFactor } from '../forgetting-curve.ts'
import type { FsrsRating } from '../fsrs.ts'

/**
 * FSRS-6 once more, in plain numbers, for the two places that step it millions of times: fitting, which also needs its
 * derivatives, and the hidden memory of the simulator. Schedules come from `nextFsrs`; a test holds both to each other.
 * The names are ours for w0 … w20 (the algorithm page of open-spaced-repetition's fsrs4anki wiki).
 */
export interface FsrsModel {
  readonly initialStability: readonly number[]
  readonly difficultyStart: number
  readonly difficultySlope: number
  readonly difficultyStep: number
  readonly reversion: number
  readonly easyDifficulty: number
  readonly gain: number
  readonly damping: number
  readonly spacing: number
  readonly lapseScale: number
  readonly lapseDifficulty: number
  readonly lapseStability: number
  readonly lapseSpacing: number
  readonly hardFactor: number
  readonly easyFactor: number
  /** w17 to w19: what a later answer of the same day does. */
  readonly sameDayGain: number
  readonly sameDayOffset: number
  readonly sameDayDamping: number
  /** The most that a lapse leaves of a stability. */
  readonly keptByLapse: number
  readonly decay: number
  readonly factor: number
}

export const leastStability = 0.001
export const mostStability = 36_500
/** ts-fsrs starts no card below this. */
export const leastInitialStability = 0.1
/** ts-fsrs lets w19 be no less. */
export const leastSameDayDamping = 0.01

/** The model of 21 parameters, with what is the same in every step worked out once. */
export function fsrsModel(parameters: ArrayLike<number>): FsrsModel {
  const w = (index: number) => parameters[index] as number
  return {
    initialStability: [0, 1, 2, 3].map((rating) => Math.max(leastInitialStability, w(rating))),
    difficultyStart: w(4),
    difficultySlope: w(5),
    difficultyStep: w(6),
    reversion: w(7),
    easyDifficulty: w(4) - Math.exp(3 * w(5)) + 1,
    gain: Math.exp(w(8)),
    damping: w(9),
    spacing: w(10),
    lapseScale: w(11),
    lapseDifficulty: w(12),
    lapseStability: w(13),
    lapseSpacing: w(14),
    hardFactor: w(15),
    easyFactor: w(16),
    sameDayGain: w(17),
    sameDayOffset: w(18),
    sameDayDamping: Math.max(leastSameDayDamping, w(19)),
    keptByLapse: Math.exp(-w(17) * w(18)),
    decay: w(20),
    factor: curveFactor(w(20)),
  }
}

/** S₀ = w(rating − 1). */
export function initialStability(model: FsrsModel, rating: FsrsRating): number {
  return model.initialStability[rating - 1] as number
}

/** D₀ = w4 − e^(w5·(rating − 1)) + 1, within 1 to 10. */
export function initialDifficulty(model: FsrsModel, rating: FsrsRating): number {
  return clamp(model.difficultyStart - Math.exp((rating - 1) * model.difficultySlope) + 1, 1, 10)
}

/** R = (1 + F·Δ/S)^(−w20). */
export function modelRecall(model: FsrsModel, elapsedDays: number, stability: number): number {
  return Math.exp(-model.decay * Math.log(1 + (model.factor * elapsedDays) / stability))
}

/** S after an answer: `S·(1 + growth)` when recalled, the post-lapse stability (never above S·e^(−w17·w18)) when not. */
export function nextStability(
  model: FsrsModel,
  stability: number,
  difficulty: number,
  recall: number,
  rating: FsrsRating,
): number {
  const next =
    rating === 1
      ? Math.min(stability * model.keptByLapse, lapsedStability(model, stability, difficulty, recall))
      : stability * (1 + growth(model, stability, difficulty, recall, rating))
  return clamp(next, leastStability, mostStability)
}

/** S after a later answer of the same day; one that recalled takes nothing away. */
export function sameDayStability(model: FsrsModel, stability: number, rating: FsrsRating): number {
  const change = sameDayChange(model, stability, rating)
  return clamp(stability * (rating === 1 ? change : Math.max(1, change)), leastStability, mostStability)
}

/** S^(−w19)·e^(w17·(rating − 3 + w18)). */
export function sameDayChange(model: FsrsModel, stability: number, rating: FsrsRating): number {
  return Math.exp(
    model.sameDayGain * (rating - 3 + model.sameDayOffset) - model.sameDayDamping * Math.log(stability),
  )
}

/** e^w8·(11 − D)·S^(−w9)·(e^(w10·(1 − R)) − 1), times w15 for Hard and w16 for Easy. */
export function growth(
  model: FsrsModel,
  stability: number,
  difficulty: number,
  recall: number,
  rating: FsrsRating,
): number {
  const damped = model.gain * (11 - difficulty) * Math.exp(-model.damping * Math.log(stability))
  return damped * (Math.exp((1 - recall) * model.spacing) - 1) * ratingFactor(model, rating)
}

/** w11·D^(−w12)·((S + 1)^w13 − 1)·e^(w14·(1 − R)). */
export function lapsedStability(
  model: FsrsModel,
  stability: number,
  difficulty: number,
  recall: number,
): number {
  return (
    model.lapseScale *
    Math.exp(-model.lapseDifficulty * Math.log(difficulty) + model.lapseSpacing * (1 - recall)) *
    (Math.exp(model.lapseStability * Math.log(stability + 1)) - 1)
  )
}

/** D after an answer: a damped step by the rating, drawn a little towards D₀(Easy), within 1 to 10. */
export function nextDifficulty(model: FsrsModel, difficulty: number, rating: FsrsRating): number {
  return clamp(unclampedDifficulty(model, difficulty, rating), 1, 10)
}

/** The same before it is clamped. */
export function unclampedDifficulty(model: FsrsModel, difficulty: number, rating: FsrsRating): number {
  return (
    model.reversion * model.easyDifficulty +
    (1 - model.reversion) * steppedDifficulty(model, difficulty, rating)
  )
}

/** D − w6·(rating − 3)·(10 − D)/9. */
export function steppedDifficulty(model: FsrsModel, difficulty: number, rating: FsrsRating): number {
  return difficulty - (model.difficultyStep * (rating - 3) * (10 - difficulty)) / 9
}

/** What Hard takes from the growth and Easy adds to it. */
export function ratingFactor(model: FsrsModel, rating: FsrsRating): number {
  return rating === 2 ? model.hardFactor : rating === 4 ? model.easyFactor : 1
}

function clamp(value: number, least: number, most: number): number {
  return value < least ? least : value > most ? most : value
}
