import { signal } from '@preact/signals'
import { readLocal, writeLocal } from './device.ts'

/** Why a card is flagged, by the digit that says it; `none` when the learner gave no reason. */
export const flagReasons = ['wrong', 'unclear', 'too long', 'duplicate', 'outdated'] as const
export type FlagReason = (typeof flagReasons)[number] | 'none'

const key = 'recollect.flags'

/** The cards that are flagged on this device. */
export const flags = signal<Readonly<Record<string, FlagReason>>>(read())

/** Flags a card, or takes its flag away. Returns the flag it had. */
export function setFlag(cardId: string, reason: FlagReason | null): FlagReason | null {
  const before = flags.value[cardId] ?? null
  const { [cardId]: _gone, ...others } = flags.value
  flags.value = reason === null ? others : { ...others, [cardId]: reason }
  writeLocal(key, JSON.stringify(flags.value))
  return before
}

function read(): Record<string, FlagReason> {
  try {
    return JSON.parse(readLocal(key) ?? '{}') as Record<string, FlagReason>
  } catch {
    return {}
  }
}
