import { expect, test } from 'vitest'
import { type Day, type EpochMs, addDays, daysBetween, studyDayOf } from '../../../shared/basics/time.ts'
import { lightestDay } from '../../../shared/queue/balance-load.ts'
import { type Sm2Standing, stepSm2 } from '../../../shared/schedule/fit/replay-sm2.ts'
import { applyEvent } from '../../../shared/schedule/fold-reviews.ts'
import { type CardState, maxIntervalDays, newCardState } from '../../../shared/schedule/schedule.ts'
import { type ChooseDay, previewGrades } from '../../../shared/schedule/scheduler.ts'
import { aCardId, aReview, dayMs, logged, noon } from '../../support/factories.ts'

const start = studyDayOf(noon, 'UTC', 4)
const lightest = lightestDay({ due: new Map(), restDays: [0], breaks: [], siblingDays: () => new Set() })

/** A card that is Easy every day, because its owner always sets it to the next one. */
function answerEasily(days: number, chooseDay: ChooseDay): CardState {
  let state = newCardState
  for (let step = 0; step < days; step++) {
    const today = addDays(start, step)
    const at = (noon + step * dayMs) as EpochMs
    const easy = previewGrades(state, aCardId(), [2, 3, 4, 5], today, { fuzz: true, chooseDay }).at(-1)
    const answer = aReview({ at, grade: 5, plannedDueOn: easy?.plannedDueOn })
    state = applyEvent(state, logged(answer))
    expect(state.schedule).toMatchObject({ dueOn: easy?.dueOn })
    expect(daysBetween(today, easy?.dueOn ?? today)).toBeLessThanOrEqual(maxIntervalDays)
    const { id, learnerId, deviceId, zone, studyDay, cardId } = answer
    const base = { id, learnerId, deviceId, at, zone, studyDay, cardId }
    state = applyEvent(state, logged({ ...base, kind: 'dueSet', dueOn: addDays(today, 1) }))
  }
  return state
}

test('an interval is stored no longer than a life can hold, however often a card was easy', () => {
  expect(answerEasily(120, lightest).schedule).toMatchObject({ intervalDays: maxIntervalDays })
})

test('the days that are weighed for a card stay few, however long its interval', () => {
  let mostWeighed = 0
  answerEasily(60, (days, card) => {
    mostWeighed = Math.max(mostWeighed, days.length)
    return lightest(days, card)
  })
  expect(mostWeighed).toBeLessThanOrEqual(80)
})

test('an interval that an older version let grow is held when the card is answered again', () => {
  const grown: CardState = {
    ...newCardState,
    schedule: {
      kind: 'sm2',
      repetitions: 40,
      intervalDays: 9e15,
      easeHundredths: 500,
      lapses: 0,
      dueOn: '2026-03-02' as Day,
      repeatedOn: '2026-03-01' as Day,
    },
  }
  expect(applyEvent(grown, logged(aReview({ grade: 5 }))).schedule).toMatchObject({
    intervalDays: maxIntervalDays,
  })
})

test('a replay of a history holds the interval where the fold holds it', () => {
  let standing: Sm2Standing | null = null
  for (let step = 0; step < 60; step++)
    standing = stepSm2(standing, { day: standing?.dueOn ?? 0, grade: 5, durationMs: 0 })
  expect(standing?.state.intervalDays).toBe(maxIntervalDays)
})
