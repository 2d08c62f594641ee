import { expect, test } from 'vitest'
import { dressOf, inOneDress, standsOutBy } from '../../../shared/quiz/option-dress.ts'

test.each([
  [
    ['the sail behind the mast', 'a sail along a stay'],
    ['Sail behind the mast', 'Sail along a stay'],
  ],
  [
    ['an anchor with flukes', 'a buoy of cork'],
    ['An anchor with flukes', 'A buoy of cork'],
  ],
  [
    ['anchor with flukes.', 'a buoy of cork'],
    ['Anchor with flukes', 'Buoy of cork'],
  ],
  [
    ['pytest', 'A runner'],
    ['pytest', 'runner'],
  ],
])('%j are laid out as %j: no article or dot tells one from the others', (options, shown) => {
  expect(inOneDress(options)).toEqual(shown)
})

test.each([
  ['rule that ships wait', ['duty of masters', 'right of crews'], ['relative']],
  ['seal, so that it shows', ['mark of wax', 'knot of string'], ['comma', 'aim']],
  ['fast flow - outside', ['slow flow', 'deep bed'], ['dash']],
  ['rule that ships wait', ['duty that masters have', 'right of crews'], []],
])('%s among %j stands out by %j', (key, others, respects) => {
  expect(standsOutBy(dressOf(key), others.map(dressOf)).sort()).toEqual([...respects].sort())
})
