import { api } from '../api-client.ts'
import { createOutbox } from './outbox.ts'
import { openOutboxStore } from './outbox-store.ts'

/** This page's outbox. */
export const outbox = createOutbox({
  store: openOutboxStore(),
  send: api.sendReviews,
  later: (run, delayMs) => {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
})

/** Sends what an earlier visit left behind, and whatever waits when the page is left or the network returns. */
export function keepInSync(): void {
  void outbox.flush()
  addEventListener('pagehide', outbox.flushAndLeave)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') outbox.flushAndLeave()
  })
  addEventListener('online', () => void outbox.flush())
}

/** Brings the server up to date before it is asked something that depends on the answers; waits two seconds at most. */
export async function flushBriefly(): Promise<void> {
  await Promise.race([outbox.flush(), new Promise((resolve) => setTimeout(resolve, 2000))])
}
