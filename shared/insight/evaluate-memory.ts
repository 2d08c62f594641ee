import type { CardHistory } from '../schedule/card-history.ts'
import { predictSm2, trainSm2Recall } from '../schedule/fit/fit-sm2-recall.ts'
import { defaultFsrsParameters } from '../schedule/fsrs.ts'
import { logLoss } from '../schedule/fit/log-loss.ts'
import { defaultStabilityPerInterval } from '../schedule/predicted-recall.ts'
import { predictFsrs } from '../schedule/fit/replay-fsrs.ts'
import { type Sm2Readings, readSm2 } from '../schedule/fit/replay-sm2.ts'
import { type ScoredAnswers, scoredAnswers } from '../schedule/fit/scored-answers.ts'
import { trainFsrs } from '../schedule/fit/train-fsrs.ts'
import { trainingSequences } from '../schedule/fit/training-sequences.ts'
import { auc, memoryBins, rmseBins } from './memory-metrics.ts'

/** How well one predictor predicted the answers of the test blocks. Log loss and RMSE are better low, AUC high. */
export interface MemoryFigures {
  readonly predictor: string
  readonly logLoss: number
  readonly rmseBins: number
  readonly auc: number | null
}

/** The little benchmark of one log. */
export interface MemoryEvaluation {
  readonly scored: number
  readonly tested: number
  /** Share of the tested answers that were recalled. */
  readonly recalled: number
  readonly figures: readonly MemoryFigures[]
}

/** Predicts all scored answers, knowing of the outcomes of the first `until` whatever it likes, and of the later none. */
export type Predictor = (until: number) => ArrayLike<number>

const folds = 5

/**
 * The protocol of srs-benchmark: recalled is better than Again; only answers a day or more after the one before are
 * scored; the log in its order of time is cut into six blocks, and each of the last five is predicted by what was trained
 * on everything before it. Null for a log too short to cut.
 */
export function evaluateMemory(histories: readonly CardHistory[]): MemoryEvaluation | null {
  const scored = scoredAnswers(histories)
  const size = Math.floor(scored.count / (folds + 1))
  if (size === 0) return null
  const testFrom = scored.count - folds * size
  const bins = memoryBins(histories, scored).slice(testFrom)
  const recalled = scored.recalled.subarray(testFrom)
  return {
    scored: scored.count,
    tested: recalled.length,
    recalled: recalled.reduce((sum, one) => sum + one, 0) / recalled.length,
    figures: Object.entries(predictors(histories, scored)).map(([predictor, predict]) => {
      const recalls = predictBlocks(predict, testFrom, size)
      return {
        predictor,
        logLoss: logLoss(recalls, recalled),
        rmseBins: rmseBins({ recalls, recalled }, bins),
        auc: auc({ recalls, recalled }),
      }
    }),
  }
}

/** The five test blocks one after another, each predicted by what its predictor knew before it. */
export function predictBlocks(predict: Predictor, testFrom: number, size: number): Float64Array {
  const recalls = new Float64Array(folds * size)
  for (let fold = 0; fold < folds; fold++) {
    const from = testFrom + fold * size
    recalls.set(Array.from(predict(from)).slice(from, from + size), fold * size)
  }
  return recalls
}

function predictors(
  histories: readonly CardHistory[],
  scored: ScoredAnswers,
): Readonly<Record<string, Predictor>> {
  const readings = readSm2(histories, scored)
  return {
    'SM-2 read as 0.9^(Δ/I)': always(() => exponentialSm2(readings)),
    'SM-2, power curve': always(() => predictSm2(readings, defaultStabilityPerInterval)),
    'SM-2, power curve fitted': (until) => predictSm2(readings, trainSm2Recall(readings, until)),
    ...fsrsPredictors('', histories, scored),
    ...fsrsPredictors(', first answers only', histories.map(withoutDrill), scored),
    AVG: (until) => averageRecall(scored, until),
    'MOVING-AVG': always(() => movingAverage(scored)),
  }
}

/** FSRS-6 with the parameters of everybody, and with those fitted to the training part. */
function fsrsPredictors(
  told: string,
  histories: readonly CardHistory[],
  scored: ScoredAnswers,
): Readonly<Record<string, Predictor>> {
  return {
    [`FSRS-6 default${told}`]: always(() => predictFsrs(histories, scored, defaultFsrsParameters)),
    [`FSRS-6 fitted${told}`]: (until) =>
      predictFsrs(histories, scored, trainFsrs(trainingSequences(histories, scored, until))),
  }
}

/** What is left when the later answers of a day are not told. */
function withoutDrill(history: CardHistory): CardHistory {
  return history.map(({ drill: _, ...first }) => first)
}

/** One that learns nothing from the training part: asked once. */
function always(predict: () => Float64Array): Predictor {
  let recalls: Float64Array | null = null
  return () => (recalls ??= predict())
}

function exponentialSm2({ elapsedDays, intervalDays }: Sm2Readings): Float64Array {
  return elapsedDays.map((elapsed, rank) => 0.9 ** (elapsed / Math.max(1, intervalDays[rank] as number)))
}

/** The baseline AVG: everything is recalled as often as in training. */
export function averageRecall({ count, recalled }: ScoredAnswers, until: number): Float64Array {
  const sum = recalled.subarray(0, until).reduce((total, one) => total + one, 0)
  return new Float64Array(count).fill(sum / until)
}

/** The baseline MOVING-AVG: x₀ = 1.2; p = σ(x); x += 0.3·(y − p). It knows no card, only how the last answers went. */
export function movingAverage({ recalled }: ScoredAnswers): Float64Array {
  let x = 1.2
  return Float64Array.from(recalled, (happened) => {
    const recall = 1 / (1 + Math.exp(-x))
    x += 0.3 * (happened - recall)
    return recall
  })
}
