import type { CardFlag } from '../../shared/card/card-flags.ts'
import { readLocal, writeLocal } from './device.ts'

const key = 'recollect.flags'

/** Flags said on this device that the server has not heard of, the last word on each card; null takes a flag away. */
export type WaitingFlags = Readonly<Record<string, CardFlag | null>>

export function hasWaitingFlags(): boolean {
  return readLocal(key) !== null
}

export function waitingFlags(): WaitingFlags {
  try {
    return JSON.parse(readLocal(key) ?? '{}') as WaitingFlags
  } catch {
    return {}
  }
}

/** The flag of a card: the last word said here counts, where the server has not heard it. */
export function flagOf({
  id,
  flag,
}: {
  readonly id: string
  readonly flag: CardFlag | null
}): CardFlag | null {
  const waiting = waitingFlags()[id]
  return waiting === undefined ? flag : waiting
}

export function keepWaiting(flags: WaitingFlags): void {
  writeLocal(key, Object.keys(flags).length === 0 ? null : JSON.stringify(flags))
}
