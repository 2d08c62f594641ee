import type { Day } from '../basics/time.ts'
import type { CardId } from '../card/card.ts'
import { type ActiveDay, activeDays } from './activity.ts'
import { type ButtonRow, countButtons } from './answer-buttons.ts'
import type { AnswerReading } from './answer-readings.ts'
import { type AnswerTimes, answerTimes } from './answer-times.ts'
import { type CalibrationBin, calibrate } from './calibration.ts'
import { type Leech, findLeeches } from './find-leeches.ts'
import { countHours } from './hourly-recall.ts'
import { type Overrides, countOverrides } from './overrides.ts'
import { type RetentionRow, retentionTable } from './retention-table.ts'
import type { Tally } from './share-words.ts'

/** What the log says of some cards' answers, as far back as asked for. */
export interface AnswerFigures {
  /** The first day with an answer, of the whole log; null before it. */
  readonly firstDay: Day | null
  /** Days of the range with answers, oldest first. */
  readonly days: readonly ActiveDay[]
  readonly retention: readonly RetentionRow[]
  readonly calibration: readonly CalibrationBin[]
  readonly buttons: readonly ButtonRow[]
  readonly hours: readonly Tally[]
  readonly times: AnswerTimes
  readonly leeches: readonly Leech[]
  readonly overrides: Overrides
}

/** How far the figures look, and what they count. */
export interface FiguresAsked {
  readonly today: Day
  /** The first day of the range; null for everything. */
  readonly from: Day | null
  /** The cards that are leeches today, among others perhaps. */
  readonly leeches: ReadonlySet<CardId>
  readonly quizAppeals: number
}

/** The figures of all charts about answers. Retention has windows of its own, and leeches their whole history. */
export function answerFigures(
  readings: readonly AnswerReading[],
  { today, from, leeches, quizAppeals }: FiguresAsked,
): AnswerFigures {
  const within = readings.filter(({ day }) => (from === null || day >= from) && day <= today)
  return {
    firstDay: readings.reduce<Day | null>(
      (first, { day }) => (first === null || day < first ? day : first),
      null,
    ),
    days: activeDays(within),
    retention: retentionTable(readings, today),
    calibration: calibrate(within),
    buttons: countButtons(within),
    hours: countHours(within),
    times: answerTimes(within),
    leeches: findLeeches(readings, leeches),
    overrides: countOverrides(within, quizAppeals),
  }
}
