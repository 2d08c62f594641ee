import { expect, test } from 'vitest'
import { simulate } from '../../../shared/insight/simulate.ts'
import { type SimulatedCollection, everyDay } from '../../../shared/insight/simulation.ts'
import { steerNewCards } from '../../../shared/insight/steer-new-cards.ts'
import { estimateHabits } from '../../../shared/insight/study-habits.ts'
import { syntheticLog, syntheticStart } from '../../../shared/insight/synthetic-log.ts'
import { defaultFsrsParameters } from '../../../shared/schedule/fsrs.ts'

const histories = syntheticLog('steer', { cards: 200, days: 300 })
const collection: SimulatedCollection = {
  histories,
  newCards: 4000,
  today: syntheticStart + 300,
  memory: defaultFsrsParameters,
  habits: estimateHabits(histories),
}
const settings = { ...everyDay, reviewsPerDay: 1000, scheduler: { kind: 'sm2' } } as const
const minutesAt = (newPerDay: number) => {
  const days = simulate(collection, { ...settings, newPerDay }, 30, [1, 2, 3])
  return days.reduce((sum, { minutes }) => sum + minutes.median, 0) / 30
}

test.each([5, 10, 15, 30, 60])(
  'a day of %i minutes begins as many new cards as fit, and not one more',
  (target) => {
    const { newPerDay, minutes } = steerNewCards(collection, settings, target)
    expect(minutes).toBeLessThanOrEqual(target)
    expect(minutes).toBeCloseTo(minutesAt(newPerDay))
    if (newPerDay < 100) expect(minutesAt(newPerDay + 1)).toBeGreaterThan(target)
  },
)

test('more minutes never mean fewer new cards', () => {
  const found = [3, 6, 12, 24, 48].map((target) => steerNewCards(collection, settings, target).newPerDay)
  expect(found).toEqual(found.toSorted((a, b) => a - b))
  expect(found.at(-1)).toBeGreaterThan(found[0] ?? 0)
})

test('nothing new is begun while the reviews alone take longer', () => {
  const { newPerDay, minutes, minutesWithoutNew } = steerNewCards(collection, settings, 0.01)
  expect(newPerDay).toBe(0)
  expect(minutes).toBe(minutesWithoutNew)
  expect(minutes).toBeGreaterThan(0.01)
})

test('who takes longer over a card begins fewer', () => {
  const { firstSeconds, reviewSeconds } = collection.habits
  const twice = ([a, b, c, d]: typeof firstSeconds) => [2 * a, 2 * b, 2 * c, 2 * d] as const
  const slow = {
    ...collection,
    habits: { ...collection.habits, firstSeconds: twice(firstSeconds), reviewSeconds: twice(reviewSeconds) },
  }
  expect(steerNewCards(slow, settings, 20).newPerDay).toBeLessThan(
    steerNewCards(collection, settings, 20).newPerDay,
  )
})
