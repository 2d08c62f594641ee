import { type AnswerReading } from './answer-readings.ts'
import { type Maturity, maturities, maturityOf } from './maturity.ts'
import { needsMore } from './enough-reviews.ts'
import { counted, fewestForPercent, percent, whole } from './share-words.ts'

/** How often each key was pressed: again, hard, good, easy. */
export type KeyCounts = readonly [again: number, hard: number, good: number, easy: number]

export interface ButtonRow {
  readonly maturity: Maturity
  readonly keys: KeyCounts
}

/** The keys of a card's first answer of a day, by how old its memory was. */
export function countButtons(readings: readonly AnswerReading[]): ButtonRow[] {
  return maturities.map((maturity) => {
    const keys: [number, number, number, number] = [0, 0, 0, 0]
    for (const reading of readings)
      if (reading.role !== 'same_day' && maturityOf(reading) === maturity) keys[keyOf(reading)]++
    return { maturity, keys }
  })
}

/** Grades 0 to 2 are Again. */
function keyOf({ grade }: Pick<AnswerReading, 'grade'>): 0 | 1 | 2 | 3 {
  return Math.max(0, grade - 2) as 0 | 1 | 2 | 3
}

export const keyTotal = (keys: KeyCounts): number => keys[0] + keys[1] + keys[2] + keys[3]

/** The chart in a sentence: what is pressed most, and how often a mature card was forgotten. */
export function buttonsSentence(rows: readonly ButtonRow[]): string {
  const all = rows.reduce((sum, { keys }) => sum + keyTotal(keys), 0)
  const missing = needsMore(all)
  if (missing !== null) return missing
  const names = ['Again', 'Hard', 'Good', 'Easy']
  const sums = names.map((_, key) => rows.reduce((sum, { keys }) => sum + (keys[key] ?? 0), 0))
  const most = sums.indexOf(Math.max(...sums))
  const usual = `${names[most]} is pressed most: ${whole(sums[most] ?? 0)} of ${whole(all)} times (${percent((sums[most] ?? 0) / all)}).`
  const mature = rows.find(({ maturity }) => maturity === 'mature')
  const asked = mature === undefined ? 0 : keyTotal(mature.keys)
  if (mature === undefined || asked === 0) return `${usual} No card had an interval of three weeks yet.`
  const share = asked < fewestForPercent ? '' : ` (${percent(mature.keys[0] / asked)})`
  return `${usual} Mature cards got Again ${whole(mature.keys[0])} of ${counted(asked, 'time')}${share}.`
}
