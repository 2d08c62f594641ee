import type { FsrsRating } from '../fsrs.ts'
import {
  type FsrsModel,
  growth,
  lapsedStability,
  leastSameDayDamping,
  leastStability,
  mostStability,
  ratingFactor,
  sameDayChange,
  steppedDifficulty,
  unclampedDifficulty,
} from './fsrs-model.ts'

/** The slopes of the loss by the state before an answer: what one step back gives. Written anew by every step. */
export interface Slopes {
  stability: number
  difficulty: number
  recall: number
}

/** Back through the stability of a recalled answer; `byNext` is the slope by the stability after it. */
export function backThroughPass(
  model: FsrsModel,
  stability: number,
  difficulty: number,
  recall: number,
  rating: FsrsRating,
  byNext: number,
  gradient: Float64Array,
  slopes: Slopes,
): void {
  const grown = growth(model, stability, difficulty, recall, rating)
  // A clamped stability does not move with anything before it.
  const slope = stability * (1 + grown) < mostStability ? byNext : 0
  const gained = slope * stability * grown
  const left = (1 - recall) * model.spacing
  const bySpacing = gained * (1 + 1 / Math.expm1(left))
  add(gradient, 8, gained)
  add(gradient, 9, -gained * Math.log(stability))
  add(gradient, 10, bySpacing * (1 - recall))
  if (rating === 2) add(gradient, 15, gained / ratingFactor(model, rating))
  if (rating === 4) add(gradient, 16, gained / ratingFactor(model, rating))
  slopes.stability = slope * (1 + grown * (1 - model.damping))
  slopes.difficulty = -gained / (11 - difficulty)
  slopes.recall = -bySpacing * model.spacing
}

/** Back through the stability of a forgotten answer. Where it kept as much of the stability as it may, that is moved. */
export function backThroughLapse(
  model: FsrsModel,
  stability: number,
  difficulty: number,
  recall: number,
  byNext: number,
  gradient: Float64Array,
  slopes: Slopes,
): void {
  const lapsed = lapsedStability(model, stability, difficulty, recall)
  const most = stability * model.keptByLapse
  const isKept = lapsed >= most
  const kept = isKept && most > leastStability ? byNext * most : 0
  add(gradient, 17, -kept * model.sameDayOffset)
  add(gradient, 18, -kept * model.sameDayGain)
  const gained = isKept || lapsed < leastStability ? 0 : byNext * lapsed
  const power = Math.exp(model.lapseStability * Math.log(stability + 1))
  const byPower = (gained * power) / (power - 1)
  add(gradient, 11, gained / model.lapseScale)
  add(gradient, 12, -gained * Math.log(difficulty))
  add(gradient, 13, byPower * Math.log(stability + 1))
  add(gradient, 14, gained * (1 - recall))
  slopes.stability = isKept ? kept / stability : (byPower * model.lapseStability) / (stability + 1)
  slopes.difficulty = (-gained * model.lapseDifficulty) / difficulty
  slopes.recall = -gained * model.lapseSpacing
}

/** Back through the stability of a later answer of the same day; gives the slope by the stability before it. */
export function backThroughSameDay(
  model: FsrsModel,
  stability: number,
  rating: FsrsRating,
  byNext: number,
  gradient: Float64Array,
): number {
  const change = sameDayChange(model, stability, rating)
  if (rating !== 1 && change <= 1) return byNext
  const next = stability * change
  if (next < leastStability || next > mostStability) return 0
  const moved = byNext * next
  add(gradient, 17, moved * (rating - 3 + model.sameDayOffset))
  add(gradient, 18, moved * model.sameDayGain)
  if (model.sameDayDamping > leastSameDayDamping) add(gradient, 19, -moved * Math.log(stability))
  return (moved * (1 - model.sameDayDamping)) / stability
}

/** Back through the difficulty; gives the slope by the difficulty before, zero where it was clamped. */
export function backThroughDifficulty(
  model: FsrsModel,
  difficulty: number,
  rating: FsrsRating,
  byNext: number,
  gradient: Float64Array,
): number {
  const next = unclampedDifficulty(model, difficulty, rating)
  if (next < 1 || next > 10) return 0
  const kept = byNext * (1 - model.reversion)
  add(gradient, 4, byNext * model.reversion)
  add(gradient, 5, -byNext * model.reversion * 3 * Math.exp(3 * model.difficultySlope))
  add(gradient, 6, (-kept * (rating - 3) * (10 - difficulty)) / 9)
  add(gradient, 7, byNext * (model.easyDifficulty - steppedDifficulty(model, difficulty, rating)))
  return kept * (1 + (model.difficultyStep * (rating - 3)) / 9)
}

/** Back into the state that the first answer made. */
export function backThroughStart(
  model: FsrsModel,
  rating: FsrsRating,
  byStability: number,
  byDifficulty: number,
  gradient: Float64Array,
): void {
  add(gradient, rating - 1, byStability)
  const raised = Math.exp((rating - 1) * model.difficultySlope)
  const start = model.difficultyStart - raised + 1
  if (start < 1 || start > 10) return
  add(gradient, 4, byDifficulty)
  add(gradient, 5, -byDifficulty * (rating - 1) * raised)
}

/** Adds to one place of a list of sums. */
export function add(target: Float64Array, index: number, amount: number): void {
  target[index] = (target[index] as number) + amount
}
