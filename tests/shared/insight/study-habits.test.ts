import { expect, test } from 'vitest'
import { estimateHabits, usualHabits } from '../../../shared/insight/study-habits.ts'
import { aHistory } from '../../support/histories.ts'

test('without a log the usual habits stand', () => {
  const habits = estimateHabits([])
  for (const key of ['firstRatings', 'recalledRatings', 'firstSeconds', 'reviewSeconds'] as const) {
    habits[key].forEach((value, rating) => expect(value).toBeCloseTo(usualHabits[key][rating] ?? -1, 12))
  }
})

test('the chances of the keys sum to one', () => {
  const { firstRatings, recalledRatings } = estimateHabits([
    aHistory([0, 4], [1, 2], [1, 5]),
    aHistory([0, 3]),
  ])
  for (const chances of [firstRatings, recalledRatings]) {
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12)
  }
  expect(recalledRatings[0]).toBe(0)
})

test('fifty answers count as much as what is usual', () => {
  // Eight seconds for each of fifty Good answers.
  const habits = estimateHabits(Array.from({ length: 50 }, () => aHistory([0, 4], [3, 4])))
  expect(habits.reviewSeconds[2]).toBeCloseTo((8 + usualHabits.reviewSeconds[2]) / 2, 12)
  expect(habits.firstRatings[2]).toBeCloseTo((1 + usualHabits.firstRatings[2]) / 2, 12)
  expect(habits.reviewSeconds[1]).toBe(usualHabits.reviewSeconds[1])
})

test('a card left open for an hour counts two minutes', () => {
  const open = [{ day: 1, grade: 4, durationMs: 3_600_000 }] as const
  expect(estimateHabits([open]).firstSeconds[2]).toBeCloseTo(
    (120 + 50 * usualHabits.firstSeconds[2]) / 51,
    12,
  )
})
