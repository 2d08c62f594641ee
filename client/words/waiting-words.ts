import type { InboxReply, WaitingKind } from '../../shared/api/inbox.ts'
import { counted } from './words.ts'

export const waitingKinds = ['doubtful', 'meaning', 'gone'] as const
export const waitingNames: Record<WaitingKind, string> = {
  doubtful: 'Doubtful',
  meaning: 'Changed meaning',
  gone: 'Source gone',
}

/** Whether the address names a reason to wait. */
export function isWaitingKind(text: string | undefined): text is WaitingKind {
  return waitingKinds.some((kind) => kind === text)
}

/** How many wait for whatever reason. */
export function sumOf(counts: InboxReply['counts']): number {
  return counts.doubtful + counts.meaning + counts.gone
}

/** `5 cards wait for you: 3 doubtful, 2 whose text is gone.` */
export function totalWords(counts: InboxReply['counts']): string {
  const total = sumOf(counts)
  const parts = [
    counts.doubtful > 0 ? `${counts.doubtful} doubtful` : '',
    counts.meaning > 0 ? `${counts.meaning} with a changed meaning` : '',
    counts.gone > 0 ? `${counts.gone} whose text is gone` : '',
  ].filter((part) => part !== '')
  const verb = total === 1 ? 'waits' : 'wait'
  return `${counted(total, 'card')} ${verb} for you: ${parts.join(', ')}.`
}
