import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from '../../../shared/basics/edit-distance.ts'

test.each([
  ['redis', 'redis', 0],
  ['redis', 'redsi', 1],
  ['redis', 'reds', 1],
  ['redis', 'reddis', 1],
  ['redis', 'rebis', 1],
  ['redis', 'erdsi', 2],
  ['', 'ab', 2],
])('%s and %s are %i apart', (a, b, distance) => {
  expect(editDistance(a, b, 5)).toBe(distance)
})

test('the distance is symmetric, zero only for equal texts, and never above the limit plus one', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '😀'), maxLength: 8 })
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
      const distance = editDistance(a, b, most)
      expect(editDistance(b, a, most)).toBe(distance)
      expect(distance === 0).toBe(a === b)
      expect(distance).toBeLessThanOrEqual(most + 1)
    }),
  )
})

test('a limit never changes a distance that lies below it', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      const whole = editDistance(a, b, 20)
      expect(editDistance(a, b, 2)).toBe(Math.min(whole, 3))
    }),
  )
})
