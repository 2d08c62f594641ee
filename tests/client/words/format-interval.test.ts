import { expect, test } from 'vitest'
import { formatInterval, formatPreview, sayInterval } from '../../../client/words/format-interval.ts'

test.each([
  [0, 'today'],
  [1, '1 d'],
  [6, '6 d'],
  [20, '20 d'],
  [21, '3 wk'],
  [45, '6 wk'],
  [60, '2 mo'],
  [152, '5 mo'],
  [364, '12 mo'],
  [365, '1 y'],
  [438, '1.2 y'],
  [3653, '10 y'],
])('%i days read %s', (days, words) => {
  expect(formatInterval(days)).toBe(words)
})

test('a missed card shows that it returns today first', () => {
  expect(formatPreview({ intervalDays: 1, drill: true })).toBe('today, then 1 d')
  expect(formatPreview({ intervalDays: 6, drill: false })).toBe('6 d')
  expect(formatPreview({ intervalDays: 0, drill: true })).toBe('today')
})

test.each([
  [0, 'today'],
  [1, 'in 1 day'],
  [4, 'in 4 days'],
  [21, 'in 3 weeks'],
  [438, 'in 1.2 years'],
])('%i days are said as "%s"', (days, words) => {
  expect(sayInterval(days)).toBe(words)
})
