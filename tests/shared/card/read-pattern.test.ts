import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainPart, readPattern } from '../../../shared/card/read-pattern.ts'

test.each([
  ['^What i', 'what i'],
  ['cache? hit', 'cach'],
  ['ca+che', 'che'],
  ['[abc]def', 'def'],
  ['x{2,3}yzz', 'yzz'],
  ['(cache)', null],
  ['cache|index', null],
  ['a.b.c', null],
  ['\\bindex', 'index'],
  ['\\p{Lu}queue', 'queue'],
])('%s must hold %s', (pattern, part) => {
  expect(plainPart(pattern)).toBe(part)
})

test('whatever a pattern fits holds its plain part', () => {
  const piece = fc.constantFrom(
    'abc',
    'the',
    '.',
    '\\d',
    '[xy]',
    'a?',
    'b+',
    'c*',
    'd{2}',
    '^',
    '\\u0041',
    ' in',
  )
  const text = fc
    .array(fc.constantFrom('abc', 'the', 'x', '7', 'a', 'b', 'dd', 'A', ' in'))
    .map((all) => all.join(''))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), text, (pieces, given) => {
      const pattern = pieces.join('')
      const read = readPattern(pattern)
      const part = plainPart(pattern)
      if (typeof read === 'string' || part === null || !read.test(given)) return
      expect(given.toLowerCase()).toContain(part)
    }),
  )
})

test('a pattern that cannot be read is a sentence', () => {
  expect(readPattern('(a')).toMatch(/^This is not a regular expression: .+\.$/)
  expect(readPattern('a(?<b>c)')).toBeInstanceOf(RegExp)
})
