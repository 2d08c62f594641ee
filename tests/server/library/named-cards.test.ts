import { expect, test } from 'vitest'
import { withNames } from '../../../server/library/named-cards.ts'

test.each([
  [['What is a fjord?'], '1 card suspended: “What is a fjord?”.'],
  [['A', 'B', 'C', 'D', 'E'], '5 cards suspended: “A”, “B”, “C” and 2 more.'],
  [['The `ls` of ___.\n- a\n- b'], '1 card suspended: “The ls of ….”.'],
  [[`${'word '.repeat(20)}end`], `1 card suspended: “${'word '.repeat(15)}word …”.`],
  [[], '0 cards suspended.'],
])('a change names the cards it was made to', (fronts, sentence) => {
  const count = fronts.length
  expect(withNames(`${count} ${count === 1 ? 'card' : 'cards'} suspended.`, fronts)).toBe(sentence)
})
