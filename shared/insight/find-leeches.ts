import type { Day } from '../basics/time.ts'
import type { CardId } from '../card/card.ts'
import { type AnswerReading, isRecalled } from './answer-readings.ts'
import { counted, whole } from './share-words.ts'

/** A card that is forgotten again and again. */
export interface Leech {
  readonly card: CardId
  /** Study days on which its first try failed, since it was last reset. */
  readonly failedDays: number
  /** Study days on which it was asked after its first one. */
  readonly askedDays: number
  readonly lastFailedOn: Day
}

/**
 * What the log says of each leech, the worst first. Which cards are leeches `isLeech` alone decides: so this list, that of
 * Today and a search for them name the same cards. The very first answer to a card is a guess and no failure; what is
 * drilled on the same day counts once.
 */
export function findLeeches(readings: readonly AnswerReading[], leeches: ReadonlySet<CardId>): Leech[] {
  const cards = new Map<CardId, { failedDays: number; askedDays: number; lastFailedOn: Day | null }>()
  for (const reading of readings) {
    if (reading.role === 'same_day' || !leeches.has(reading.card)) continue
    // A card that is new once more was reset: it starts with a clean record.
    const known = reading.role === 'new' ? undefined : cards.get(reading.card)
    const held = known ?? { failedDays: 0, askedDays: 0, lastFailedOn: null }
    if (known === undefined) cards.set(reading.card, held)
    if (reading.role === 'new') continue
    held.askedDays++
    if (isRecalled(reading)) continue
    held.failedDays++
    held.lastFailedOn = reading.day
  }
  return [...cards]
    .flatMap(([card, { lastFailedOn, ...days }]) =>
      lastFailedOn === null ? [] : [{ card, ...days, lastFailedOn }],
    )
    .sort((a, b) => b.failedDays - a.failedDays || a.askedDays - b.askedDays || (a.card < b.card ? -1 : 1))
}

/** The list in a sentence. */
export function leechesSentence(total: number, fewestDays: number): string {
  const days = `${counted(fewestDays, 'day')} or more`
  if (total === 0) return `No card that failed its first try on ${days} is still to be learnt.`
  return total === 1
    ? `One card failed its first try on ${days}, and was not recalled over three weeks since: reword, split or suspend it.`
    : `${whole(total)} cards failed their first try on ${days}, and were not recalled over three weeks since: reword, split or suspend them.`
}
