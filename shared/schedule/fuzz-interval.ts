import { hash64Lanes } from '../basics/hash.ts'
import type { CardId } from '../card/card.ts'

/** How far, in days, the due day may lie from the nominal one: 15 % of days 2.5–7, 10 % of 7–20, 5 % beyond, plus one. */
export function fuzzReachDays(intervalDays: number): number {
  if (intervalDays < 2.5) return 0
  const part = (from: number, to: number) => Math.max(0, Math.min(intervalDays, to) - from)
  return Math.round(1 + 0.15 * part(2.5, 7) + 0.1 * part(7, 20) + 0.05 * part(20, Infinity))
}

/**
 * The interval with its fuzz, drawn from (card, repetition), so that preview, label, event and refold agree.
 * Never less than a day, never more than `fuzzReachDays` away.
 */
export function fuzzInterval(intervalDays: number, cardId: CardId, repetitions: number): number {
  const reach = fuzzReachDays(intervalDays)
  if (reach === 0) return intervalDays
  const [seed] = hash64Lanes(JSON.stringify([cardId, repetitions]))
  return Math.max(1, intervalDays - reach + (seed % (2 * reach + 1)))
}
