import { expect, test, vi } from 'vitest'
import { abilities, addFigures, liveAndLearn } from '../../support/simulated-learners.ts'

// Half a thousand concepts are studied for a quarter of a year.
vi.setConfig({ testTimeout: 60_000 })

// `npm run bench -- mastery` says the same of many more lives.
test.each(['sm2', 'fsrs'] as const)(
  'what learners of three abilities would recall lies in the range, and levels neither flap nor outlive their proof (%s)',
  (scheduler) => {
    const lives = abilities.flatMap((ability) =>
      ['one', 'two'].map((seed) => liveAndLearn({ seed, scheduler, ability, concepts: 80, days: 90 })),
    )
    const { conceptWeeks, inRange, flaps, undone, slowestFall, rises, risesByRecognition } = addFigures(lives)
    expect(rises).toBeGreaterThan(300)
    expect(inRange / conceptWeeks).toBeGreaterThanOrEqual(0.85)
    expect(inRange / conceptWeeks).toBeLessThanOrEqual(0.95)
    expect(flaps / conceptWeeks).toBeLessThanOrEqual(1 / 200)
    expect(undone).toBeGreaterThan(10)
    expect(slowestFall).toBeLessThanOrEqual(7)
    expect(risesByRecognition).toBe(0)
  },
)

test('who only chooses among options never gets past Started', () => {
  const { levels } = liveAndLearn({
    seed: 'chooser',
    scheduler: 'sm2',
    ability: 1,
    concepts: 60,
    days: 90,
    choosesOnly: true,
  })
  expect(levels.slice(2)).toEqual([0, 0, 0, 0])
  expect(levels[1]).toBeGreaterThan(30)
})
