import { expect, test } from 'vitest'
import { gradeOfShare, itemsOf } from '../../client/pages/review/use-ticks.ts'

test.each([
  [3, 3, 4],
  [2, 3, 3],
  [3, 5, 3],
  [1, 2, 2],
  [1, 9, 2],
])('%i of %i ticked suggests the grade %i', (ticked, of, grade) => {
  expect(gradeOfShare(ticked / of)).toBe(grade)
})

test('the items of a list are read as they stand, and prose has none', () => {
  expect(itemsOf('<ul><li>a <code>b</code></li><li>c\nd</li></ul>')).toEqual(['a <code>b</code>', 'c\nd'])
  expect(itemsOf('<p>a, b and c</p>')).toEqual([])
})
