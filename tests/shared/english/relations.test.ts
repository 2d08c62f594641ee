import { expect, test } from 'vitest'
import { isOnlyRelation, relationAsked, relationOf } from '../../../shared/english/relations.ts'

test.each([
  ['Causes', 'cause', true],
  ['cause', 'cause', false],
  ['Most common cause:', 'cause', false],
  ['Best initial test', 'test', false],
  ['Greatest impact', 'impact', false],
  ['Clinical features', 'feature', true],
  ['Criteria', 'criterion', true],
  ['Effect(s)', 'effect', true],
  ['rx', 'treatment', false],
])('“%s” names a relation of the thing above it', (label, noun, many) => {
  expect(relationOf(label)).toMatchObject({ noun, many })
})

test.each([
  'Greenhouse effect',
  'Photoelectric effect',
  'Regular expression',
  'Stage',
  'Class',
  'MX',
  'constructor',
])('“%s” is a term of its own', (label) => {
  expect(relationOf(label)).toBeUndefined()
})

test.each([
  ['cause', 'gout', 'what causes gout'],
  ['causes', 'gout', 'what are the causes of gout'],
  ['treatment', 'burns', 'how are burns treated'],
  ['mechanism of action', 'aspirin', 'how does aspirin work'],
  ['best initial test', 'gout', 'what is the best initial test for gout'],
  ['location', 'the spleen', 'where is the spleen located'],
  ['inventor', 'the telegraph', 'who invented the telegraph'],
  ['synonym', 'glad', 'what is another name for glad'],
])('the %s of %s is asked for in words of its own', (name, thing, asked) => {
  expect(relationAsked(name, thing)).toBe(asked)
})

test('a noun that may be a thing of its own stays a subject as a heading', () => {
  expect(isOnlyRelation('Treatment')).toBe(true)
  expect(isOnlyRelation('Functions')).toBe(false)
})
