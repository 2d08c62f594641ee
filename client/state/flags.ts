import type { CardFlag } from '../../shared/card/card-flags.ts'
import { readLocal, writeLocal } from './device.ts'

const key = 'recollect.flags'

/** Flags said on this device that the server has not heard of, the last word on each card; null takes a flag away. */
export type WaitingFlags = Readonly<Record<string, CardFlag | null>>

/** Flags a card or takes its flag away: here at once, at the server as soon as it answers. */
export function setFlag(cardId: string, flag: CardFlag | null): void {
  keepWaiting({ ...waitingFlags(), [cardId]: flag })
  sendFlags()
}

/** Sends the flags that wait, if any. What cannot be sent goes on waiting. */
export function sendFlags(): void {
  if (readLocal(key) !== null)
    void import('./send-flags.ts').then(
      (sending) => sending.sendAll(),
      () => {},
    )
}

export function waitingFlags(): WaitingFlags {
  try {
    return JSON.parse(readLocal(key) ?? '{}') as WaitingFlags
  } catch {
    return {}
  }
}

export function keepWaiting(flags: WaitingFlags): void {
  writeLocal(key, Object.keys(flags).length === 0 ? null : JSON.stringify(flags))
}
