import { type Day, addDays, dayNumber, daysBetween, formatDay } from '../basics/time.ts'
import type { ConceptStanding, TrendPoint } from './concept-standing.ts'
import { isThere } from './level-history.ts'
import { rangeQuantile } from './levels.ts'
import { trendDays } from './trend-days.ts'
import { type FactStanding, sumFacts } from './mastery-sums.ts'

/** From the day after on recall only sinks, and slowly: so many days lie between two points at the most. */
const daysApart = 7

/** The points of a day that was answered on and of the time after it, up to and with `until`. */
export function pointsFrom(facts: readonly FactStanding[], from: Day, until: Day): TrendPoint[] {
  const there = facts.filter(isThere)
  const points: TrendPoint[] = []
  const last = daysBetween(from, until)
  for (let offset = 0; offset < last; offset += offset === 0 ? 1 : daysApart)
    points.push(pointOn(there, addDays(from, offset)))
  return [...points, pointOn(there, until)]
}

function pointOn(facts: readonly FactStanding[], day: Day): TrendPoint {
  const { recall, variance } = sumFacts(facts, day)
  return { on: dayNumber(day), recall: tenth(recall), reach: tenth(rangeQuantile * Math.sqrt(variance)) }
}

const tenth = (value: number): number => Math.round(value * 10) / 10

/** The points that a trend up to a day is drawn from: those of its days, and the last one before them. */
export function recentPoints(points: readonly TrendPoint[], day: Day): TrendPoint[] {
  const first = dayNumber(day) - trendDays
  const from = points.findIndex(({ on }) => on >= first)
  return from < 0 ? points.slice(-1) : points.slice(Math.max(0, from - 1))
}

/** One day of a trend. */
export interface TrendDay {
  readonly on: Day
  readonly recall: number
  readonly low: number
  readonly high: number
}

/**
 * What would have been recalled on some of the last days, `step` days apart and ending today; it begins with the first
 * answer. Law: its last day says what mastery says of today, to a tenth.
 */
export function recallTrend({ facts, day, trend }: ConceptStanding, today: Day, step = 1): TrendDay[] {
  if (day === null) return []
  const points = [...trend, ...pointsFrom(facts, day, day < today ? today : day)]
  const begun = points[0]?.on ?? 0
  const days: TrendDay[] = []
  const last = dayNumber(today)
  for (let on = last - Math.floor(trendDays / step) * step; on <= last; on += step) {
    if (on < begun) continue
    const { recall, reach } = between(points, on)
    const [low, high] = [Math.max(0, recall - reach), Math.min(facts.length, recall + reach)]
    days.push({ on: formatDay(on), recall: tenth(recall), low: tenth(low), high: tenth(high) })
  }
  return days
}

/** The trend on a day: on the line from the point before it to the one behind. */
function between(points: readonly TrendPoint[], on: number): TrendPoint {
  const at = points.findIndex((point) => point.on >= on)
  const behind = points[at < 0 ? points.length - 1 : at] as TrendPoint
  const before = points[at - 1]
  if (before === undefined || behind.on <= on) return behind
  const share = (on - before.on) / (behind.on - before.on)
  const along = (of: 'recall' | 'reach') => before[of] + (behind[of] - before[of]) * share
  return { on, recall: along('recall'), reach: along('reach') }
}
