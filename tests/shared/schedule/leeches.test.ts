import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EpochMs } from '../../../shared/basics/time.ts'
import { defaultFsrsParameters } from '../../../shared/schedule/fsrs.ts'
import { fsrsScheduler } from '../../../shared/schedule/fsrs-scheduler.ts'
import { foldCard } from '../../../shared/schedule/fold-reviews.ts'
import { sm2Scheduler } from '../../../shared/schedule/memory-model.ts'
import type { Grade, LoggedEvent } from '../../../shared/schedule/review-event.ts'
import { isLeech, isLeechToTell } from '../../../shared/schedule/leech.ts'
import { aReview, anUndo, dayMs, logged, noon } from '../../support/factories.ts'

const schedulers = [
  ['SM-2', sm2Scheduler],
  ['FSRS', fsrsScheduler({ weights: defaultFsrsParameters, desiredRetention: 0.9 }, () => undefined)],
] as const

/** An answer on a day of the log, some minutes after the first of that day. */
const answer = (day: number, grade: Grade, minute = 0): LoggedEvent =>
  logged(aReview({ at: (noon + day * dayMs + minute * 60_000) as EpochMs, grade }))

describe.each(schedulers)('under %s', (_, scheduler) => {
  const fold = (...log: LoggedEvent[]) => foldCard(log, scheduler)

  test('a card whose first try fails day after day is a leech, though SM-2 counts no lapse', () => {
    const state = fold(...Array.from({ length: 14 }, (_, day) => [answer(day, 2), answer(day, 4, 10)]).flat())
    expect(state.missedDays).toBe(13)
    expect(state.schedule).toMatchObject({ lapses: 0 })
    expect(isLeech(state, 6)).toBe(true)
  })

  test.each<[string, readonly LoggedEvent[], number]>([
    ['the first guess at a new card', [answer(0, 0)], 0],
    ['a miss on a later day', [answer(0, 4), answer(1, 2)], 1],
    ['a miss after a first try that was right', [answer(0, 4), answer(1, 4), answer(1, 1, 10)], 0],
    ['misses of one day', [answer(0, 4), answer(1, 2), answer(1, 2, 10), answer(1, 0, 20)], 1],
    ['a miss before its day', [answer(0, 4), answer(1, 4), answer(3, 1)], 1],
    ['a hard one that was recalled', [answer(0, 4), answer(1, 3)], 0],
  ])('%s', (_case, log, missed) => {
    expect(fold(...log).missedDays).toBe(missed)
  })

  test('practice, and what was taken back, is no miss', () => {
    const missed = answer(1, 1)
    const practice = logged(aReview({ at: (noon + dayMs) as EpochMs, grade: 1, effect: 'none' }))
    expect(fold(answer(0, 4), practice).missedDays).toBe(0)
    expect(fold(answer(0, 4), missed, logged(anUndo(missed.event))).missedDays).toBe(0)
  })

  test('a card that is recalled over three weeks is no leech any more, until it is forgotten again', () => {
    const misses = Array.from({ length: 7 }, (_, day) => answer(day, 2))
    let log = misses
    for (let day = 7; fold(...log).schedule.kind === 'new' || isLeech(fold(...log), 6);) {
      log = [...log, answer(day, 5)]
      const { schedule } = fold(...log)
      day += schedule.kind === 'new' ? 1 : schedule.intervalDays
      expect(log.length).toBeLessThan(20)
    }
    const last = fold(...log)
    expect(last.schedule).toMatchObject({ kind: last.schedule.kind })
    expect(last.missedDays).toBe(6)
    const again = fold(...log, answer(400, 2))
    expect([again.missedDays, isLeech(again, 6)]).toEqual([7, true])
  })

  test('there are never more missed days than days after the first, nor fewer than lapses', () => {
    const random = fc.array(fc.tuple(fc.nat(30), fc.nat(5), fc.nat(300)), { maxLength: 40 })
    fc.assert(
      fc.property(random, (steps) => {
        const log = steps.map(([day, grade, minute]) => answer(day, grade as Grade, minute))
        const { missedDays, schedule } = fold(...log)
        const days = new Set(steps.map(([day]) => day)).size
        expect(missedDays).toBeLessThanOrEqual(Math.max(0, days - 1))
        expect(missedDays).toBeGreaterThanOrEqual(schedule.kind === 'new' ? 0 : schedule.lapses)
      }),
      { numRuns: 200 },
    )
  })
})

test.each([
  [5, false],
  [6, true],
  [7, false],
  [8, false],
  [9, true],
])('of a card missed on %i days it is said: %s', (days, said) => {
  const state = foldCard(Array.from({ length: days + 1 }, (_, day) => answer(day, 2)))
  expect(isLeechToTell(state, 6)).toBe(said)
})
