import { wilsonRange } from '../quiz/score-quiz.ts'
import { type AnswerReading, isRecalled } from './answer-readings.ts'
import { needsMore } from './enough-reviews.ts'
import { counted, percent, tallyWithRange } from './share-words.ts'

/**
 * Predictions held against what happened: first answers of a study day on cards met before. Plain sums, so that those of
 * concepts add up to those of a topic.
 */
export interface Calibration {
  readonly answers: number
  /** The sum of the predicted chances of recall: how many should have been recalled. */
  readonly expected: number
  readonly recalled: number
}

export const noCalibration: Calibration = { answers: 0, expected: 0, recalled: 0 }

/** The calibration of two groups of answers together. */
export function addCalibration(a: Calibration, b: Calibration): Calibration {
  return {
    answers: a.answers + b.answers,
    expected: a.expected + b.expected,
    recalled: a.recalled + b.recalled,
  }
}

/** The answers whose prediction lay between two shares; the upper edge belongs to the next bin, but for 1. */
export interface CalibrationBin extends Calibration {
  readonly low: number
  readonly high: number
}

/** Ten bins, narrower where most predictions lie: a card is asked when about nine in ten of its kind are still recalled. */
export const calibrationEdges = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.96, 1] as const

/** Predicted against actual, by what was predicted. Empty bins are there, too. */
export function calibrate(readings: readonly AnswerReading[]): CalibrationBin[] {
  const sums: Calibration[] = calibrationEdges.slice(1).map(() => noCalibration)
  for (const reading of readings) {
    if (reading.role !== 'review' || reading.before === null) continue
    const at = binOf(reading.before.recall)
    sums[at] = addCalibration(sums[at] ?? noCalibration, {
      answers: 1,
      expected: reading.before.recall,
      recalled: isRecalled(reading) ? 1 : 0,
    })
  }
  return sums.map((sum, at) => ({
    low: calibrationEdges[at] as number,
    high: calibrationEdges[at + 1] as number,
    ...sum,
  }))
}

function binOf(recall: number): number {
  const above = calibrationEdges.findIndex((edge) => recall < edge)
  return above < 0 ? calibrationEdges.length - 2 : Math.max(0, above - 1)
}

/** All bins as one. */
export function totalCalibration(bins: readonly Calibration[]): Calibration {
  return bins.reduce(addCalibration, noCalibration)
}

/** Whether what happened is what was predicted, as far as so many answers can tell. */
export type CalibrationVerdict = 'untold' | 'holds' | 'better' | 'worse'

export function calibrationVerdict({ answers, expected, recalled }: Calibration): CalibrationVerdict {
  const range = wilsonRange(recalled, answers)
  if (range === null) return 'untold'
  const predicted = expected / answers
  if (predicted < range.low) return 'better'
  return predicted > range.high ? 'worse' : 'holds'
}

/** The line that stands beside a mastery number: `predicted 82 % · actual 27 of 33 (65–91 %)`. */
export function calibrationLine({ answers, expected, recalled }: Calibration): string {
  if (answers === 0) return 'no answer yet to hold the prediction against'
  const actual = tallyWithRange({ passed: recalled, asked: answers })
  return `predicted ${percent(expected / answers)} · actual ${actual}`
}

const verdictWords: Readonly<Record<CalibrationVerdict, string>> = {
  untold: '',
  holds: 'The predictions hold.',
  better: 'You recall more than predicted: cards come earlier than they would have to.',
  worse: 'You recall less than predicted: fitting to your answers, in Settings, may mend that.',
}

/** The chart in a sentence. */
export function calibrationSentence(bins: readonly CalibrationBin[]): string {
  const total = totalCalibration(bins)
  const missing = needsMore(total.answers)
  if (total.answers === 0) return missing ?? ''
  const line = `${upperFirst(calibrationLine(total))}.`
  return missing === null ? `${line} ${verdictWords[calibrationVerdict(total)]}` : `${line} ${missing}`
}

/** What a bin says by itself: `Where 85–90 % was predicted: 27 of 33 (65–91 %)`. */
export function binWords(bin: CalibrationBin): string {
  const actual = tallyWithRange({ passed: bin.recalled, asked: bin.answers })
  return `Where ${binName(bin)} was predicted: ${actual}`
}

/** `85–90 %`. */
export function binName({ low, high }: Pick<CalibrationBin, 'low' | 'high'>): string {
  return `${Math.round(low * 100)}–${percent(high)}`
}

/** `1,391 first answers of a day`. */
export function calibrationCount(bins: readonly CalibrationBin[]): string {
  return counted(totalCalibration(bins).answers, 'first answer of a day', 'first answers of a day')
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
