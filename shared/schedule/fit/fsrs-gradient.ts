import type { FsrsRating } from '../fsrs.ts'
import {
  type FsrsModel,
  initialDifficulty,
  initialStability,
  modelRecall,
  nextDifficulty,
  nextStability,
  sameDayStability,
} from './fsrs-model.ts'
import {
  type Slopes,
  add,
  backThroughDifficulty,
  backThroughLapse,
  backThroughPass,
  backThroughSameDay,
  backThroughStart,
} from './fsrs-slopes.ts'

/**
 * Answers of many cards one after another, as fitting reads them. A card's first answer has weight 0: nothing predicted it.
 * So have the later ones of a day, which the model learns from and does not predict.
 */
export interface AnswerSequences {
  /** Where each card begins, and where the last one ends. */
  readonly starts: Int32Array
  /** Days since the answer before; 0 for a later one of the same day. */
  readonly elapsedDays: Float64Array
  readonly rating: Uint8Array
  /** How much the answer's loss counts. */
  readonly weight: Float64Array
}

/** The states on the way through one card, kept for the way back. */
export interface Tape {
  readonly stability: Float64Array
  readonly difficulty: Float64Array
  readonly recall: Float64Array
  readonly slopes: Slopes
}

/** Room for sequences of up to `length` answers. */
export function newTape(length: number): Tape {
  const room = () => new Float64Array(length + 1)
  return {
    stability: room(),
    difficulty: room(),
    recall: room(),
    slopes: { stability: 0, difficulty: 0, recall: 0 },
  }
}

/**
 * The weighted log loss of one card's answers, Σ −weight·ln(chance of what happened), with its derivative by each of the
 * 21 parameters added to `gradient`. Forward through the model, then back by the chain rule (reverse mode), so a
 * sequence costs two walks however many parameters there are.
 */
export function addLossGradient(
  model: FsrsModel,
  sequences: AnswerSequences,
  card: number,
  tape: Tape,
  gradient: Float64Array,
): number {
  const from = sequences.starts[card] as number
  const to = sequences.starts[card + 1] as number
  if (to - from < 2) return 0
  const loss = walkForward(model, sequences, from, to, tape)
  const { slopes } = tape
  let byStability = 0
  let byDifficulty = 0
  for (let at = to - 1; at > from; at--) {
    const step = at - from
    const rating = sequences.rating[at] as FsrsRating
    const stability = tape.stability[step] as number
    const difficulty = tape.difficulty[step] as number
    byDifficulty = backThroughDifficulty(model, difficulty, rating, byDifficulty, gradient)
    if (sequences.elapsedDays[at] === 0) {
      byStability = backThroughSameDay(model, stability, rating, byStability, gradient)
      continue
    }
    const recall = tape.recall[step] as number
    if (rating === 1) backThroughLapse(model, stability, difficulty, recall, byStability, gradient, slopes)
    else backThroughPass(model, stability, difficulty, recall, rating, byStability, gradient, slopes)
    const byRecall = slopes.recall + lossSlope(recall, rating) * (sequences.weight[at] as number)
    const elapsed = (model.factor * (sequences.elapsedDays[at] as number)) / stability
    byStability = slopes.stability + byRecall * slopeByStability(model, recall, elapsed, stability)
    add(gradient, 20, byRecall * slopeByDecay(model, recall, elapsed))
    byDifficulty += slopes.difficulty
  }
  backThroughStart(model, sequences.rating[from] as FsrsRating, byStability, byDifficulty, gradient)
  return loss
}

function walkForward(
  model: FsrsModel,
  sequences: AnswerSequences,
  from: number,
  to: number,
  tape: Tape,
): number {
  const first = sequences.rating[from] as FsrsRating
  let stability = initialStability(model, first)
  let difficulty = initialDifficulty(model, first)
  let loss = 0
  for (let at = from + 1; at < to; at++) {
    const rating = sequences.rating[at] as FsrsRating
    const elapsedDays = sequences.elapsedDays[at] as number
    tape.stability[at - from] = stability
    tape.difficulty[at - from] = difficulty
    if (elapsedDays === 0) stability = sameDayStability(model, stability, rating)
    else {
      const recall = modelRecall(model, elapsedDays, stability)
      tape.recall[at - from] = recall
      loss -= (sequences.weight[at] as number) * Math.log(rating === 1 ? 1 - recall : recall)
      stability = nextStability(model, stability, difficulty, recall, rating)
    }
    difficulty = nextDifficulty(model, difficulty, rating)
  }
  return loss
}

/** d(loss)/dR of one answer. */
function lossSlope(recall: number, rating: FsrsRating): number {
  return rating === 1 ? 1 / (1 - recall) : -1 / recall
}

/** dR/dS, where `elapsed` is F·Δ/S. */
function slopeByStability(model: FsrsModel, recall: number, elapsed: number, stability: number): number {
  return (model.decay * recall * elapsed) / ((1 + elapsed) * stability)
}

/** dR/dw20; F moves with it, dF/dw20 = (F + 1)·ln 0.9/w20². */
function slopeByDecay(model: FsrsModel, recall: number, elapsed: number): number {
  const factorSlope = ((model.factor + 1) * Math.log(0.9)) / model.decay ** 2
  return (
    -recall * (Math.log1p(elapsed) + (model.decay * elapsed * factorSlope) / (model.factor * (1 + elapsed)))
  )
}
