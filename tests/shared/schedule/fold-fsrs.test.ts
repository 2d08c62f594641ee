import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, type EpochMs, addDays, dayNumber } from '../../../shared/basics/time.ts'
import { cardHistories } from '../../../shared/schedule/card-history.ts'
import { replayFsrs } from '../../../shared/schedule/fit/replay-fsrs.ts'
import { applyEvent, foldCard, foldReviews } from '../../../shared/schedule/fold-reviews.ts'
import { fsrsScheduler } from '../../../shared/schedule/fsrs-scheduler.ts'
import { defaultFsrsParameters } from '../../../shared/schedule/fsrs.ts'
import {
  type Grade,
  type LoggedEvent,
  type ReviewEvent,
  compareLogged,
} from '../../../shared/schedule/review-event.ts'
import { type FsrsSchedule, newCardState } from '../../../shared/schedule/schedule.ts'
import { previewGrades } from '../../../shared/schedule/scheduler.ts'
import { aCardId, aReview, anUndo, dayMs, logged, noon } from '../../support/factories.ts'

const scheduler = fsrsScheduler({ weights: defaultFsrsParameters, desiredRetention: 0.9 })
const runs = { numRuns: 500 }
const start = '2026-03-02' as Day

/** Random logs full of drill: a few cards, many answers a day, from two zones a day apart, with undos and resets between. */
const drilledLog: fc.Arbitrary<LoggedEvent[]> = fc
  .array(
    fc.record({
      card: fc.integer({ min: 1, max: 3 }),
      day: fc.integer({ min: 0, max: 12 }),
      minute: fc.integer({ min: 0, max: 600 }),
      kind: fc.constantFrom('reviewed', 'reviewed', 'reviewed', 'reviewed', 'undone', 'reset', 'dueSet'),
      grade: fc.integer({ min: 0, max: 5 }),
      west: fc.boolean(),
      target: fc.nat(),
    }),
    { maxLength: 60 },
  )
  .map((steps) => {
    const log: LoggedEvent[] = []
    for (const { card, day, minute, kind, grade, west, target } of steps) {
      const at = (noon + day * dayMs + minute * 60_000) as EpochMs
      const studyDay = addDays(start, west ? day - 1 : day)
      const review = aReview({ at, cardId: aCardId(card), grade: grade as Grade, studyDay })
      const { id, learnerId, deviceId, zone, cardId } = review
      const base = { id, learnerId, deviceId, at, zone, studyDay, cardId }
      const undoes = log[target % Math.max(1, log.length)]
      const event: ReviewEvent =
        kind === 'reset'
          ? { ...base, kind }
          : kind === 'dueSet'
            ? { ...base, kind, dueOn: addDays(studyDay, grade) }
            : kind === 'undone' && undoes !== undefined
              ? { ...anUndo(undoes.event), at, studyDay }
              : review
      log.push(logged(event))
    }
    return log
  })

const sorted = (log: Iterable<LoggedEvent>) =>
  [...foldReviews(log, scheduler).entries()].sort(([a], [b]) => (a < b ? -1 : 1))

test('with drill in memory, order of arrival, copies and halves change nothing', () => {
  fc.assert(
    fc.property(
      drilledLog.chain((log) =>
        fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length }), fc.nat(60)),
      ),
      ([log, shuffled, cut]) => {
        const whole = sorted(log)
        expect(sorted(shuffled)).toEqual(whole)
        expect(sorted([...log, ...log])).toEqual(whole)
        expect(sorted([...log.slice(cut), ...log.slice(0, cut)])).toEqual(whole)
      },
    ),
    runs,
  )
})

test('undoing a drill takes it out of memory again, and redoing it puts it back', () => {
  fc.assert(
    fc.property(
      drilledLog,
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 11, max: 13 }),
      (log, grade, day) => {
        const at = (noon + day * dayMs + 700 * 60_000) as EpochMs
        const event = aReview({
          at,
          cardId: aCardId(1),
          grade: grade as Grade,
          studyDay: addDays(start, day),
        })
        const undo = anUndo(event)
        const after = (...events: ReviewEvent[]) =>
          foldReviews([...log, ...events.map((one) => logged(one))], scheduler).get(aCardId(1))
        expect(after(event, undo)).toEqual(after())
        expect(after(event, undo, anUndo(undo))).toEqual(after(event))
      },
    ),
    runs,
  )
})

