import { type AnswerReading } from './answer-readings.ts'
import { needsMore } from './enough-reviews.ts'
import { counted } from './share-words.ts'

/** How long answers took. */
export interface AnswerTimes {
  readonly answers: number
  readonly medianMs: number
  /** A tenth took longer. */
  readonly slowMs: number
  /** Answers in each of the bins of `timeEdges`. */
  readonly bins: readonly number[]
}

/** Where the bins begin, in seconds; the last one is open. */
export const timeEdges = [0, 2, 4, 6, 8, 10, 15, 20, 30, 45, 60] as const

/** The time of every answer, drill among them, up to the reveal. */
export function answerTimes(readings: readonly Pick<AnswerReading, 'durationMs'>[]): AnswerTimes {
  const sorted = Float64Array.from(readings, ({ durationMs }) => durationMs).sort()
  const bins = timeEdges.map(() => 0)
  for (const ms of sorted) {
    const above = timeEdges.findIndex((edge) => ms < edge * 1000)
    const at = above < 0 ? timeEdges.length - 1 : above - 1
    bins[at] = (bins[at] ?? 0) + 1
  }
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
  return { answers: sorted.length, medianMs: at(0.5), slowMs: at(0.9), bins }
}

/** `4–6 s`, `60 s and more`. */
export function timeBinName(at: number): string {
  const next = timeEdges[at + 1]
  return next === undefined ? `${timeEdges[at]} s and more` : `${timeEdges[at]}–${next} s`
}

/** The chart in a sentence. */
export function timesSentence({ answers, medianMs, slowMs }: AnswerTimes): string {
  const missing = needsMore(answers, 'answer')
  if (missing !== null) return missing
  return `Half of ${counted(answers, 'answer')} took ${seconds(medianMs)} or less; one in ten took longer than ${seconds(slowMs)}.`
}

function seconds(ms: number): string {
  return `${ms < 9950 ? Math.round(ms / 100) / 10 : Math.round(ms / 1000)} s`
}
