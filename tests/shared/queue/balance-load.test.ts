import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, addDays, weekdayOf } from '../../../shared/basics/time.ts'
import { type DayLoads, lightestDay } from '../../../shared/queue/balance-load.ts'
import { planDueOn, previewGrades } from '../../../shared/schedule/scheduler.ts'
import { fuzzReachDays } from '../../../shared/schedule/fuzz-interval.ts'
import { foldCard } from '../../../shared/schedule/fold-reviews.ts'
import { aCardId, aReview, dayMs, logged, noon } from '../../support/factories.ts'

const today = '2026-03-02' as Day
const noLoads: DayLoads = { due: new Map(), restDays: [], breaks: [], siblingDays: () => new Set() }
const days = (...offsets: number[]): Day[] => offsets.map((offset) => addDays(today, offset))
const card = aCardId(1)

test('the emptiest day of the window is chosen; among equals the one that chance picked', () => {
  const due = new Map([
    [addDays(today, 10), 5],
    [addDays(today, 11), 2],
  ])
  expect(lightestDay({ ...noLoads, due })(days(10, 11), card)).toBe(addDays(today, 11))
  expect(lightestDay(noLoads)(days(11, 10, 12), card)).toBe(addDays(today, 11))
})

test('rest days, breaks and days of siblings are kept free while the window has others', () => {
  const rest = { ...noLoads, restDays: [weekdayOf(addDays(today, 10))] }
  expect(lightestDay(rest)(days(10, 11), card)).toBe(addDays(today, 11))
  expect(lightestDay(rest)(days(10), card)).toBe(addDays(today, 10))
  const away = { ...noLoads, breaks: [{ from: addDays(today, 9), until: addDays(today, 12) }] }
  expect(lightestDay(away)(days(10, 11, 13), card)).toBe(addDays(today, 13))
  const apart = { ...noLoads, siblingDays: () => new Set(days(10)) }
  expect(lightestDay(apart)(days(10, 11), card)).toBe(addDays(today, 11))
})

test('label, preview, planned day and stored day are one, inside the fuzz window, whatever the loads', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 9 }))),
      fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 }),
      fc.array(fc.integer({ min: 3, max: 5 }), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 0, max: 5 }),
      (loads, restDays, history, grade) => {
        const due = new Map(loads.map(([offset, count]) => [addDays(today, offset), count]))
        const log = history.map((past, i) =>
          logged(
            aReview({
              at: (noon - (history.length - i) * 40 * dayMs) as typeof noon,
              cardId: card,
              grade: past as 3,
            }),
          ),
        )
        const state = foldCard(log)
        const rules = { fuzz: true, chooseDay: lightestDay({ ...noLoads, due, restDays }) }
        const [preview] = previewGrades(state, card, [grade as 3], today, rules)
        const plannedDueOn = planDueOn(state, card, grade as 3, today, rules)
        const answer = aReview({ at: noon, cardId: card, grade: grade as 3, plannedDueOn })
        const { schedule } = foldCard([...log, logged(answer)])
        if (schedule.kind === 'new') throw new Error('still new')
        expect(schedule.dueOn).toBe(preview?.dueOn)
        // An early pass moves nothing: its day was chosen before.
        if (schedule.repeatedOn !== today) return
        const nominal = addDays(today, schedule.intervalDays)
        const reach = fuzzReachDays(schedule.intervalDays)
        expect(schedule.dueOn >= addDays(nominal, -reach) && schedule.dueOn <= addDays(nominal, reach)).toBe(
          true,
        )
      },
    ),
    { numRuns: 1000 },
  )
})
