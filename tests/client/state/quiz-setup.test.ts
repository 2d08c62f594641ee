import { beforeEach, expect, test } from 'vitest'
import { bodyOf, chosenSetup, pairQuizAddress, setupWords } from '../../../client/state/quiz-setup.ts'

const queryOf = (address: string) => Object.fromEntries(new URLSearchParams(address.split('?')[1]))

beforeEach(() => localStorage.clear())

test('a quiz on two concepts that were mixed up is about both, and is called by their names', () => {
  const address = pairQuizAddress({ id: 'a', term: 'MVC & more' }, { id: 'b', term: 'MVT' })
  const choice = chosenSetup(queryOf(address))
  expect(bodyOf(choice)).toMatchObject({
    scope: { kind: 'concepts', conceptIds: ['a', 'b'] },
    name: 'MVC & more and MVT',
  })
  expect(setupWords(choice)).toBe('10 questions about MVC & more and MVT.')
})

test.each([
  ['', { kind: 'library' }],
  ['?concept=a', { kind: 'concepts', conceptIds: ['a'] }],
  ['?concept=a&with=', { kind: 'concepts', conceptIds: ['a'] }],
  ['?with=b', { kind: 'library' }],
])('“%s” asks about what it names', (address, scope) => {
  expect(bodyOf(chosenSetup(queryOf(address))).scope).toEqual(scope)
})
