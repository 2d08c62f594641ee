import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, addDays } from '../../../shared/basics/time.ts'
import { comebackDaysLeft, comebackShare, forecastComeback } from '../../../shared/queue/plan-comeback.ts'

const from = '2026-03-02' as Day

test('a plan is over after its days and counts from its first', () => {
  expect([-1, 0, 6, 7].map((day) => comebackDaysLeft({ from, days: 7 }, addDays(from, day)))).toEqual([
    0, 7, 1, 0,
  ])
  expect(comebackDaysLeft(null, from)).toBe(0)
})

test('the share of a day does not grow while it is worked off', () => {
  for (let done = 0; done <= 30; done++) expect(comebackShare(210 - done, done, 7)).toBe(30 - done)
})

test('a forecast works off all of the backlog and what becomes due meanwhile, and loses no card', () => {
  fc.assert(
    fc.property(
      fc.nat(3000),
      fc.integer({ min: 1, max: 180 }),
      fc.array(fc.nat(50), { minLength: 180, maxLength: 180 }),
      (backlog, days, due) => {
        const dueByDay = new Map(due.map((count, i) => [addDays(from, i + 1), count]))
        const forecast = forecastComeback({ from, days }, backlog, dueByDay)
        expect(forecast).toHaveLength(days)
        expect(forecast.at(-1)?.left).toBe(0)
        const asked = forecast.reduce((sum, { reviews }) => sum + reviews, 0)
        const all = backlog + due.slice(0, days - 1).reduce((sum, count) => sum + count, 0)
        expect(asked).toBe(all)
      },
    ),
  )
})

test('a backlog without new arrivals is spread to within one card a day', () => {
  const reviews = forecastComeback({ from, days: 7 }, 100, new Map()).map((day) => day.reviews)
  expect(Math.max(...reviews) - Math.min(...reviews)).toBeLessThanOrEqual(1)
})
