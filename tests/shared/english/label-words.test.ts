import { expect, test } from 'vitest'
import { isAdjectiveAlone, isLabelOnly, tellsKindApart } from '../../../shared/english/label-words.ts'

test.each(['Often', 'usually', 'Short-run', 'Long term', 'A2', 'Ex', 'e.g.', '3b'])(
  '“%s” is no term',
  (label) => {
    expect(isLabelOnly(label)).toBe(true)
  },
)

test.each(['Family', 'Supply', 'Oligopoly', 'Term', 'Example', 'pH', 'Run'])(
  '“%s” may be a term',
  (label) => {
    expect(isLabelOnly(label)).toBe(false)
  },
)

test.each(['Biochemical', 'porous', 'reversible', 'Painless'])(
  '“%s” describes a noun that is not there',
  (label) => {
    expect(isAdjectiveAlone(label)).toBe(true)
  },
)

test.each(['Table', 'Virus', 'Variable', 'Chemical', 'Syllable'])(
  '“%s” is a noun, whatever it ends in',
  (label) => {
    expect(isAdjectiveAlone(label)).toBe(false)
  },
)

test.each([
  ['Reflective', true],
  ['Frictional', true],
  ['Signal', false],
  ['Barter', false],
])('“%s” tells a kind apart: %s', (label, tells) => {
  expect(tellsKindApart(label)).toBe(tells)
})
