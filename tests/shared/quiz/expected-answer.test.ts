import { expect, test } from 'vitest'
import { judgeAnswer } from '../../../shared/answer/judge-answer.ts'
import { expectedAnswer, knownTerms } from '../../../shared/quiz/expected-answer.ts'
import { anExpansion, bothSides, postOffice } from './a-quiz-library.ts'

test('an answer that belongs to another card is wrong, however close', () => {
  const cards = [
    ...postOffice,
    ...bothSides('Sortings', 'plural that other notes use'),
    anExpansion('GPX', 'Grand Post'),
  ]
  const terms = knownTerms(cards)
  const question = { answer: 'Sorting', accepted: ['Letter sorting'] }
  expect(judgeAnswer(expectedAnswer(question), 'sortign', terms).verdict).toBe('near')
  expect(judgeAnswer(expectedAnswer(question), 'letter sorting', terms).verdict).toBe('right')
  expect(judgeAnswer(expectedAnswer(question), 'sortings', terms).verdict).toBe('wrong')
  expect(judgeAnswer(expectedAnswer({ answer: 'GPO', accepted: [] }), 'GPX', terms).verdict).toBe('wrong')
})

test('code is judged as code', () => {
  expect(expectedAnswer({ answer: '`parcel.weigh()`', accepted: [] }).mode).toBe('code')
})
