import type { SimulationReply } from '../../shared/api/memory.ts'
import { type Day, addDays } from '../../shared/basics/time.ts'
import type { BandPoint } from './band-chart.tsx'
import type { SimulatedFigure } from './simulated-means.ts'

type Days = SimulationReply['days']

/** Most points that a line needs and a table bears. */
const mostPoints = 40

/** A simulation as the points of a chart: a day each, or the means of some days where there are many. */
export function pointsOf(
  from: Day,
  tried: Days,
  now: Days,
  figure: SimulatedFigure,
  nameOf: { readonly long: (day: Day) => string; readonly short: (day: Day) => string },
): BandPoint[] {
  const step = Math.max(1, Math.ceil(tried.length / mostPoints))
  const count = Math.ceil(tried.length / step)
  const everyTick = Math.max(1, Math.floor(count / 4))
  return Array.from({ length: count }, (_, i) => {
    const part = tried.slice(i * step, (i + 1) * step)
    const before = now.slice(i * step, (i + 1) * step)
    const day = addDays(from, i * step)
    return {
      label: step === 1 ? nameOf.long(day) : `${nameOf.short(day)} and ${step - 1} more`,
      ...(i % everyTick === 0 ? { tick: nameOf.short(day) } : {}),
      median: mean(part.map((one) => one[figure].median)),
      low: mean(part.map((one) => one[figure].low)),
      high: mean(part.map((one) => one[figure].high)),
      now: mean(before.map((one) => one[figure].median)),
    }
  })
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
