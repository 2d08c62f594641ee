import type { WaitingKind } from '../../shared/api/inbox.ts'
import type { KeyNames } from './keys.ts'

export type InboxKey = KeyNames<'inbox'>
export type InboxAction = InboxKey | 'next' | 'previous'
export type Choice = Exclude<InboxKey, 'source' | 'undo'>

/** What can be decided about a card that waits for this reason; a vanished text has no lines to say never to. */
export const choicesOf: Readonly<Record<WaitingKind, readonly Choice[]>> = {
  doubtful: ['accept', 'edit', 'skip', 'never'],
  meaning: ['accept', 'keep', 'edit', 'skip', 'never'],
  gone: ['accept', 'keep', 'skip'],
}

/** What a single key can do now: without a card on the desk there is only the last decision to take back. */
export function keysOnOffer(waiting: WaitingKind | null): readonly InboxKey[] {
  return waiting === null ? ['undo'] : [...choicesOf[waiting], 'source', 'undo']
}
