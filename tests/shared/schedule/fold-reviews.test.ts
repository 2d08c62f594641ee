import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, type EpochMs, addDays, studyDayOf } from '../../../shared/basics/time.ts'
import { applyEvent, foldCard, foldReviews } from '../../../shared/schedule/fold-reviews.ts'
import {
  type Grade,
  type LoggedEvent,
  type ReviewEvent,
  addToDigest,
  compareLogged,
  emptyDigest,
} from '../../../shared/schedule/review-event.ts'
import { newCardState } from '../../../shared/schedule/schedule.ts'
import { planDueOn, previewGrades } from '../../../shared/schedule/scheduler.ts'
import { aCardId, aReview, anId, anUndo, dayMs, logged, noon } from '../../support/factories.ts'

/** Random logs over a few cards and weeks: reviews, undos of anything, suspensions, resets, burials. */
const randomLog: fc.Arbitrary<LoggedEvent[]> = fc
  .array(
    fc.record({
      card: fc.integer({ min: 1, max: 4 }),
      day: fc.integer({ min: 0, max: 40 }),
      minute: fc.integer({ min: 0, max: 600 }),
      kind: fc.constantFrom(
        'reviewed',
        'reviewed',
        'reviewed',
        'reviewed',
        'undone',
        'suspended',
        'resumed',
        'reset',
        'buried',
        'dueSet',
        'practice',
      ),
      grade: fc.integer({ min: 0, max: 5 }),
      target: fc.nat(),
    }),
    { maxLength: 60 },
  )
  .map((steps) => {
    const log: LoggedEvent[] = []
    for (const step of steps) {
      const at = (noon + step.day * dayMs + step.minute * 60_000) as EpochMs
      log.push(logged(toEvent(step, at, log)))
    }
    return log
  })

type Step = { card: number; kind: string; grade: number; target: number }

function toEvent(step: Step, at: EpochMs, before: readonly LoggedEvent[]): ReviewEvent {
  const review = aReview({ at, cardId: aCardId(step.card), grade: step.grade as Grade })
  const { id, learnerId, deviceId, zone, studyDay, cardId } = review
  const base = { id, learnerId, deviceId, at, zone, studyDay }
  switch (step.kind) {
    case 'undone': {
      const target = before[step.target % Math.max(1, before.length)]
      return target === undefined ? review : { ...base, kind: 'undone', targetId: target.event.id }
    }
    case 'suspended':
    case 'resumed':
    case 'reset':
      return { ...base, kind: step.kind, cardId }
    case 'buried':
      return { ...base, kind: 'buried', cardId, until: addDays(studyDay, 1) }
    case 'dueSet':
      return { ...base, kind: 'dueSet', cardId, dueOn: addDays(studyDay, step.grade) }
    case 'practice':
      return { ...review, via: 'quiz', effect: 'none', kindShown: 'typed' }
    default:
      return review
  }
}

const runs = { numRuns: 1000 }
const sorted = (states: ReturnType<typeof foldReviews>) =>
  [...states.entries()].sort(([a], [b]) => (a < b ? -1 : 1))

test('the order of arrival changes nothing', () => {
  fc.assert(
    fc.property(
      randomLog.chain((log) =>
        fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })),
      ),
      ([log, shuffled]) => {
        expect(sorted(foldReviews(shuffled))).toEqual(sorted(foldReviews(log)))
      },
    ),
    runs,
  )
})

test('an event that arrives twice counts once', () => {
  fc.assert(
    fc.property(randomLog, (log) => {
      expect(sorted(foldReviews([...log, ...log]))).toEqual(sorted(foldReviews(log)))
    }),
    runs,
  )
})

test('two halves merged in either order are the whole', () => {
  fc.assert(
    fc.property(randomLog, fc.nat(60), (log, cut) => {
      const [a, b] = [log.slice(0, cut), log.slice(cut)]
      expect(sorted(foldReviews([...b, ...a]))).toEqual(sorted(foldReviews(log)))
    }),
    runs,
  )
})

test('undoing the last event gives the state before it, and redoing gives the state after it', () => {
  fc.assert(
    fc.property(randomLog, fc.integer({ min: 0, max: 5 }), (log, grade) => {
      const later = (noon + 60 * dayMs) as EpochMs
      const event = aReview({ at: later, cardId: aCardId(1), grade: grade as Grade })
      const undo = anUndo(event)
      const redo = anUndo(undo)
      const before = foldReviews(log).get(aCardId(1))
      const after = foldReviews([...log, logged(event)]).get(aCardId(1))
      expect(foldReviews([...log, logged(event), logged(undo)]).get(aCardId(1))).toEqual(before)
      expect(foldReviews([...log, logged(event), logged(undo), logged(redo)]).get(aCardId(1))).toEqual(after)
    }),
    runs,
  )
})

test('a prefix folded and the rest applied to it is the whole', () => {
  fc.assert(
    fc.property(randomLog, (log) => {
      const own = log
        .filter(({ event }) => event.kind !== 'undone' && 'cardId' in event && event.cardId === aCardId(1))
        .sort(compareLogged)
      const half = Math.floor(own.length / 2)
      const prefix = foldCard(own.slice(0, half))
      expect(own.slice(half).reduce((state, one) => applyEvent(state, one), prefix)).toEqual(foldCard(own))
    }),
    runs,
  )
})

