import { expect, test } from 'vitest'
import { planExam } from '../../../shared/insight/plan-exam.ts'
import { type SimulatedCollection, everyDay } from '../../../shared/insight/simulation.ts'
import { usualHabits } from '../../../shared/insight/study-habits.ts'
import { syntheticLog, syntheticStart } from '../../../shared/insight/synthetic-log.ts'
import { defaultFsrsParameters } from '../../../shared/schedule/fsrs.ts'

const exam = (newCards: number, known = 0): SimulatedCollection => ({
  histories: syntheticLog('exam', { cards: 80, days: 60 }).slice(0, known),
  newCards,
  today: syntheticStart + 60,
  memory: defaultFsrsParameters,
  habits: usualHabits,
})
const settings = { ...everyDay, reviewsPerDay: 1000, scheduler: { kind: 'sm2' } } as const

test.each([
  // New cards, days, limit → new a day, unreached. The last two days begin nothing.
  [120, 14, 20, 10, 0],
  [120, 14, 10, 10, 0],
  [120, 10, 10, 15, 40],
  [120, 1, 20, 120, 100],
  [0, 10, 20, 0, 0],
  [5, 30, 0, 1, 5],
])(
  '%i new cards in %i days at %i a day: %i are needed a day, %i are not reached',
  (newCards, days, limit, needs, missed) => {
    const plan = planExam(exam(newCards), settings, { days, limit })
    expect([plan.newPerDay, plan.unreached, plan.begun]).toEqual([needs, missed, newCards - missed])
    expect(plan.cards).toBe(newCards)
  },
)

test('never more is recalled than was begun, and more days never recall less', () => {
  const recalled = [4, 8, 16, 32].map((days) => {
    const plan = planExam(exam(200, 40), settings, { days, limit: 10 })
    expect(plan.recalled).toBeLessThanOrEqual(plan.begun)
    expect(plan.recalled).toBeGreaterThan(0)
    return plan.recalled
  })
  expect(recalled).toEqual(recalled.toSorted((a, b) => a - b))
})

test('on the day itself, and about nothing, there is still a plan', () => {
  expect(planExam(exam(0, 40), settings, { days: 0, limit: 10 })).toMatchObject({ newPerDay: 0, begun: 40 })
  expect(planExam(exam(0), settings, { days: 5, limit: 10 })).toMatchObject({ cards: 0, recalled: 0 })
})
