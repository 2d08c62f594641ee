import { expect, test } from 'vitest'
import { gradeOfShare } from '../../client/pages/review/use-ticks.ts'

test.each([
  [3, 3, 4],
  [2, 3, 3],
  [3, 5, 3],
  [1, 2, 2],
  [1, 9, 2],
])('%i of %i ticked suggests the grade %i', (ticked, of, grade) => {
  expect(gradeOfShare(ticked / of)).toBe(grade)
})
