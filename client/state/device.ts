import { signal } from '@preact/signals'
import { ofLearner } from '../api/whose-page.ts'
import { ticks } from './clock.ts'
import { newId } from './new-id.ts'

const deviceKey = 'recollect.device'
const keysKey = 'recollect.single-keys'

/** This browser's name in the log: random, made once, and kept. */
export function deviceId(): string {
  const known = readLocal(deviceKey)
  if (known !== null) return known
  const made = newId()
  writeLocal(deviceKey, made)
  return made
}

/** The zone of this device, as an IANA name. Asking costs more than a card, so a moment's answer counts for a minute. */
export function deviceZone(): string {
  const at = ticks()
  if (zone === null || at - zone.at > 60_000) {
    zone = { name: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC', at }
  }
  return zone.name
}

let zone: { readonly name: string; readonly at: number } | null = null

/** Whether single letters act as shortcuts. People who speak to their computer must be able to turn them off. */
export const singleKeys = signal(readLocal(keysKey) !== 'off')

export function setSingleKeys(on: boolean): void {
  singleKeys.value = on
  writeLocal(keysKey, on ? 'on' : 'off')
}

const keyMapKey = 'recollect.keys'

/** Which key does what, where the learner chose another one; by the name of the action. */
export const chosenKeys = signal<Readonly<Record<string, string>>>(readKeys())

/** Gives an action another key; null gives it its own back. */
export function chooseKey(action: string, key: string | null): void {
  const { [action]: _before, ...others } = chosenKeys.value
  chosenKeys.value = key === null ? others : { ...others, [action]: key }
  writeLocal(keyMapKey, JSON.stringify(chosenKeys.value))
}

/** Gives every action its own key back. */
export function forgetKeys(): void {
  chosenKeys.value = {}
  writeLocal(keyMapKey, null)
}

function readKeys(): Record<string, string> {
  try {
    return JSON.parse(readLocal(keyMapKey) ?? '{}') as Record<string, string>
  } catch {
    return {}
  }
}

// Storage can be forbidden altogether; the app then works for this visit. What is kept is one learner's.
export function readLocal(key: string): string | null {
  try {
    return localStorage.getItem(ofLearner(key))
  } catch {
    return null
  }
}

export function writeLocal(key: string, value: string | null): void {
  writeForAll(ofLearner(key), value)
}

/** Keeps what holds before it is known whose page this is. */
export function writeForAll(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // See above.
  }
}