test('a preview is what recording that grade yields', () => {
  fc.assert(
    fc.property(randomLog, fc.boolean(), fc.integer({ min: 0, max: 5 }), (log, fuzz, grade) => {
      const state = foldReviews(log).get(aCardId(1)) ?? newCardState
      const today = addDays(studyDayOf(noon, 'UTC', 4), 45)
      const [preview] = previewGrades(state, aCardId(1), [grade as Grade], today, { fuzz })
      const plannedDueOn = planDueOn(state, aCardId(1), grade as Grade, today, { fuzz })
      const event = aReview({
        at: (noon + 45 * dayMs) as EpochMs,
        cardId: aCardId(1),
        grade: grade as Grade,
        plannedDueOn,
      })
      const { schedule } = applyEvent(state, logged(event))
      expect(schedule.kind === 'sm2' ? schedule.dueOn : null).toBe(preview?.dueOn)
    }),
    runs,
  )
})

test('the digest does not depend on the order, and tells different logs apart', () => {
  fc.assert(
    fc.property(randomLog, (log) => {
      const digestOf = (events: readonly LoggedEvent[]) =>
        events.reduce((digest, { event }) => addToDigest(digest, event), emptyDigest)
      expect(digestOf(log.toReversed())).toEqual(digestOf(log))
      expect(digestOf([...log, logged(aReview())]).digest).not.toBe(digestOf(log).digest)
    }),
    runs,
  )
})

const day = (number: number) => addDays('2026-03-02' as Day, number)
const answer = (number: number, grade: Grade, minute = 0) =>
  logged(aReview({ at: (noon + number * dayMs + minute * 60_000) as EpochMs, grade }))

test('later answers of a day are drill and change neither repetitions, interval nor ease', () => {
  const once = foldCard([answer(0, 2)])
  const drilled = foldCard([answer(0, 2), answer(0, 3, 10), answer(0, 5, 20)])
  expect(drilled.schedule).toEqual(once.schedule)
  expect(drilled.lastAnswer?.grade).toBe(5)
})

test('two devices that answer the same due card on one day are one repetition', () => {
  const start = [answer(0, 4), answer(1, 4)]
  const one = foldCard([...start, answer(7, 4)])
  const both = foldCard([...start, answer(7, 4), answer(7, 5, 30)])
  expect(both.schedule).toEqual(one.schedule)
})

test('an answer that counts on an earlier day, from a zone to the west, opens the later day to no second repetition', () => {
  const west = (grade: Grade, minute: number) => {
    const flown = answer(7, grade, minute)
    return { ...flown, countedOn: day(6) }
  }
  const start = [answer(0, 4), answer(1, 4), answer(7, 2)]
  const once = foldCard(start)
  for (const drill of [
    [west(2, 10)],
    [west(2, 10), answer(7, 4, 20)],
    [west(3, 10), west(4, 20), answer(7, 4, 30)],
  ]) {
    const state = foldCard([...start, ...drill])
    expect(state.schedule).toEqual(once.schedule)
    expect(state.lastAnswer?.on).toBe(day(7))
  }
})

test('an early pass is logged and moves nothing; an early failure starts the card again', () => {
  const start = foldCard([answer(0, 4), answer(1, 4)])
  expect(foldCard([answer(0, 4), answer(1, 4), answer(3, 5)]).schedule).toEqual(start.schedule)
  const failed = foldCard([answer(0, 4), answer(1, 4), answer(3, 2)])
  expect(failed.schedule).toMatchObject({ repetitions: 0, intervalDays: 1, dueOn: day(4), lapses: 1 })
})

test('a failure is a lapse only from the second repetition on', () => {
  expect(foldCard([answer(0, 4), answer(1, 2)]).schedule).toMatchObject({ lapses: 0 })
  expect(foldCard([answer(0, 4), answer(1, 4), answer(7, 2)]).schedule).toMatchObject({ lapses: 1 })
})

test('a late answer counts its nominal interval', () => {
  expect(foldCard([answer(0, 4), answer(1, 4), answer(40, 4)]).schedule).toMatchObject({
    intervalDays: 15,
    dueOn: day(55),
  })
})

test('practice never moves the schedule', () => {
  const practice = logged(aReview({ at: (noon + dayMs) as EpochMs, via: 'quiz', effect: 'none', grade: 2 }))
  expect(foldCard([answer(0, 4), practice]).schedule).toEqual(foldCard([answer(0, 4)]).schedule)
})

test('a planned day outside the fuzz window is not taken', () => {
  const planned = (dueOn: Day) =>
    foldCard([
      answer(0, 4),
      answer(1, 4),
      logged(aReview({ at: (noon + 7 * dayMs) as EpochMs, plannedDueOn: dueOn })),
    ]).schedule
  expect(planned(day(7 + 17))).toMatchObject({ dueOn: day(24), intervalDays: 15 })
  expect(planned(day(7 + 400))).toMatchObject({ dueOn: day(22), intervalDays: 15 })
})

test('a forged circle of undos does not stop the fold, and is settled alike in any order', () => {
  const [a, b] = [anId(), anId()]
  const base = aReview()
  const circle: LoggedEvent[] = [
    logged({ ...anUndo(base), id: a, targetId: b } as ReviewEvent),
    logged({ ...anUndo(base), id: b, targetId: a } as ReviewEvent),
    logged(base),
  ]
  const states = sorted(foldReviews(circle))
  expect(states).toHaveLength(1)
  expect(sorted(foldReviews(circle.toReversed()))).toEqual(states)
})

test('a chain of undos and redos as long as the log does not stop the fold', () => {
  const review = aReview()
  const chain: LoggedEvent[] = [logged(review)]
  for (let link = 0; link < 20_000; link++) {
    const last = chain.at(-1)
    if (last !== undefined) chain.push(logged(anUndo(last.event)))
  }
  // An even number of links: every undo is itself undone, and the review stands.
  expect(foldReviews(chain.toReversed()).get(review.cardId)?.answers).toBe(1)
  expect(foldReviews(chain.slice(0, -1)).get(review.cardId)?.answers ?? 0).toBe(0)
})
