import type { FsrsParameters } from '../schedule/fsrs.ts'
import { type Band, bandOf } from './band.ts'
import { simulate } from './simulate.ts'
import type { SimulatedCollection, SimulationSettings } from './simulation.ts'

/** What asking for one chance of recall costs and gives. */
export interface RetentionPoint {
  readonly retention: number
  /** Of the middle run's days. */
  readonly minutesPerDay: Band
  /** Mean chance of recall over all cards on the last day. */
  readonly recall: Band
}

/**
 * Cost against retention under FSRS, for the learner to choose from: there is no one right number. Every point has the
 * same luck.
 */
export function retentionCurve(
  collection: SimulatedCollection,
  settings: Omit<SimulationSettings, 'scheduler'>,
  parameters: FsrsParameters,
  days: number,
  retentions: readonly number[] = [0.7, 0.75, 0.8, 0.85, 0.9, 0.95],
): RetentionPoint[] {
  return retentions.map((retention) => {
    const scheduler = { kind: 'fsrs', parameters, retention } as const
    const simulated = simulate(collection, { ...settings, scheduler }, days)
    return {
      retention,
      minutesPerDay: bandOf(simulated.map(({ minutes }) => minutes.median)),
      recall: simulated.at(-1)?.recall ?? bandOf([]),
    }
  })
}
