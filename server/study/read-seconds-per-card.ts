import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { listLastDurations } from '../db/study-days.ts'
import type { Reader } from '../db/tables.ts'

const defaultSecondsPerCard = 15

/** Median seconds of the newest answers. */
export async function readSecondsPerCard(db: Reader, learnerId: LearnerId): Promise<number> {
  const durations = (await listLastDurations(db, learnerId, 200)).sort((a, b) => a - b)
  const median = durations[Math.floor(durations.length / 2)]
  return median === undefined ? defaultSecondsPerCard : Math.max(2, Math.round(median / 1000))
}
