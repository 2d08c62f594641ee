import { type Band, bandOf } from './band.ts'
import { runSimulation } from './run-simulation.ts'
import { startLearner } from './simulated-learner.ts'
import { startScheduler } from './simulated-scheduler.ts'
import type { SimulatedCollection, SimulatedCounts, SimulationSettings } from './simulation.ts'

/** One day to come, each figure as the middle of the runs with the range that holds eight in ten. */
export type SimulatedDay = Readonly<Record<keyof SimulatedCounts, Band>>

const usualSeeds = [1, 2, 3, 4, 5] as const

/**
 * What studying would be like under these settings, day by day. The scheduler is the product's own, without fuzz; the
 * learner's memory is hidden from it. The same seeds give the same days, and the same luck under other settings.
 */
export function simulate(
  collection: SimulatedCollection,
  settings: SimulationSettings,
  days: number,
  seeds: readonly number[] = usualSeeds,
): SimulatedDay[] {
  const { histories, newCards, memory, habits } = collection
  const scheduler = startScheduler(histories, settings.scheduler)
  const learner = startLearner(histories, histories.length + newCards, memory, habits)
  const runs = seeds.map((seed) => runSimulation(collection, settings, days, scheduler(), learner(seed)))
  return Array.from({ length: days }, (_, day) => dayOf(runs, day))
}

function dayOf(runs: readonly (readonly SimulatedCounts[])[], day: number): SimulatedDay {
  const band = (key: keyof SimulatedCounts) => bandOf(runs.map((run) => run[day]?.[key] ?? 0))
  return {
    reviews: band('reviews'),
    newCards: band('newCards'),
    minutes: band('minutes'),
    recall: band('recall'),
    backlog: band('backlog'),
  }
}