test('a prefix folded and the rest applied to it is the whole', () => {
  fc.assert(
    fc.property(drilledLog, fc.nat(60), (log, cut) => {
      const own = log
        .filter(({ event }) => event.kind !== 'undone' && 'cardId' in event && event.cardId === aCardId(1))
        .sort(compareLogged)
      const prefix = foldCard(own.slice(0, cut), scheduler)
      const whole = own.slice(cut).reduce((state, one) => applyEvent(state, one, scheduler), prefix)
      expect(whole).toEqual(foldCard(own, scheduler))
    }),
    runs,
  )
})

test('a preview is what recording that grade yields, in the drill too', () => {
  fc.assert(
    fc.property(drilledLog, fc.boolean(), fc.integer({ min: 10, max: 14 }), (log, fuzz, day) => {
      const state = foldReviews(log, scheduler).get(aCardId(1)) ?? newCardState
      const today = addDays(start, day)
      for (const { grade, dueOn, plannedDueOn } of previewGrades(state, aCardId(1), [2, 3, 4, 5], today, {
        fuzz,
        scheduler,
      })) {
        const at = (noon + day * dayMs + 700 * 60_000) as EpochMs
        const event = aReview({ at, cardId: aCardId(1), grade, studyDay: today, plannedDueOn })
        expect(applyEvent(state, logged(event), scheduler).schedule).toMatchObject({ dueOn })
      }
    }),
    runs,
  )
})

test('a study day has one repetition: drill moves memory, and neither the due day nor anything else of the schedule', () => {
  fc.assert(
    fc.property(
      drilledLog,
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 13 }),
      (log, grade, day) => {
        const before = foldReviews(log, scheduler).get(aCardId(1))
        const today = addDays(start, day)
        if (before === undefined || before.lastAnswer === null || before.lastAnswer.on < today) return
        const at = (noon + 20 * dayMs) as EpochMs
        const event = aReview({ at, cardId: aCardId(1), grade: grade as Grade, studyDay: today })
        const after = applyEvent(before, logged(event), scheduler)
        const scheduled = ({ stability: _s, difficulty: _d, ...schedule }: FsrsSchedule) => schedule
        expect(scheduled(after.schedule as FsrsSchedule)).toEqual(scheduled(before.schedule as FsrsSchedule))
        expect(after.lastAnswer).toEqual({ on: before.lastAnswer.on, at, grade })
      },
    ),
    runs,
  )
})

test('the memory that a fold comes to is the one that a history is replayed to', () => {
  fc.assert(
    fc.property(drilledLog, (log) => {
      const histories = cardHistories(log)
      for (const [card, { schedule }] of foldReviews(log, scheduler)) {
        const history = histories.get(card)
        if (schedule.kind !== 'fsrs' || history === undefined) continue
        const { stability, difficulty } = schedule
        expect(replayFsrs(history, defaultFsrsParameters)).toEqual({ stability, difficulty })
        expect(history.at(-1)?.day).toBe(dayNumber(schedule.repeatedOn))
      }
    }),
    runs,
  )
})

test('a card that was drilled to Good holds longer than one that was left forgotten, and is due on the same day', () => {
  const answer = (grade: Grade, minute: number) =>
    logged(aReview({ at: (noon + minute * 60_000) as EpochMs, grade }))
  const left = foldCard([answer(2, 0), answer(2, 10)], scheduler).schedule as FsrsSchedule
  const drilled = foldCard([answer(2, 0), answer(2, 10), answer(5, 20)], scheduler).schedule as FsrsSchedule
  expect(drilled.stability).toBeGreaterThan(left.stability)
  expect(drilled.dueOn).toBe(left.dueOn)
})
