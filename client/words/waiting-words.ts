import type { InboxReply, WaitingKind } from '../../shared/api/inbox.ts'
import { counted } from './words.ts'

export const waitingKinds = ['doubtful', 'meaning', 'gone'] as const
export const waitingNames: Record<WaitingKind, string> = {
  doubtful: 'Proposed',
  meaning: 'Changed meaning',
  gone: 'Source gone',
}

/** Whether the address names a reason to wait. */
export function isWaitingKind(text: string | undefined): text is WaitingKind {
  return waitingKinds.some((kind) => kind === text)
}

/** What is looked at first: what changes a card that is asked; what was never asked can wait longest. */
export function firstWaiting(counts: InboxReply['counts']): WaitingKind {
  return (['meaning', 'gone'] as const).find((kind) => counts[kind] > 0) ?? 'doubtful'
}

/** How many wait for whatever reason. */
export function sumOf(counts: InboxReply['counts']): number {
  return counts.doubtful + counts.meaning + counts.gone
}

/** `5 cards wait for you: 3 proposed, 2 whose text is gone.` */
export function totalWords(counts: InboxReply['counts']): string {
  const total = sumOf(counts)
  const parts = [
    counts.doubtful > 0 ? `${counts.doubtful} proposed` : '',
    counts.meaning > 0 ? `${counts.meaning} with a changed meaning` : '',
    counts.gone > 0 ? `${counts.gone} whose text is gone` : '',
  ].filter((part) => part !== '')
  const verb = total === 1 ? 'waits' : 'wait'
  return `${counted(total, 'card')} ${verb} for you: ${parts.join(', ')}.`
}
