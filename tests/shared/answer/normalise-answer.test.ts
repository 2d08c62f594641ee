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

test('so it is for every character that has another case', () => {
  for (let point = 0; point <= 0x1ffff; point++) {
    const character = String.fromCodePoint(point)
    if (!/\p{Changes_When_Casemapped}/u.test(character)) continue
    const once = normaliseAnswer(character)
    if (normaliseAnswer(once) !== once) expect.fail(`U+${point.toString(16)} is levelled twice`)
  }
  expect(normaliseAnswer('GROẞE')).toBe(normaliseAnswer('große'))
})

test('an answer of nothing but an article or a mark keeps what it can', () => {
  expect(normaliseAnswer('A')).toBe('a')
  expect(normaliseAnswer('the')).toBe('the')
  expect(normaliseAnswer('…')).toBe('')
})
