import { expect, test } from 'vitest'
import { bandOf } from '../../../shared/insight/band.ts'
import { type SimulatedDay, simulate } from '../../../shared/insight/simulate.ts'
import {
  type SimulatedCollection,
  type SimulationSettings,
  everyDay,
} from '../../../shared/insight/simulation.ts'
import { estimateHabits, usualHabits } from '../../../shared/insight/study-habits.ts'
import { syntheticLog, syntheticStart } from '../../../shared/insight/synthetic-log.ts'
import { defaultFsrsParameters } from '../../../shared/schedule/fsrs.ts'

const days = 120
const histories = syntheticLog('simulate', { cards: 200, days: 300 })
const collection: SimulatedCollection = {
  histories,
  newCards: 400,
  today: syntheticStart + 300,
  memory: defaultFsrsParameters,
  habits: estimateHabits(histories),
}
const fsrs = (retention: number) => ({ kind: 'fsrs', parameters: defaultFsrsParameters, retention }) as const
const settings: SimulationSettings = {
  ...everyDay,
  newPerDay: 5,
  reviewsPerDay: 200,
  scheduler: { kind: 'sm2' },
}
const run = (changes: Partial<SimulationSettings> = {}, seeds = [1, 2, 3, 4]) =>
  simulate(collection, { ...settings, ...changes }, days, seeds)
const total = (simulated: readonly SimulatedDay[], key: keyof SimulatedDay) =>
  simulated.reduce((sum, day) => sum + day[key].median, 0)

test.each([{ scheduler: settings.scheduler }, { scheduler: fsrs(0.9) }])(
  'the same seeds give the same days under $scheduler.kind, others other days',
  ({ scheduler }) => {
    expect(run({ scheduler })).toEqual(run({ scheduler }))
    expect(run({ scheduler }, [5, 6, 7, 8])).not.toEqual(run({ scheduler }))
  },
)

test.each([{ scheduler: settings.scheduler }, { scheduler: fsrs(0.9) }])(
  'more new cards a day never mean fewer reviews under $scheduler.kind',
  ({ scheduler }) => {
    const reviews = [0, 3, 6, 12].map((newPerDay) => total(run({ scheduler, newPerDay }), 'reviews'))
    expect(reviews).toEqual(reviews.toSorted((a, b) => a - b))
    expect(reviews[3]).toBeGreaterThan(reviews[0] ?? 0)
  },
)

test('asking for more recall costs more reviews and time, and gives more recall', () => {
  const simulated = [0.7, 0.8, 0.9, 0.97].map((retention) => run({ scheduler: fsrs(retention) }))
  for (const figures of [
    simulated.map((one) => total(one, 'reviews')),
    simulated.map((one) => total(one, 'minutes')),
    simulated.map((one) => one.at(-1)?.recall.median ?? 0),
  ]) {
    expect(figures).toEqual(figures.toSorted((a, b) => a - b))
  }
})

test('a break moves the load behind it and loses no card', () => {
  const paused = run({ pause: { from: 30, days: 14 } })
  const usual = run()
  for (const day of paused.slice(30, 44)) {
    expect([day.reviews.high, day.newCards.high, day.minutes.high]).toEqual([0, 0, 0])
  }
  expect(paused.slice(0, 30)).toEqual(usual.slice(0, 30))
  expect(paused[43]?.backlog.median).toBeGreaterThan(usual[43]?.backlog.median ?? 0)
  expect(paused[44]?.reviews.median).toBeGreaterThan(usual[44]?.reviews.median ?? 0)
  expect(paused.at(-1)?.backlog.median).toBe(0)
  // Introduced later, but all of them.
  expect(total(paused, 'newCards')).toBe(total(usual, 'newCards'))
})

test('a rest day has no work, an easy day part of it', () => {
  // 1970-01-01 was a Thursday: day number 4 a Monday.
  const monday = (4 - (collection.today % 7) + 7) % 7
  const isMonday = (at: number) => at % 7 === monday
  const rest = run({ weekdays: [0, 1, 1, 1, 1, 1, 1] })
  rest.forEach((day, at) => expect(day.reviews.high === 0 && day.newCards.high === 0).toBe(isMonday(at)))
  const mondays = (simulated: readonly SimulatedDay[]) =>
    total(
      simulated.filter((_, at) => isMonday(at)),
      'reviews',
    )
  expect(mondays(run({ weekdays: [0.5, 1, 1, 1, 1, 1, 1] }))).toBeLessThan(mondays(run()))
})

test('no day goes over its limits, and what is left is the backlog', () => {
  const limited = run({ reviewsPerDay: 10, newPerDay: 3 }, [1])
  for (const day of limited) {
    expect(day.reviews.median).toBeLessThanOrEqual(10)
    expect(day.newCards.median).toBeLessThanOrEqual(3)
    if (day.backlog.median > 0) expect(day.reviews.median).toBe(10)
  }
  expect(limited.some((day) => day.backlog.median > 0)).toBe(true)
})

test('no more cards are introduced than there are', () => {
  const simulated = simulate({ ...collection, newCards: 7 }, { ...settings, newPerDay: 5 }, 10)
  expect(simulated.map((day) => day.newCards.median)).toEqual([5, 2, 0, 0, 0, 0, 0, 0, 0, 0])
})

test('an empty collection gives zeros', () => {
  const empty = { ...collection, histories: [], newCards: 0, habits: usualHabits }
  const nothing = bandOf([0])
  for (const scheduler of [settings.scheduler, fsrs(0.9)]) {
    const simulated = simulate(empty, { ...settings, scheduler }, 30)
    expect(simulated).toHaveLength(30)
    for (const day of simulated) expect(Object.values(day)).toEqual(Array.from({ length: 5 }, () => nothing))
  }
})

test('the band holds the median', () => {
  for (const day of run({ scheduler: fsrs(0.9) })) {
    for (const { low, median, high } of Object.values(day)) {
      expect(low).toBeLessThanOrEqual(median)
      expect(median).toBeLessThanOrEqual(high)
    }
  }
})

test.each([
  [[], { median: 0, low: 0, high: 0 }],
  [[3], { median: 3, low: 3, high: 3 }],
  [[10, 0], { median: 5, low: 1, high: 9 }],
  [[5, 1, 4, 2, 3, 0, 10, 9, 8, 7, 6], { median: 5, low: 1, high: 9 }],
])('the band of %j', (values, band) => {
  expect(bandOf(values)).toEqual(band)
})
