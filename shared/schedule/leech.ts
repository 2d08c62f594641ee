import type { CardState } from './schedule.ts'

/** Missed days after which a leech is called one again. */
const leechEvery = 3
/** Whoever recalls a card over so many days has it: it is a leech no longer. */
export const curedAtDays = 21

/**
 * Whether the card keeps being forgotten: its first try failed on `leechDays` study days, and it was not recalled over
 * three weeks since. SM-2's lapses alone miss a card that never came to be recalled twice in a row.
 */
export function isLeech({ missedDays, schedule }: CardState, leechDays: number): boolean {
  return schedule.kind !== 'new' && missedDays >= leechDays && schedule.intervalDays < curedAtDays
}

/** Whether it is time to say so: at so many missed days, and after every third one more. Nothing is ever done silently. */
export function isLeechToTell(state: CardState, leechDays: number): boolean {
  return isLeech(state, leechDays) && (state.missedDays - leechDays) % leechEvery === 0
}
