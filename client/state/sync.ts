import { signal } from '@preact/signals'
import type { ReviewsReply } from '../../shared/api/reviews.ts'
import { studyApi } from '../api/study.ts'
import { counted } from '../words/words.ts'
import { now } from './clock.ts'
import { sendFlags } from './flags.ts'
import { createOutbox } from './outbox.ts'
import { openOutboxStore } from './outbox-store.ts'
import { sayQuietly } from './quiet-line.ts'
import { aloneAmongTabs, listenToTabs, tellTabs } from './tabs.ts'

/** What the server said of the last events; the sitting compares it with what it thought. */
export const lastReply = signal<ReviewsReply | null>(null)

/** This page's outbox; all tabs share what it holds. */
export const outbox = createOutbox({
  store: openOutboxStore(),
  send: studyApi.sendReviews,
  later: (run, delayMs) => {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
  now,
  alone: (work) => aloneAmongTabs('recollect.outbox', work),
  tell: () => tellTabs({ kind: 'outbox' }),
  jitter: () => Math.random() / 4,
  onSetBack: (count) =>
    sayQuietly(`The server’s data was set back. ${counted(count, 'answer')} kept here go to it again.`),
  onReply: (reply) => {
    lastReply.value = reply
    sendFlags()
  },
})

/** Sends what an earlier visit left behind, and whatever waits when the page is left or the network returns. */
export function keepInSync(): void {
  void outbox.flush()
  sendFlags()
  addEventListener('pagehide', outbox.flushAndLeave)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') outbox.flushAndLeave()
  })
  addEventListener('online', () => {
    outbox.setNetwork(true)
    sendFlags()
  })
  addEventListener('offline', () => outbox.setNetwork(false))
  listenToTabs((news) => {
    if (news.kind === 'outbox') void outbox.lookAgain()
  })
}

/** Brings the server up to date before it is asked something that depends on the answers; waits two seconds at most. */
export async function flushBriefly(): Promise<void> {
  await Promise.race([outbox.flush(), new Promise((resolve) => setTimeout(resolve, 2000))])
}

/** Asks the browser not to clear what waits here. Asked for once, when there is something to lose. */
export async function keepStorage(): Promise<void> {
  const storage = navigator.storage as StorageManager | undefined
  if (hasAsked || storage?.persist === undefined) return
  hasAsked = true
  await storage.persist().catch(() => false)
}

let hasAsked = false
