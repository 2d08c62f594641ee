import type { SimulationReply } from '../../shared/api/memory.ts'

type Days = SimulationReply['days']
export type SimulatedFigure = keyof Days[number]

/** The mean over some days of a figure's middle run. */
export function meanOf(days: Days, figure: SimulatedFigure): number {
  return days.reduce((sum, day) => sum + day[figure].median, 0) / Math.max(1, days.length)
}
