import { type Day, addDays } from '../basics/time.ts'
import { wilsonRange } from '../quiz/score-quiz.ts'
import { type AnswerReading, isRecalled } from './answer-readings.ts'
import { maturityOf } from './maturity.ts'
import { type Tally, addToTally, noTally, percent, shareOrCount, tallyWithRange } from './share-words.ts'

/** How many days back each row of the table looks, today among them. */
export const retentionWindows = [1, 7, 30, 90] as const

/** What was recalled of what was asked in the last days: only a card's first answer of a study day, and only cards met before. */
export interface RetentionRow {
  readonly days: number
  readonly young: Tally
  readonly mature: Tally
}

/** True retention, by how long back and how old the memories were. */
export function retentionTable(readings: readonly AnswerReading[], today: Day): RetentionRow[] {
  return retentionWindows.map((days) => {
    const from = addDays(today, 1 - days)
    const row = { days, young: noTally, mature: noTally }
    for (const reading of readings) {
      if (reading.role !== 'review' || reading.day < from || reading.day > today) continue
      const maturity = maturityOf(reading) === 'mature' ? 'mature' : 'young'
      row[maturity] = addToTally(row[maturity], isRecalled(reading))
    }
    return row
  })
}

/** Young and mature together. */
export function wholeRow({ young, mature }: RetentionRow): Tally {
  return { asked: young.asked + mature.asked, passed: young.passed + mature.passed }
}

/** `Today`, `7 days`. */
export function windowName({ days }: Pick<RetentionRow, 'days'>): string {
  return days === 1 ? 'Today' : `${days} days`
}

/** Whether it is fine, in a sentence: what was recalled, how sure that is, and how it lies to what was wanted. */
export function retentionSentence(rows: readonly RetentionRow[], wanted: number | null): string {
  const row = rows.findLast(({ days }) => days <= 90)
  const all = row === undefined ? noTally : wholeRow(row)
  if (all.asked === 0)
    return 'Says something from the second day on: it counts cards you met on an earlier day.'
  const recalled = `In the last 90 days you recalled ${tallyWithRange(all)} at the first try of a day`
  if (wanted === null) return `${recalled}.`
  return `${recalled}; you wanted ${percent(wanted)}. ${againstWanted(all, wanted)}`
}

function againstWanted({ passed, asked }: Tally, wanted: number): string {
  const range = wilsonRange(passed, asked)
  if (range === null || (range.low <= wanted && wanted <= range.high)) return 'That fits.'
  return range.low > wanted ? 'You recall more than you asked for.' : 'You recall less than you asked for.'
}

/** What stands in a cell: `87 %`, of few the count alone, a dash for none. */
export function retentionCell(tally: Tally): string {
  return tally.asked === 0 ? '–' : shareOrCount(tally)
}
