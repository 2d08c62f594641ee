import { expect, test } from 'vitest'
import type { ConceptKey } from '../../../shared/concept/concept.ts'
import { type NamedConcept, pairKey, suggestMerges } from '../../../shared/concept/suggest-merges.ts'

const named = (...terms: readonly string[]): NamedConcept[] =>
  terms.map((term, i) => ({ key: term as ConceptKey, term, topic: ['notes'], facts: 9 - i }))

test.each([
  ['Sour dough', 'sour-dough', 'writing'],
  ['GPU', 'GPUs', 'plural'],
  ['Gross domestic product', 'GDP', 'initials'],
  ['Balance of payments', 'BP', 'initials'],
  ['Separate property', 'Seperate property', 'spelling'],
] as const)('“%s” and “%s” may be one', (into, from, why) => {
  expect(suggestMerges(named(into, from), new Set())).toEqual([{ into, from, why }])
})

test.each([
  ['HTTP', 'HTTPS'],
  ['Nitrate', 'Nitrite'],
  ['C', 'C++'],
  ['Mitosis', 'Meiosis'],
  ['Import', 'Export'],
])('“%s” and “%s” are two', (one, other) => {
  expect(suggestMerges(named(one, other), new Set())).toEqual([])
})

test('what the learner called two is not asked again', () => {
  const said = new Set([pairKey('GPUs' as ConceptKey, 'GPU' as ConceptKey)])
  expect(suggestMerges(named('GPU', 'GPUs'), said)).toEqual([])
})
