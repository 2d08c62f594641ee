import { expect, test } from 'vitest'
import { type Day, addDays } from '../../../shared/basics/time.ts'
import { conceptMastery } from '../../../shared/mastery/mastery.ts'
import { predictedRecall } from '../../../shared/schedule/predicted-recall.ts'
import { type CardState, newCardState } from '../../../shared/schedule/schedule.ts'

const today = '2026-03-10' as Day
const aState = (changes: Partial<CardState> = {}, intervalDays = 30): CardState => ({
  ...newCardState,
  schedule: {
    kind: 'sm2',
    repetitions: 4,
    intervalDays,
    easeHundredths: 250,
    lapses: 0,
    dueOn: addDays(today, intervalDays),
    repeatedOn: today,
  },
  lastAnswer: { on: today, at: 0, grade: 4 },
  answers: 4,
  firstAnsweredOn: addDays(today, -60),
  longestGapDays: 25,
  otherFormSuccesses: 1,
  ...changes,
})
const facts = (count: number, state: CardState) => Array.from({ length: count }, () => ({ cards: [state] }))

test('a concept nobody asked is unseen, and nothing of it is recalled', () => {
  expect(conceptMastery(facts(4, newCardState), today)).toMatchObject({
    level: 0,
    recallNow: 0,
    covered: 4,
    answered: 0,
  })
})

test.each([
  ['one answer', [aState({ longestGapDays: 0 }), newCardState, newCardState], 1, 'Started'],
  [
    'a day bridged for most facts',
    [aState({ longestGapDays: 1 }), aState({ longestGapDays: 2 }), aState({ longestGapDays: 1 })],
    2,
    'Familiar',
  ],
  ['a week bridged', Array<CardState>(5).fill(aState({ longestGapDays: 8 })), 3, 'Solid'],
  ['three weeks bridged, and other forms', Array<CardState>(5).fill(aState()), 4, 'Durable'],
  ['three months bridged', Array<CardState>(5).fill(aState({ longestGapDays: 95 })), 5, 'Lasting'],
  [
    'three weeks without another form',
    Array<CardState>(5).fill(aState({ otherFormSuccesses: 0 })),
    3,
    'Solid',
  ],
] as const)('%s makes level %#', (_, states, level, name) => {
  expect(
    conceptMastery(
      states.map((state) => ({ cards: [state] })),
      today,
    ),
  ).toMatchObject({ level, levelName: name })
})

test('mastery falls by itself while nothing is reviewed', () => {
  const held = facts(5, aState())
  const now = conceptMastery(held, today)
  const later = conceptMastery(held, addDays(today, 200))
  expect(later.recallNow).toBeLessThan(now.recallNow)
  expect(later.level).toBeLessThan(now.level)
})

test('the horizon is never above what is recalled now, and the range holds the number', () => {
  const mastery = conceptMastery([...facts(3, aState()), ...facts(2, aState({}, 3))], addDays(today, 4))
  expect(mastery.recallIn30Days).toBeLessThanOrEqual(mastery.recallNow)
  expect(mastery.recallLow).toBeLessThanOrEqual(mastery.recallNow)
  expect(mastery.recallHigh).toBeGreaterThanOrEqual(mastery.recallNow)
})

test('a card that was forgotten today counts as forgotten until it is recalled', () => {
  const forgotten = aState({ lastAnswer: { on: today, at: 0, grade: 2 } }, 1)
  const relearned = aState({ lastAnswer: { on: today, at: 1, grade: 4 } }, 1)
  expect(conceptMastery(facts(1, forgotten), today).recallNow).toBe(0)
  expect(conceptMastery(facts(1, relearned), today).recallNow).toBe(1)
})

test('few facts or few answers are thin evidence', () => {
  expect(conceptMastery(facts(2, aState()), today).thin).toBe(true)
  expect(conceptMastery(facts(5, aState()), today).thin).toBe(false)
})

test('what the next level needs is said in words', () => {
  expect(conceptMastery(facts(5, aState({ longestGapDays: 2 })), today).nextNeeds).toBe(
    'Solid needs 4 more recalled after 7 days or more.',
  )
  expect(conceptMastery(facts(5, aState({ longestGapDays: 95 })), today).nextNeeds).toBeNull()
})

test('predicted recall is 1 on the day of the answer, falls with the days, and a longer interval falls slower', () => {
  expect(predictedRecall(aState(), today)).toBe(1)
  const in20 = (interval: number) => predictedRecall(aState({}, interval), addDays(today, 20)) ?? 0
  expect(in20(30)).toBeLessThan(1)
  expect(in20(60)).toBeGreaterThan(in20(30))
  expect(predictedRecall(aState({}, 30), addDays(today, 30))).toBeCloseTo(0.9, 5)
  expect(predictedRecall(newCardState, today)).toBeNull()
})
