import { ofLearner } from '../api/whose-page.ts'

/** What the tabs of this browser tell each other. */
export type TabNews =
  | { readonly kind: 'outbox' }
  /** A card was answered, buried or suspended in another tab. */
  | { readonly kind: 'answered'; readonly cardId: string }

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(ofLearner('recollect'))

/** Tells the other tabs. */
export function tellTabs(news: TabNews): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has its own origin only
  channel?.postMessage(news)
}

/** Calls `listen` for news from other tabs; returns how to stop. */
export function listenToTabs(listen: (news: TabNews) => void): () => void {
  const hear = (event: MessageEvent<TabNews>) => listen(event.data)
  channel?.addEventListener('message', hear)
  return () => channel?.removeEventListener('message', hear)
}

/**
 * Runs `work` while no other tab runs work of that name. Over plain HTTP there are no locks; then tabs may send the same
 * event, which the server takes once.
 */
export function aloneAmongTabs(name: string, work: () => Promise<void>): Promise<void> {
  const locks = navigator.locks as LockManager | undefined
  return locks === undefined ? work() : locks.request(ofLearner(name), work).then(() => undefined)
}
