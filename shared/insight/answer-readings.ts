import type { Day, EpochMs } from '../basics/time.ts'
import type { CardId } from '../card/card.ts'
import { applyEvent, standingEvents } from '../schedule/fold-reviews.ts'
import type { Scheduler } from '../schedule/memory-model.ts'
import { type RecallFit, predictedRecall } from '../schedule/predicted-recall.ts'
import {
  type Grade,
  type LoggedEvent,
  type Reviewed,
  compareLogged,
  eventCardId,
} from '../schedule/review-event.ts'
import { type CardState, newCardState } from '../schedule/schedule.ts'

/** One answer that counted, with what was held of its card before it: what every figure about answers is made of. */
export interface AnswerReading {
  readonly card: CardId
  readonly day: Day
  /** Of the learner's wall clock, 0 to 23. */
  readonly hour: number
  readonly grade: Grade
  readonly durationMs: number
  readonly via: Reviewed['via']
  readonly form: string
  /** The card's very first answer, the first one of a later study day, or another one of the same day. */
  readonly role: 'new' | 'review' | 'same_day'
  /** Null for a card that was never answered before. */
  readonly before: { readonly intervalDays: number; readonly recall: number } | null
}

/** By what a log is read. */
export interface ReadingRules {
  readonly scheduler: Scheduler
  readonly fit: RecallFit
  readonly hourOf: (at: EpochMs, zone: string) => number
}

/**
 * Every standing answer that counted, in the fold's order. Each is read against the fold of what came before it, by the
 * rules that are in force today: its role is that of `countAnswer`, so the days of the readings are those of `study_days`.
 */
export function readAnswers(log: readonly LoggedEvent[], rules: ReadingRules): AnswerReading[] {
  const states = new Map<CardId, CardState>()
  const readings: AnswerReading[] = []
  for (const logged of standingEvents(log).sort(compareLogged)) {
    const { event, countedOn } = logged
    const cardId = eventCardId(event)
    if (cardId === null) continue
    const before = states.get(cardId) ?? newCardState
    if (event.kind === 'reviewed' && event.effect === 'schedule')
      readings.push(readAnswer(event, countedOn, before, rules))
    states.set(cardId, applyEvent(before, logged, rules.scheduler))
  }
  return readings
}

function readAnswer(
  { cardId, at, zone, grade, durationMs, via, kindShown }: Reviewed,
  day: Day,
  state: CardState,
  { fit, hourOf }: ReadingRules,
): AnswerReading {
  return {
    card: cardId,
    day,
    hour: hourOf(at, zone),
    grade,
    durationMs,
    via,
    form: kindShown,
    role: roleOf(state, day),
    before:
      state.schedule.kind === 'new'
        ? null
        : { intervalDays: state.schedule.intervalDays, recall: predictedRecall(state, day, fit) ?? 0 },
  }
}

function roleOf({ lastAnswer }: CardState, day: Day): AnswerReading['role'] {
  if (lastAnswer === null) return 'new'
  return lastAnswer.on < day ? 'review' : 'same_day'
}

/** Whether an answer says that the card was recalled. */
export const isRecalled = ({ grade }: Pick<AnswerReading, 'grade'>): boolean => grade >= 3
