import type { CardHistory } from '../schedule/card-history.ts'
import type { ScoredAnswers } from '../schedule/fit/scored-answers.ts'

/** Predictions beside what happened. */
export interface Foretold {
  readonly recalls: ArrayLike<number>
  readonly recalled: ArrayLike<number>
}

/**
 * How far predictions lie from what happened on average within each bin, as srs-benchmark counts it: the root of the
 * squared distances between mean prediction and mean outcome of the bins, each weighing its answers.
 */
export function rmseBins({ recalls, recalled }: Foretold, bins: readonly string[]): number {
  const sums = new Map<string, { count: number; predicted: number; happened: number }>()
  bins.forEach((bin, at) => {
    const sum = sums.get(bin) ?? { count: 0, predicted: 0, happened: 0 }
    sums.set(bin, sum)
    sum.count++
    sum.predicted += recalls[at] as number
    sum.happened += recalled[at] as number
  })
  let squares = 0
  for (const { count, predicted, happened } of sums.values()) squares += (predicted - happened) ** 2 / count
  return Math.sqrt(squares / bins.length)
}

/**
 * The bin of an answer: its elapsed days, its number among the card's answers and the card's lapses so far, each on a
 * scale of steps that grow (srs-benchmark; the first answer counts for no lapse).
 */
export function memoryBin(elapsedDays: number, answerNumber: number, lapses: number): string {
  const days = Math.round(stepOn(3.62, 2.48, elapsedDays) * 100) / 100
  const number = Math.round(stepOn(1.89, 1.99, answerNumber) * 100) / 100
  const failed = lapses === 0 ? 0 : Math.round(stepOn(1.73, 1.65, lapses))
  return `${days}/${number}/${failed}`
}

function stepOn(base: number, scale: number, value: number): number {
  return scale * base ** Math.floor(Math.log(value) / Math.log(base))
}

/** The bins of all scored answers. */
export function memoryBins(histories: readonly CardHistory[], scored: ScoredAnswers): string[] {
  const lapses = new Int32Array(histories.length)
  return Array.from({ length: scored.count }, (_, rank) => {
    const card = scored.card[rank] as number
    const index = scored.index[rank] as number
    const elapsed = (histories[card]?.[index]?.day ?? 0) - (histories[card]?.[index - 1]?.day ?? 0)
    const before = lapses[card] as number
    if (scored.recalled[rank] === 0) lapses[card] = before + 1
    return memoryBin(elapsed, index + 1, before)
  })
}

/**
 * The chance that a recalled answer was given a higher prediction than a forgotten one, ties counting half (area under
 * the ROC curve, by ranks as Mann and Whitney do). Null where all were recalled or all forgotten.
 */
export function auc({ recalls, recalled }: Foretold): number | null {
  const order = Array.from({ length: recalls.length }, (_, at) => at).sort(
    (a, b) => (recalls[a] as number) - (recalls[b] as number),
  )
  let positives = 0
  let rankSum = 0
  for (let from = 0; from < order.length;) {
    let to = from
    let among = 0
    const value = recalls[order[from] as number]
    for (; to < order.length && recalls[order[to] as number] === value; to++) {
      among += recalled[order[to] as number] as number
    }
    // Ranks start at 1; equal predictions share the middle of theirs.
    rankSum += among * ((from + 1 + to) / 2)
    positives += among
    from = to
  }
  const negatives = recalls.length - positives
  if (positives === 0 || negatives === 0) return null
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}
