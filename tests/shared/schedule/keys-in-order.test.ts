import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, type EpochMs, addDays } from '../../../shared/basics/time.ts'
import { type DayLoads, lightestDay } from '../../../shared/queue/balance-load.ts'
import { foldCard } from '../../../shared/schedule/fold-reviews.ts'
import { fsrsScheduler } from '../../../shared/schedule/fsrs-scheduler.ts'
import { fsrsBounds } from '../../../shared/schedule/fsrs.ts'
import { type Scheduler, sm2Scheduler } from '../../../shared/schedule/memory-model.ts'
import type { Grade, LoggedEvent } from '../../../shared/schedule/review-event.ts'
import { planDueOn, previewGrades } from '../../../shared/schedule/scheduler.ts'
import { aCardId, aReview, dayMs, logged, noon } from '../../support/factories.ts'

const today = '2026-03-02' as Day
const allGrades: readonly Grade[] = [0, 1, 2, 3, 4, 5]

/** FSRS with any parameters the model can run on, those of a learner whose first Hard holds longer than a first Good too. */
const anyFsrs: fc.Arbitrary<Scheduler> = fc
  .tuple(
    fc.tuple(...fsrsBounds.map(([min, max]) => fc.double({ min, max, noNaN: true }))),
    fc.double({ min: 0.7, max: 0.97, noNaN: true }),
  )
  .map(([weights, desiredRetention]) => fsrsScheduler({ weights, desiredRetention }))

const anyLog: fc.Arbitrary<LoggedEvent[]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 5 })), { maxLength: 6 })
  .map((answers) => {
    let day = -1 - answers.reduce((sum, [gap]) => sum + gap, 0)
    return answers.map(([gap, grade], i) => {
      day += gap
      const at = (noon + day * dayMs + i * 60_000) as EpochMs
      return logged(aReview({ at, grade: grade as Grade }))
    })
  })

const anyLoads: fc.Arbitrary<DayLoads | null> = fc.option(
  fc
    .record({
      due: fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 9 }))),
      restDays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 }),
      siblings: fc.array(fc.integer({ min: 1, max: 40 })),
    })
    .map(({ due, restDays, siblings }) => ({
      due: new Map(due.map(([offset, count]) => [addDays(today, offset), count])),
      restDays,
      breaks: [],
      siblingDays: () => new Set(siblings.map((offset) => addDays(today, offset))),
    })),
)

test.each([
  ['FSRS', anyFsrs],
  ['SM-2', fc.constant(sm2Scheduler)],
] as const)(
  'under %s no grade gives a later day than a better one, and label, plan and stored day are one',
  (_, anyScheduler) => {
    fc.assert(
      fc.property(
        anyScheduler,
        anyLog,
        anyLoads,
        fc.boolean(),
        fc.integer({ min: 1, max: 4000 }).map((number) => aCardId(number)),
        (scheduler, log, loads, fuzz, card) => {
          const state = foldCard(log, scheduler)
          const rules = { fuzz, scheduler, ...(loads === null ? {} : { chooseDay: lightestDay(loads) }) }
          const previews = previewGrades(state, card, allGrades, today, rules)
          const days = previews.map(({ dueOn }) => dueOn)
          // SM-2's early pass changes nothing and its early failure begins anew, so there too the worse comes first.
          expect(days).toEqual(days.toSorted())
          for (const { grade, dueOn, plannedDueOn } of previews) {
            expect(planDueOn(state, card, grade, today, rules)).toBe(plannedDueOn)
            const { schedule } = foldCard(
              [...log, logged(aReview({ at: noon, grade, plannedDueOn }))],
              scheduler,
            )
            expect(schedule).toMatchObject({ dueOn })
            if (plannedDueOn !== undefined) expect(plannedDueOn).toBe(dueOn)
          }
        },
      ),
      { numRuns: 1500 },
    )
  },
)

test('the day of a key does not depend on which keys are shown', () => {
  fc.assert(
    fc.property(anyFsrs, anyLog, (scheduler, log) => {
      const state = foldCard(log, scheduler)
      const rules = { fuzz: true, scheduler }
      const all = previewGrades(state, aCardId(), allGrades, today, rules)
      const two = previewGrades(state, aCardId(), [2, 4], today, rules)
      expect(two).toEqual(all.filter(({ grade }) => grade === 2 || grade === 4))
    }),
  )
})
