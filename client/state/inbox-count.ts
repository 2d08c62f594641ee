import { computed, signal } from '@preact/signals'
import type { InboxReply } from '../../shared/api/inbox.ts'
import { api } from '../api-client.ts'

/** How many cards wait for the learner, by reason, and how many drafts. */
export type WaitingCounts = Readonly<InboxReply['counts']> & { readonly drafted: number }

/** What waits for the learner; null before the server was asked. */
export const inboxCounts = signal<WaitingCounts | null>(null)

export const inboxTotal = computed(() => {
  const counts = inboxCounts.value
  return counts === null ? 0 : counts.doubtful + counts.meaning + counts.gone + counts.drafted
})

/** Takes in what the server, or the desk, says of it. */
export function takeCounts({ counts, drafted }: Pick<InboxReply, 'counts' | 'drafted'>): void {
  inboxCounts.value = { ...counts, drafted }
}

/** Asks how many wait. A number beside a link is not worth an error, so silence keeps the last one. */
export async function countInbox(): Promise<void> {
  const reply = await api.inbox({ limit: 1 }).catch(() => null)
  if (reply !== null) takeCounts(reply)
}
