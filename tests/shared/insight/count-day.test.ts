import { expect, test } from 'vitest'
import { type Day, type EpochMs, addDays } from '../../../shared/basics/time.ts'
import { countDay } from '../../../shared/insight/count-day.ts'
import type { Grade, LoggedEvent } from '../../../shared/schedule/review-event.ts'
import { aReview, dayMs, logged, noon } from '../../support/factories.ts'

const start = '2026-03-02' as Day
const answer = (day: number, grade: Grade, minute: number, countedOn = day): LoggedEvent =>
  logged(aReview({ at: (noon + day * dayMs + minute * 60_000) as EpochMs, grade }), addDays(start, countedOn))

test('a card is one review of a day, however often it is drilled', () => {
  const log = [answer(0, 4, 0), answer(1, 2, 0), answer(1, 3, 10), answer(1, 4, 20)]
  expect(countDay([log], addDays(start, 1))).toMatchObject({
    answers: 3,
    passed: 2,
    reviewCards: 1,
    reviewPassed: 0,
  })
})

test('drill that counts on an earlier day makes no review of that day, nor a second one of the later', () => {
  const log = [answer(0, 4, 0), answer(2, 2, 0), answer(2, 4, 10, 1), answer(2, 4, 20)]
  expect(countDay([log], addDays(start, 1))).toMatchObject({ answers: 1, reviewCards: 0, reviewPassed: 0 })
  expect(countDay([log], addDays(start, 2))).toMatchObject({ answers: 2, reviewCards: 1, reviewPassed: 0 })
})
