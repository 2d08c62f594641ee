import { expect, test } from 'vitest'
import { minimise } from '../../../shared/basics/minimise.ts'

test.each([
  ['in the middle', 2.5],
  ['near the left end', -3.9],
  ['near the right end', 7.9],
])('the bottom of a valley is found %s', (_, bottom) => {
  expect(minimise(-4, 8, (x) => (x - bottom) ** 2, 40)).toBeCloseTo(bottom, 5)
})

test('a slope without a valley ends at its lower end', () => {
  expect(minimise(0, 1, (x) => x, 40)).toBeCloseTo(0, 5)
  expect(minimise(0, 1, (x) => -x, 40)).toBeCloseTo(1, 5)
})
