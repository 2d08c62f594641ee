import type { Band } from './band.ts'
import { counted, percent, whole } from './share-words.ts'
import type { SimulatedDay } from './simulate.ts'

/** The outcome of a simulation in words: what a day costs, how sure that is, what is left over, and what it brings. */
export function simulationSentence(tried: readonly SimulatedDay[], now: readonly SimulatedDay[]): string {
  const reviews = whole(meanOf(tried, ({ reviews: { median } }) => median))
  const low = whole(meanOf(tried, ({ reviews: { low: least } }) => least))
  const high = whole(meanOf(tried, ({ reviews: { high: most } }) => most))
  const asItIs = `${counted(
    meanOf(now, ({ reviews: { median } }) => median),
    'review',
  )} and ${minutes(now)}`
  return (
    `About ${reviews} reviews a day (${low}–${high} in eight of ten runs), ${minutes(tried)}; as it is, ${asItIs}. ` +
    lastDayWords(tried.at(-1))
  )
}

const minutes = (days: readonly SimulatedDay[]): string =>
  counted(
    meanOf(days, ({ minutes: { median } }) => median),
    'minute',
  )

function lastDayWords(last: Record<'recall' | 'backlog', Band> | undefined): string {
  const backlog = Math.round(last?.backlog.median ?? 0)
  const left = backlog === 0 ? 'nothing left over' : `${whole(backlog)} left over`
  return `On the last day ${percent(last?.recall.median ?? 0)} of all answered cards would be recalled, with ${left}.`
}

function meanOf(days: readonly SimulatedDay[], valueOf: (day: SimulatedDay) => number): number {
  return Math.round(days.reduce((sum, day) => sum + valueOf(day), 0) / Math.max(1, days.length))
}
