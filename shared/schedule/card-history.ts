import { dayNumber } from '../basics/time.ts'
import type { CardId } from '../card/card.ts'
import { standingEvents } from './fold-reviews.ts'
import { type Grade, type LoggedEvent, type Reviewed, compareLogged } from './review-event.ts'

/** A study day of a card as memory counts it: by its first answer, with the later ones beside it. */
export interface CountedAnswer {
  /** Its study day, as `dayNumber` counts. */
  readonly day: number
  readonly grade: Grade
  /** The grades of the later answers of the day, in their order; absent where there were none. */
  readonly drill?: readonly Grade[]
  /** The time the card took that day, its drill included. */
  readonly durationMs: number
}

/** What one card was answered, oldest first, each on a later study day than the one before. */
export type CardHistory = readonly CountedAnswer[]

/**
 * The histories of all cards in a learner's log, for what reads memory from it: fitting, measuring, simulating. Practice
 * and what was undone are left out; a reset begins the card's history anew.
 */
export function cardHistories(log: readonly LoggedEvent[]): Map<CardId, CardHistory> {
  const histories = new Map<CardId, CountedAnswer[]>()
  for (const { event, countedOn } of standingEvents(log).sort(compareLogged)) {
    if (event.kind === 'reset') histories.delete(event.cardId)
    if (event.kind !== 'reviewed' || event.effect !== 'schedule') continue
    const history = histories.get(event.cardId) ?? []
    histories.set(event.cardId, history)
    countAnswer(history, dayNumber(countedOn), event)
  }
  return histories
}

/** Adds an answer to a history in the making. On the day of the one before, or earlier, it is drill of that day. */
export function countAnswer(
  history: CountedAnswer[],
  day: number,
  answer: Pick<Reviewed, 'grade' | 'durationMs'>,
): void {
  const last = history.at(-1)
  if (last === undefined || day > last.day) {
    history.push({ day, grade: answer.grade, durationMs: answer.durationMs })
    return
  }
  const drill = [...(last.drill ?? []), answer.grade]
  history[history.length - 1] = { ...last, drill, durationMs: last.durationMs + answer.durationMs }
}
