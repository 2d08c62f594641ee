import { signal } from '@preact/signals'
import { basePath } from '../api/base-path.ts'
import type { Settings } from '../../shared/api/settings.ts'
import { type Day, studyDayOf } from '../../shared/basics/time.ts'
import { defaultSettings } from '../../shared/queue/settings.ts'
import { now } from './clock.ts'
import { deviceZone, writeForAll } from './device.ts'

/** The settings as the server last told them; the defaults before that. */
export const settings = signal<Settings>({ ...defaultSettings })

/** Takes settings into force: looks change at once, and are remembered for the next first paint. */
export function takeSettings(taken: Settings): void {
  settings.value = taken
  const { theme, textSize, motion } = taken
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  if (motion === 'none') root.dataset.motion = motion
  else delete root.dataset.motion
  root.style.fontSize = textSize === 100 ? '' : `${textSize}%`
  writeForAll(`recollect.appearance${basePath}`, JSON.stringify({ theme, textSize, motion }))
}

/** The zone days are counted in. */
export function zoneInForce(): string {
  return settings.value.zone === 'auto' ? deviceZone() : settings.value.zone
}

export function studyDayNow(): Day {
  return studyDayOf(now(), zoneInForce(), settings.value.rolloverHour)
}
