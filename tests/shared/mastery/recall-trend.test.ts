import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { daysBetween } from '../../../shared/basics/time.ts'
import { conceptMastery } from '../../../shared/mastery/mastery.ts'
import { recallTrend } from '../../../shared/mastery/recall-trend.ts'
import { trendDays } from '../../../shared/mastery/trend-days.ts'
import { dayOf, each, factsWithACard, range, standingOf } from './a-concept.ts'
import { aPast } from './a-past.ts'

// Whole pasts, folded again for each of their days.
vi.setConfig({ testTimeout: 30_000 })

const met = [...each(range(4), { day: 0 }), ...each(range(4), { day: 1 })]

test('a concept that nobody asked has no trend', () => {
  expect(recallTrend(standingOf(factsWithACard(4), []), dayOf(30))).toEqual([])
})

test('a trend begins with the first answer, sinks while nothing is answered, and rises with what is', () => {
  const story = [...met, ...each(range(4), { day: 20 })]
  const trend = recallTrend(standingOf(factsWithACard(4), story), dayOf(25))
  expect(trend.map(({ on }) => on)).toEqual(range(26).map(dayOf))
  const recall = trend.map((day) => day.recall)
  expect(recall.slice(2, 20)).toEqual(recall.slice(2, 20).toSorted((a, b) => b - a))
  expect(recall[19]).toBeLessThan(recall[2] ?? 0)
  expect(recall[20]).toBe(4)
})

test('a trend goes back so many days and no further', () => {
  const trend = recallTrend(standingOf(factsWithACard(4), met), dayOf(400))
  expect(trend[0]?.on).toBe(dayOf(400 - trendDays))
  expect(trend).toHaveLength(trendDays + 1)
})

test('the last day of a trend is today as mastery has it, and every range holds its line', () => {
  fc.assert(
    fc.property(aPast, fc.nat({ max: 120 }), fc.constantFrom(1, 3), ({ concept, story }, later, step) => {
      const today = dayOf(Math.max(0, ...story.map(({ day }) => day)) + later)
      const standing = standingOf(concept, story)
      const trend = recallTrend(standing, today, step)
      for (const { recall, low, high } of trend) {
        expect(low).toBeLessThanOrEqual(recall)
        expect(recall).toBeLessThanOrEqual(high)
      }
      const last = trend.at(-1)
      if (last === undefined) return
      expect(last.on).toBe(today)
      expect(last.recall).toBeCloseTo(conceptMastery(standing, today).recallNow, 0)
    }),
  )
})

test('a day of the past keeps what was said of it, as near as the days between two points tell', () => {
  fc.assert(
    fc.property(aPast, ({ concept, story }) => {
      const end = Math.max(0, ...story.map(({ day }) => day))
      const trend = recallTrend(standingOf(concept, story), dayOf(end))
      for (const { on, recall } of trend) {
        const until = story.filter(({ day }) => dayOf(day) <= on)
        const undone = story.some(({ kind }) => kind === 'reset')
        if (undone || story.some(({ daysWest = 0 }) => daysWest > 0)) return
        const then = conceptMastery(standingOf(concept, until), on).recallNow
        expect(Math.abs(recall - then)).toBeLessThan(0.12 + 0.07 * then)
        expect(daysBetween(on, dayOf(end))).toBeLessThanOrEqual(trendDays)
      }
    }),
    { numRuns: 40 },
  )
})
