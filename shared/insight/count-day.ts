import type { Day } from '../basics/time.ts'
import { applyEvent, standingEvents } from '../schedule/fold-reviews.ts'
import { type LoggedEvent, type Reviewed, compareLogged } from '../schedule/review-event.ts'
import { type CardState, newCardState } from '../schedule/schedule.ts'

/** What happened on one study day. The row of `study_days` holds it; it can always be counted again from the log. */
export interface DayCounts {
  /** Answers that counted for the schedule, drill included. */
  readonly answers: number
  /** Those of them with grade 3 or better. */
  readonly passed: number
  /** Cards answered for the first time. */
  readonly newCards: number
  /** Cards answered that had been answered on an earlier day: the first answer of the day decides. */
  readonly reviewCards: number
  readonly reviewPassed: number
  readonly durationMs: number
}

export const emptyDay: DayCounts = {
  answers: 0,
  passed: 0,
  newCards: 0,
  reviewCards: 0,
  reviewPassed: 0,
  durationMs: 0,
}

/** What one answer adds to its day, given the card's state before it. */
export function countAnswer(before: CardState, answer: Reviewed, day: Day): DayCounts {
  const passed = answer.grade >= 3 ? 1 : 0
  const isFirstToday = before.lastAnswer === null || before.lastAnswer.on < day
  const isReview = isFirstToday && before.lastAnswer !== null
  return {
    answers: 1,
    passed,
    newCards: before.lastAnswer === null ? 1 : 0,
    reviewCards: isReview ? 1 : 0,
    reviewPassed: isReview ? passed : 0,
    durationMs: answer.durationMs,
  }
}

/** The counts of a day from the whole logs of the cards answered on it: the truth that `countAnswer` keeps up with. */
export function countDay(cardLogs: readonly (readonly LoggedEvent[])[], day: Day): DayCounts {
  return cardLogs.map((log) => countCardDays(log).get(day) ?? emptyDay).reduce(addCounts, emptyDay)
}

/** What one card adds to each day: its log is folded, and each answer counted against the state before it, as the answer path does. */
export function countCardDays(log: readonly LoggedEvent[]): Map<Day, DayCounts> {
  const days = new Map<Day, DayCounts>()
  let state = newCardState
  for (const logged of standingEvents(log).sort(compareLogged)) {
    const { event, countedOn } = logged
    if (event.kind === 'reviewed' && event.effect === 'schedule')
      days.set(countedOn, addCounts(days.get(countedOn) ?? emptyDay, countAnswer(state, event, countedOn)))
    state = applyEvent(state, logged)
  }
  return days
}

/** The sum of two counts. */
export function addCounts(a: DayCounts, b: DayCounts): DayCounts {
  return {
    answers: a.answers + b.answers,
    passed: a.passed + b.passed,
    newCards: a.newCards + b.newCards,
    reviewCards: a.reviewCards + b.reviewCards,
    reviewPassed: a.reviewPassed + b.reviewPassed,
    durationMs: a.durationMs + b.durationMs,
  }
}
