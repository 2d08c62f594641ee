import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseAnswer, normaliseCode } from '../../../shared/answer/normalise-answer.ts'

test('normalising twice is normalising once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(normaliseAnswer(normaliseAnswer(text))).toBe(normaliseAnswer(text))
      expect(normaliseCode(normaliseCode(text))).toBe(normaliseCode(text))
    }),
  )
})

test('an answer of nothing but an article or a mark keeps what it can', () => {
  expect(normaliseAnswer('A')).toBe('a')
  expect(normaliseAnswer('the')).toBe('the')
  expect(normaliseAnswer('…')).toBe('')
})
