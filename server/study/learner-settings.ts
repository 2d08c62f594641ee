import type { Settings } from '../../shared/api/settings.ts'
import { type Day, type EpochMs, isZone, studyDayOf } from '../../shared/basics/time.ts'
import { defaultSettings } from '../../shared/queue/settings.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { findSettings } from '../db/learners.ts'
import type { Reader } from '../db/tables.ts'

/** The learner's settings over the defaults: a setting that came with a newer version has its default. */
export async function readSettings(db: Reader, learnerId: LearnerId): Promise<Settings> {
  return { ...defaultSettings, ...(await findSettings(db, learnerId)) }
}

/** The zone a day is counted in: the setting, else the device's, else the server's. */
export function effectiveZone(settings: Settings, deviceZone: string | undefined): string {
  if (settings.zone !== 'auto') return settings.zone
  if (deviceZone !== undefined && isZone(deviceZone)) return deviceZone
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Today as the learner counts it, computed once at the edge. */
export function todayFor(
  settings: Settings,
  deviceZone: string | undefined,
  now: EpochMs,
): { today: Day; zone: string } {
  const zone = effectiveZone(settings, deviceZone)
  return { today: studyDayOf(now, zone, settings.rolloverHour), zone }
}
