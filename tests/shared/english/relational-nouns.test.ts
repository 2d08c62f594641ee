import { expect, test } from 'vitest'
import { bearsOwnNames, namesPerson } from '../../../shared/english/named-kinds.ts'
import { isRelational } from '../../../shared/english/relational-nouns.ts'

test.each([
  'colour',
  'main cause',
  'mechanism of action',
  'composition',
  'side effects',
  'hardness',
  'temperature',
])('“%s” is of something', (noun) => {
  expect(isRelational(noun)).toBe(true)
})

test.each(['gland', 'protocols', 'reagent', 'disorder', 'landforms'])('“%s” is a thing by itself', (noun) => {
  expect(isRelational(noun)).toBe(false)
})

test.each(['country', 'leader', 'economist', 'text editor', 'battle', 'state'])(
  'what is a %s has a name',
  (kind) => {
    expect(bearsOwnNames(kind)).toBe(true)
  },
)

test.each(['hormone', 'enzyme', 'process state', 'drug class'])('what is a %s is a common noun', (kind) => {
  expect(bearsOwnNames(kind)).toBe(false)
})

test('a composer is a person, a country is none', () => {
  expect(namesPerson('composer')).toBe(true)
  expect(namesPerson('country')).toBe(false)
})
