import { type AnswerReading, isRecalled } from './answer-readings.ts'
import { needsMore } from './enough-reviews.ts'
import { type Tally, addToTally, noTally, tallyWithRange } from './share-words.ts'

/** Below this many an hour is drawn dimmed, and is no reason for a sentence. */
export const fewestPerHour = 30

/** What was recalled in each hour of the day, 0 to 23, by the learner's wall clock. First answers of a day alone. */
export function countHours(readings: readonly AnswerReading[]): Tally[] {
  const hours = Array.from({ length: 24 }, () => noTally)
  for (const reading of readings) {
    if (reading.role !== 'review') continue
    hours[reading.hour] = addToTally(hours[reading.hour] ?? noTally, isRecalled(reading))
  }
  return hours
}

/** `09:00–10:00`. */
export function hourName(hour: number): string {
  const two = (value: number) => `${String(value % 24).padStart(2, '0')}:00`
  return `${two(hour)}–${two(hour + 1)}`
}

/** The chart in a sentence: the best and the worst hour among those with enough answers. */
export function hoursSentence(hours: readonly Tally[]): string {
  const missing = needsMore(hours.reduce((sum, { asked }) => sum + asked, 0))
  if (missing !== null) return missing
  const told = hours
    .map((tally, hour) => ({ tally, hour, share: tally.passed / tally.asked }))
    .filter(({ tally }) => tally.asked >= fewestPerHour)
    .sort((a, b) => b.share - a.share)
  const [best, worst] = [told[0], told.at(-1)]
  if (best === undefined || worst === undefined)
    return `No hour has ${fewestPerHour} first answers yet, so none can be compared.`
  const words = ({ hour, tally }: typeof best) => `${hourName(hour)}, ${tallyWithRange(tally)}`
  if (best === worst) return `Only one hour has ${fewestPerHour} first answers: ${words(best)}.`
  return `You recall most at ${words(best)}, least at ${words(worst)}.`
}
