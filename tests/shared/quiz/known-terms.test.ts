import { expect, test } from 'vitest'
import { answerMode } from '../../../shared/answer/is-typeable.ts'
import { type ExpectedAnswer, judgeAnswer } from '../../../shared/answer/judge-answer.ts'
import { knownTerms } from '../../../shared/quiz/known-terms.ts'
import { anExpansion, bothSides, postOffice } from './a-quiz-library.ts'

test('an answer that belongs to another card is wrong, however close', () => {
  const cards = [
    ...postOffice,
    ...bothSides('Sortings', 'plural that other notes use'),
    anExpansion('GPX', 'Grand Post'),
  ]
  const terms = knownTerms(cards)
  const sorting: ExpectedAnswer = { answers: ['Sorting', 'Letter sorting'], mode: 'text' }
  expect(judgeAnswer(sorting, 'sortign', terms).verdict).toBe('near')
  expect(judgeAnswer(sorting, 'letter sorting', terms).verdict).toBe('right')
  expect(judgeAnswer(sorting, 'sortings', terms).verdict).toBe('wrong')
  expect(judgeAnswer({ answers: ['GPO'], mode: 'text' }, 'GPX', terms).verdict).toBe('wrong')
})

test('code is judged as code', () => {
  expect(answerMode('`parcel.weigh()`')).toBe('code')
})
