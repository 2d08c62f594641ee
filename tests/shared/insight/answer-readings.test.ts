import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, type EpochMs, addDays, hourOf } from '../../../shared/basics/time.ts'
import { activeDays } from '../../../shared/insight/activity.ts'
import { type AnswerReading, readAnswers } from '../../../shared/insight/answer-readings.ts'
import { countDay } from '../../../shared/insight/count-day.ts'
import { sm2Scheduler } from '../../../shared/schedule/memory-model.ts'
import { defaultRecallFit, sm2Recall } from '../../../shared/schedule/predicted-recall.ts'
import type { Grade, LoggedEvent, ReviewEvent } from '../../../shared/schedule/review-event.ts'
import { aCardId, aReview, anId, anUndo, dayMs, logged, noon } from '../../support/factories.ts'

const rules = { scheduler: sm2Scheduler, fit: defaultRecallFit, hourOf }
const read = (...events: readonly ReviewEvent[]): AnswerReading[] =>
  readAnswers(
    events.map((event) => logged(event)),
    rules,
  )
const answer = (day: number, grade: Grade, changes: Parameters<typeof aReview>[0] = {}) =>
  aReview({ at: (noon + day * dayMs) as EpochMs, grade, ...changes })

test('an answer is read with what was held of its card before it', () => {
  expect(read(answer(0, 4), answer(1, 4), answer(9, 2), answer(9, 4))).toMatchObject([
    { role: 'new', before: null, day: '2026-03-02' },
    { role: 'review', before: { intervalDays: 1, recall: sm2Recall(1, 1, 1) } },
    { role: 'review', before: { intervalDays: 6, recall: sm2Recall(8, 6, 2) }, grade: 2 },
    { role: 'same_day', before: { intervalDays: 1 }, day: '2026-03-11' },
  ])
})

test('what was undone, and what was practice, is no answer; a card that was reset is new once more', () => {
  const wrong = answer(1, 2)
  const reset = { ...answer(2, 4), kind: 'reset' as const, id: anId() }
  expect(
    read(answer(0, 4), wrong, anUndo(wrong), answer(1, 4, { effect: 'none' }), reset, answer(3, 4)),
  ).toMatchObject([
    { day: '2026-03-02', role: 'new' },
    { day: '2026-03-05', role: 'new', before: null },
  ])
})

test.each([
  ['Europe/London', Date.UTC(2026, 0, 5, 8, 20), 8],
  ['Asia/Kolkata', Date.UTC(2026, 0, 5, 8, 40), 14],
  ['America/New_York', Date.UTC(2026, 6, 5, 2, 0), 22],
])('the hour is that of the wall clock in %s', (zone, at, hour) => {
  expect(read(aReview({ at: at as EpochMs, zone }))).toMatchObject([{ hour }])
})

test('the days of the readings are the days that are kept with every answer, whatever the log', () => {
  const events = fc.array(
    fc.record({
      card: fc.integer({ min: 1, max: 3 }),
      minute: fc.integer({ min: 0, max: 20 * 24 * 60 }),
      grade: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(events, (drawn) => {
      const log: LoggedEvent[] = drawn.map(({ card, minute, grade }) =>
        logged(
          aReview({
            at: (noon + minute * 60_000) as EpochMs,
            grade: grade as Grade,
            cardId: aCardId(card),
          }),
        ),
      )
      const days = activeDays(readAnswers(log, rules))
      const logs = [1, 2, 3].map((card) =>
        log.filter(({ event }) => event.kind === 'reviewed' && event.cardId === aCardId(card)),
      )
      for (let offset = 0; offset <= 20; offset++) {
        const day = addDays('2026-03-02' as Day, offset)
        const { answers, passed, newCards, durationMs } = countDay(logs, day)
        const shown = days.find((one) => one.day === day)
        expect(shown ?? { day, answers: 0, passed: 0, newCards: 0, durationMs: 0 }).toEqual({
          day,
          answers,
          passed,
          newCards,
          durationMs,
        })
      }
    }),
    { numRuns: 60 },
  )
})
