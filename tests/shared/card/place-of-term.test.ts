import { expect, test } from 'vitest'
import { fieldOf } from '../../../shared/english/fields.ts'
import { readLibrary } from '../../../shared/card/read-library.ts'

const asked = (text: string, path = 'a.md'): string[] =>
  readLibrary([{ path, text }]).cards.map((card) => card.front)

test.each([
  ['Developmental Psychology', 'developmental psychology'],
  ['Social Psychology (Part 2)', 'social psychology'],
  ['Database design', 'database design'],
  ['Music theory basics', undefined],
  ['Contract law', 'contract law'],
  ['Thermodynamics', 'thermodynamics'],
  ['Macroeconomics', 'macroeconomics'],
  ['Counterpoint', 'counterpoint'],
  ['Sigmund Freud', undefined],
  ['The French Revolution', undefined],
  ['Accounts vs Finance', undefined],
  ['Terminology', undefined],
  ['Memory hierarchy', undefined],
  ['Week 3: Genetics', undefined],
])('the heading %s names the field %s', (heading, field) => {
  expect(fieldOf(heading)).toBe(field)
})

test('a few letters are asked for in the field or the tool that their note is about', () => {
  expect(asked('# Database design\n\n- ER (Entity-Relationship)')).toContain(
    'In database design, what does ER stand for?',
  )
  expect(asked('# GraphQL\n\n- **SDL** (Schema Definition Language): notation for types')).toContain(
    'In GraphQL, what does SDL stand for?',
  )
  expect(asked('# Pharmacology\n\n## Doses\n\n- AUC (Area Under the Curve)')).toContain(
    'In pharmacology, what does AUC stand for?',
  )
})

test('a place that gives the answer away, or names only a part of the note, is left out', () => {
  expect(asked('# Software testing\n\n- TDD (Test-Driven Development)')).toContain('What does TDD stand for?')
  expect(asked('# Harbours\n\n## Testing\n\n- LOA (Length Over All)')).toContain('What does LOA stand for?')
  expect(asked('# Harbours\n\n- AIS (Automatic Identification System)')).toContain('What does AIS stand for?')
})

test('initials below a heading that only begins with a tool are no matter of the tool', () => {
  const note = '# Security\n\n## SQL injection and forgery\n\n- SSRF (Server-Side Request Forgery)'
  expect(asked(note)).toContain('What does SSRF stand for?')
})

test('a word that everyone uses is asked about in its field', () => {
  const note = '# Nautical navigation\n\n- **Range**: pair of marks that stand in one line'
  expect(asked(note)).toContain('In nautical navigation, what is a range?')
})

test('a description is asked for its term in the tool that the whole note is about', () => {
  const note =
    '# Django\n\n- **F expression**: reference to a column that lets the database compute by itself'
  expect(asked(note)).toEqual(
    expect.arrayContaining([
      'In Django, what is an F expression?',
      'In Django, what is the term for “reference to a column that lets the database compute by itself”?',
    ]),
  )
})
