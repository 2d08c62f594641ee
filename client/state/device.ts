import { v7 } from 'uuid'
import { signal } from '@preact/signals'

const deviceKey = 'recollect.device'
const keysKey = 'recollect.single-keys'

/** This browser's name in the log: random, made once, and kept. */
export function deviceId(): string {
  const known = readLocal(deviceKey)
  if (known !== null) return known
  const made = v7()
  writeLocal(deviceKey, made)
  return made
}

/** The zone of this device, as an IANA name. */
export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
}

/** Whether single letters act as shortcuts. People who speak to their computer must be able to turn them off. */
export const singleKeys = signal(readLocal(keysKey) !== 'off')

export function setSingleKeys(on: boolean): void {
  singleKeys.value = on
  writeLocal(keysKey, on ? 'on' : 'off')
}

// Storage can be forbidden altogether; the app then works for this visit.
export function readLocal(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function writeLocal(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // See above.
  }
}
