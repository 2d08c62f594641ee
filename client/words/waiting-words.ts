import type { InboxReply, WaitingKind } from '../../shared/api/inbox.ts'
import { counted } from './words.ts'

/** What is looked at in the Inbox: cards that wait for one reason, or drafts. */
export type InboxPart = WaitingKind | 'drafted'

type Counts = Readonly<InboxReply['counts']> & { readonly drafted: number }

export const inboxParts = ['drafted', 'doubtful', 'meaning', 'gone'] as const
export const waitingNames: Record<InboxPart, string> = {
  drafted: 'Drafted',
  doubtful: 'Proposed',
  meaning: 'Changed meaning',
  gone: 'Source gone',
}

/** Whether the address names a part of the Inbox. */
export function isInboxPart(text: string | undefined): text is InboxPart {
  return inboxParts.some((part) => part === text)
}

/** What is looked at first: what changes a card that is asked, then what somebody asked for; the rest can wait longest. */
export function firstWaiting(counts: Counts): InboxPart {
  return (['meaning', 'gone', 'drafted'] as const).find((part) => counts[part] > 0) ?? 'doubtful'
}

/** How many wait for whatever reason. */
export function sumOf(counts: Counts): number {
  return counts.doubtful + counts.meaning + counts.gone + counts.drafted
}

/** `5 cards wait for you: 3 proposed, 2 whose text is gone.` */
export function totalWords(counts: Counts): string {
  const total = sumOf(counts)
  const parts = [
    counts.drafted > 0 ? `${counts.drafted} drafted` : '',
    counts.doubtful > 0 ? `${counts.doubtful} proposed` : '',
    counts.meaning > 0 ? `${counts.meaning} with a changed meaning` : '',
    counts.gone > 0 ? `${counts.gone} whose text is gone` : '',
  ].filter((part) => part !== '')
  const verb = total === 1 ? 'waits' : 'wait'
  return `${counted(total, 'card')} ${verb} for you: ${parts.join(', ')}.`
}
