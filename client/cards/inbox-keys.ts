import type { WaitingKind } from '../../shared/api/inbox.ts'
import type { KeyPress } from './review-keys.ts'

export type InboxAction =
  'accept' | 'edit' | 'skip' | 'never' | 'keep' | 'undo' | 'next' | 'previous' | 'keys' | 'source'

/** What can be decided about a card that waits for this reason; a vanished text has no lines to say never to. */
export const choicesOf: Record<WaitingKind, readonly InboxAction[]> = {
  doubtful: ['accept', 'edit', 'skip', 'never'],
  meaning: ['accept', 'keep', 'edit', 'skip', 'never'],
  gone: ['accept', 'keep', 'skip'],
}

const letters: Record<string, InboxAction> = {
  a: 'accept',
  e: 'edit',
  s: 'skip',
  n: 'never',
  k: 'keep',
  z: 'undo',
  o: 'source',
  '?': 'keys',
}
const arrows: Record<string, InboxAction> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
}

/** What a key means in the Inbox, or null. Holding a key down never decides twice. */
export function inboxAction(
  press: KeyPress,
  context: { readonly waiting: WaitingKind | null; readonly singleKeys: boolean },
): InboxAction | null {
  if (press.isComposing || press.altKey) return null
  if (press.ctrlKey || press.metaKey) return press.key.toLowerCase() === 'z' && !press.repeat ? 'undo' : null
  const arrow = arrows[press.key]
  if (arrow !== undefined) return context.waiting === null ? null : arrow
  const action = context.singleKeys && !press.repeat ? letters[press.key.toLowerCase()] : undefined
  if (action === undefined || action === 'undo' || action === 'keys') return action ?? null
  if (context.waiting === null) return null
  return action === 'source' || choicesOf[context.waiting].includes(action) ? action : null
}
