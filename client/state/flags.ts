import type { CardFlag } from '../../shared/card/card-flags.ts'
import { hasWaitingFlags, keepWaiting, waitingFlags } from './waiting-flags.ts'

/** Flags a card or takes its flag away: here at once, at the server as soon as it answers. */
export function setFlag(cardId: string, flag: CardFlag | null): void {
  keepWaiting({ ...waitingFlags(), [cardId]: flag })
  sendFlags()
}

/** Sends the flags that wait, if any. What cannot be sent goes on waiting. */
export function sendFlags(): void {
  if (hasWaitingFlags())
    void import('./send-flags.ts').then(
      (sending) => sending.sendAll(),
      () => {},
    )
}
