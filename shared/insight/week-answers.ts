import { groupBy } from '../basics/group-by.ts'
import type { Day } from '../basics/time.ts'
import type { CardId } from '../card/card.ts'
import { type ActiveDay, activeDays } from './activity.ts'
import { type AnswerReading, isRecalled } from './answer-readings.ts'
import { matureDays } from './maturity.ts'
import { type Tally, addToTally, noTally } from './share-words.ts'
import { type Week, isWithin, weekBeside } from './week.ts'

/** A card whose first try of a day failed in the week. */
export interface ForgottenCard {
  readonly card: CardId
  /** On how many days of the week. */
  readonly failedDays: number
  readonly lastFailedOn: Day
  /** Whether a first try was right on a later day: up to today, so a past week tells what is still open of it. */
  readonly isRecalledSince: boolean
}

/** What the answers of a week show. */
export interface WeekAnswers {
  /** Days of the week with answers, oldest first. */
  readonly days: readonly ActiveDay[]
  readonly inQuizzes: number
  /** First tries of a day on cards met before. */
  readonly firstTries: Tally
  /** How many of them should have been recalled: the sum of the predicted chances. */
  readonly expected: number
  /** The same first tries of the week before. */
  readonly triesBefore: Tally
  /** Cards recalled on a later day for the first time: the first proof that something stayed. */
  readonly stayed: number
  /** Cards recalled after an interval of three weeks or more. */
  readonly recalledLate: number
  /** The ones that are still open first, then the most forgotten. */
  readonly forgotten: readonly ForgottenCard[]
}

/** Counts a week. `readings` hold the whole logs of the cards that were answered in it, and in the week before it. */
export function weekAnswers(readings: readonly AnswerReading[], week: Week): WeekAnswers {
  const within = readings.filter(({ day }) => isWithin(day, week))
  const tries = within.filter(isFirstTry)
  const before = weekBeside(week, -1)
  const recalled = tries.filter(isRecalled)
  return {
    days: activeDays(within),
    inQuizzes: within.filter(({ via }) => via === 'quiz').length,
    firstTries: tallyOf(tries),
    expected: tries.reduce((sum, { before: held }) => sum + (held?.recall ?? 0), 0),
    triesBefore: tallyOf(readings.filter((reading) => isFirstTry(reading) && isWithin(reading.day, before))),
    stayed: [...firstRecalls(readings).values()].filter((day) => isWithin(day, week)).length,
    recalledLate: new Set(
      recalled.filter(({ before: held }) => (held?.intervalDays ?? 0) >= matureDays).map(({ card }) => card),
    ).size,
    forgotten: forgottenIn(readings, week),
  }
}

const isFirstTry = ({ role }: AnswerReading): boolean => role === 'review'

function tallyOf(tries: readonly AnswerReading[]): Tally {
  return tries.reduce((tally, reading) => addToTally(tally, isRecalled(reading)), noTally)
}

/** The day on which each card was first recalled at the first try. */
function firstRecalls(readings: readonly AnswerReading[]): Map<CardId, Day> {
  return dayOfEach(
    readings.filter((reading) => isFirstTry(reading) && isRecalled(reading)),
    (a, b) => a < b,
  )
}

function forgottenIn(readings: readonly AnswerReading[], week: Week): ForgottenCard[] {
  const tries = readings.filter(isFirstTry)
  const failures = tries.filter((reading) => !isRecalled(reading) && isWithin(reading.day, week))
  const failedDays = groupBy(failures, ({ card }) => card)
  const recalledOn = dayOfEach(tries.filter(isRecalled), (a, b) => a > b)
  return [...dayOfEach(failures, (a, b) => a > b)]
    .map(([card, lastFailedOn]) => ({
      card,
      failedDays: failedDays.get(card)?.length ?? 0,
      lastFailedOn,
      isRecalledSince: (recalledOn.get(card) ?? lastFailedOn) > lastFailedOn,
    }))
    .sort(
      (a, b) =>
        Number(a.isRecalledSince) - Number(b.isRecalledSince) ||
        b.failedDays - a.failedDays ||
        (a.card < b.card ? -1 : 1),
    )
}

/** Of each card the day that goes before its others. */
function dayOfEach(
  readings: readonly AnswerReading[],
  goesBefore: (day: Day, other: Day) => boolean,
): Map<CardId, Day> {
  const days = new Map<CardId, Day>()
  for (const { card, day } of readings) {
    const known = days.get(card)
    if (known === undefined || goesBefore(day, known)) days.set(card, day)
  }
  return days
}
