import type { Day } from '../basics/time.ts'
import { type RecallFit, predictedRecall } from '../schedule/predicted-recall.ts'
import type { Scheduled } from '../schedule/schedule.ts'
import { type DistributionBin, difficultyBins, easeBins, intervalBins, recallBins } from './distributions.ts'
import { type DueCount, type Forecast, type StopPoint, forecastOf, ifYouStop } from './forecast.ts'

/** Cards that are held alike. */
export interface HeldCards {
  readonly schedule: Scheduled
  readonly count: number
}

/** What the schedules of some cards say. */
export interface CardFigures {
  /** Answered cards that are asked. */
  readonly answered: number
  readonly forecast: Forecast
  readonly stop: readonly StopPoint[]
  readonly intervals: readonly DistributionBin[]
  /** By SM-2's ease or FSRS' difficulty, whichever decides. */
  readonly ease: { readonly kind: 'ease' | 'difficulty'; readonly bins: readonly DistributionBin[] }
  readonly recall: readonly DistributionBin[]
}

/** The figures of all charts about cards as they stand. */
export function cardFigures(
  held: readonly HeldCards[],
  due: readonly DueCount[],
  today: Day,
  fit: RecallFit,
): CardFigures {
  const recallOn = (schedule: Scheduled, day: Day) => predictedRecall({ schedule }, day, fit) ?? 0
  const recalledOn = (day: Day) =>
    held.reduce((sum, { schedule, count }) => sum + count * recallOn(schedule, day), 0)
  const counted = (valueOf: (schedule: Scheduled) => number) =>
    held.map(({ schedule, count }) => ({ value: valueOf(schedule), count }))
  const forecast = forecastOf(due, today)
  return {
    answered: held.reduce((sum, { count }) => sum + count, 0),
    forecast,
    stop: ifYouStop(forecast, today, recalledOn),
    intervals: intervalBins(counted(({ intervalDays }) => intervalDays)),
    ease: easeOf(held),
    recall: recallBins(counted((schedule) => recallOn(schedule, today))),
  }
}

function easeOf(held: readonly HeldCards[]): CardFigures['ease'] {
  const values = held.map(({ schedule, count }) => ({
    value: schedule.kind === 'sm2' ? schedule.easeHundredths : schedule.difficulty,
    count,
  }))
  return held[0]?.schedule.kind === 'fsrs'
    ? { kind: 'difficulty', bins: difficultyBins(values) }
    : { kind: 'ease', bins: easeBins(values) }
}
