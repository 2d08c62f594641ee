import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type EpochMs, addDays, dayNumber } from '../../../shared/basics/time.ts'
import { cardHistories } from '../../../shared/schedule/card-history.ts'
import { foldReviews } from '../../../shared/schedule/fold-reviews.ts'
import { type Sm2Standing, readSm2, stepSm2 } from '../../../shared/schedule/fit/replay-sm2.ts'
import type { Grade, LoggedEvent, ReviewEvent } from '../../../shared/schedule/review-event.ts'
import { scoredAnswers } from '../../../shared/schedule/fit/scored-answers.ts'
import { aCardId, aReview, anUndo, dayMs, logged, noon } from '../../support/factories.ts'
import { aHistory } from '../../support/histories.ts'

const answer = (day: number, grade: Grade, minute = 0, card = 1) =>
  logged(aReview({ at: (noon + day * dayMs + minute * 60_000) as EpochMs, grade, cardId: aCardId(card) }))
const firstDay = dayNumber(aReview().studyDay)
const historyOf = (...log: LoggedEvent[]) => cardHistories(log).get(aCardId(1))

test('the first answer of a study day counts, and its drill stands beside it', () => {
  expect(historyOf(answer(0, 2), answer(0, 3, 10), answer(0, 4, 20), answer(1, 4))).toEqual([
    { day: firstDay, grade: 2, drill: [3, 4], durationMs: 12_000 },
    { day: firstDay + 1, grade: 4, durationMs: 4000 },
  ])
})

test('an answer that counts on an earlier day than the one before is drill of that later day', () => {
  const west = { ...answer(2, 2, 10), countedOn: addDays(aReview().studyDay, 1) }
  expect(
    historyOf(answer(1, 4), { ...answer(2, 4), countedOn: addDays(aReview().studyDay, 2) }, west),
  ).toEqual([
    { day: firstDay + 1, grade: 4, durationMs: 4000 },
    { day: firstDay + 2, grade: 4, drill: [2], durationMs: 8000 },
  ])
})

test('practice and what was undone are in no history', () => {
  const practice = logged(aReview({ at: (noon + dayMs) as EpochMs, via: 'quiz', effect: 'none' }))
  const undone = answer(2, 2)
  expect(historyOf(answer(0, 4), practice, undone, logged(anUndo(undone.event)))).toHaveLength(1)
})

test('a reset begins the history anew', () => {
  const { id, learnerId, deviceId, zone, studyDay, cardId } = aReview()
  const at = (noon + dayMs) as EpochMs
  const reset: ReviewEvent = { id, learnerId, deviceId, zone, studyDay, cardId, at, kind: 'reset' }
  expect(historyOf(answer(0, 4), logged(reset), answer(5, 2))).toMatchObject([
    { day: firstDay + 5, grade: 2 },
  ])
  expect(historyOf(answer(0, 4), logged(reset))).toBeUndefined()
})

/** Where the history of a log and its fold stand under SM-2. */
function bothStandings(log: readonly LoggedEvent[]) {
  const standing = (cardHistories(log).get(aCardId(1)) ?? []).reduce<Sm2Standing | null>(stepSm2, null)
  const schedule = foldReviews(log).get(aCardId(1))?.schedule
  if (standing === null || schedule?.kind !== 'sm2') return null
  const { repetitions, intervalDays, easeHundredths } = schedule
  return {
    replayed: standing,
    folded: {
      state: { repetitions, intervalDays, easeHundredths },
      repeatedOn: dayNumber(schedule.repeatedOn),
      dueOn: dayNumber(schedule.dueOn),
    },
  }
}

test('a replay of a history under SM-2 stands where the fold of the log stands', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 5 })), {
    minLength: 1,
    maxLength: 15,
  })
  fc.assert(
    fc.property(steps, fc.boolean(), (answers, drilled) => {
      let day = 0
      const log = answers.flatMap(([gap, grade]) => {
        day += gap
        const first = answer(day, grade as Grade)
        return drilled && grade < 3 ? [first, answer(day, 4, 10)] : [first]
      })
      const both = bothStandings(log)
      expect(both?.replayed).toEqual(both?.folded)
      expect(both).not.toBeNull()
    }),
    { numRuns: 500 },
  )
})

test('the first answer of a day is the one that counts: a failure after an early pass is drill', () => {
  const both = bothStandings([answer(0, 4), answer(1, 4), answer(3, 4), answer(3, 2, 10)])
  expect(both?.folded).toEqual(both?.replayed)
})

test('scored answers are all but the first of each card, in the order of days', () => {
  const scored = scoredAnswers([
    aHistory([0, 4], [5, 2], [1, 4]),
    aHistory([1, 4], [2, 3]),
    [],
    aHistory([0, 4]),
  ])
  expect(scored.count).toBe(3)
  expect([...scored.card]).toEqual([1, 0, 0])
  expect([...scored.index]).toEqual([1, 1, 2])
  expect([...scored.recalled]).toEqual([1, 0, 1])
})

test('what SM-2 held before an answer is read off without that answer', () => {
  const readings = readSm2([aHistory([0, 4], [1, 4], [7, 2], [1, 4])])
  expect([...readings.elapsedDays]).toEqual([1, 7, 1])
  expect([...readings.intervalDays]).toEqual([1, 6, 1])
  expect([...readings.repetitions]).toEqual([1, 2, 0])
})

test('an event counts on the day the server settled, not the one a fast clock claimed', () => {
  const early = answer(9, 4)
  const settled = { ...early, countedOn: addDays(aReview().studyDay, 1) }
  expect(historyOf(settled)?.[0]?.day).toBe(firstDay + 1)
})
