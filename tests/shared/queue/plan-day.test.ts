import { expect, test } from 'vitest'
import type { Day } from '../../../shared/basics/time.ts'
import { type DayAtHand, planDay } from '../../../shared/queue/plan-day.ts'
import { defaultSettings } from '../../../shared/queue/settings.ts'
import { aCardId } from '../../support/factories.ts'

const today = '2026-03-10' as Day
const group = (number: number) => ({
  id: aCardId(number),
  factKey: `fact-${number}`,
  conceptId: `${number}`,
  sources: [],
})
const due = (number: number) => ({
  ...group(number),
  intervalDays: 10,
  repetitions: 3,
  stability: null,
  repeatedOn: '2026-02-20' as Day,
})
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

const unfilledOf = (
  reviews: number,
  fresh: number,
  settings: { reviewsPerDay: number; newPerDay: number },
) => {
  const atHand: DayAtHand = {
    drill: [],
    due: numbers(reviews).map(due),
    fresh: numbers(fresh).map((number) => group(1000 + number)),
    siblingsOfToday: new Set(),
    introducedToday: 0,
    reviewedToday: 0,
    dueNow: reviews,
  }
  return planDay(atHand, { ...defaultSettings, ...settings }, today).unfilled
}

test('the room that stays empty asks for more cards only where more of them would be asked', () => {
  const settings = { reviewsPerDay: 5, newPerDay: 3 }
  expect(unfilledOf(2, 1, settings)).toEqual({ reviews: 3, fresh: 2 })
  expect(unfilledOf(2, 9, settings)).toEqual({ reviews: 3, fresh: 0 })
  // A day that reviews fill has no room for what is new, however much of it there is.
  expect(unfilledOf(5, 1, settings)).toEqual({ reviews: 0, fresh: 0 })
  expect(unfilledOf(9, 0, { reviewsPerDay: 0, newPerDay: 3 })).toEqual({ reviews: 0, fresh: 3 })
})
