import { expect, test } from 'vitest'
import type { Day } from '../../../shared/basics/time.ts'
import type { ExamPlanView } from '../../../shared/api/exams.ts'
import { examLines, examWhen } from '../../../client/words/exam-words.ts'

const plan = (changes: Partial<ExamPlanView> = {}): ExamPlanView => ({
  cards: 120,
  newCards: 80,
  newPerDay: 8,
  limit: 20,
  unreached: 0,
  reviewsPerDay: 29.6,
  minutesPerDay: 14.2,
  recalled: 103.8,
  begun: 120,
  ...changes,
})

test('an exam says what it needs, what comes of it, and what is out of reach', () => {
  expect(examLines({ plan: plan(), daysLeft: 12 })).toEqual([
    'Until then: 8 new cards and about 30 reviews a day, about 14 minutes. Its new cards come first.',
    'On the day you would recall about 104 of 120 cards, by prediction.',
  ])
  const short = plan({ newPerDay: 10, limit: 5, unreached: 40, begun: 80, recalled: 70 })
  expect(examLines({ plan: short, daysLeft: 8 })).toEqual([
    'Until then: 5 new cards and about 30 reviews a day, about 14 minutes. Its new cards come first.',
    'On the day you would recall about 70 of the 80 of 120 cards that you will have begun, by prediction.',
    'Not reachable: 40 of 120 cards stay unseen at your limit of 5 new a day; it would take 10.',
  ])
  expect(examLines({ plan: plan({ unreached: 3 }), daysLeft: 0 }).at(-1)).toBe(
    '3 of 120 cards were never begun.',
  )
  expect(examLines({ plan: null, daysLeft: -1 })).toEqual(['It is over. What now?'])
  expect(examLines({ plan: plan({ cards: 0 }), daysLeft: 3 })).toHaveLength(1)
})

test.each([
  [-3, 'was on Friday 13 March'],
  [0, 'is today'],
  [1, 'is tomorrow, Friday 13 March'],
  [12, 'is in 12 days, on Friday 13 March'],
])('%i days away, it %s', (daysLeft, words) => {
  const exam = { kind: 'tag' as const, name: 'x', title: 'X', on: '2026-03-13' as Day }
  expect(examWhen({ exam, daysLeft }, '2026-03-01')).toBe(words)
})
