import { expect, test } from 'vitest'
import { frames } from '../../../shared/language/frames.ts'

test('French cuts “que” before a vowel and sets a space that does not break before its signs', () => {
  expect(frames.fr.whatIs('la sève', false)).toBe('Qu’est-ce que la sève\u00A0?')
  expect(frames.fr.whatIs('un pistil', false)).toBe('Qu’est-ce qu’un pistil\u00A0?')
  expect(frames.fr.whatMeans('sève')).toBe('Qu’entend-on par «\u00A0sève\u00A0»\u00A0?')
})

test.each([
  [frames.es.whatIs('los ácidos', true), '¿Qué son los ácidos?'],
  [frames.es.whatMeans('ácido'), '¿Qué se entiende por «ácido»?'],
  [frames.pt.whatIs('a lava', false), 'O que é a lava?'],
  [frames.de.whatMeans('Kiel'), 'Was versteht man unter „Kiel“?'],
  [frames.de.standsFor('UNO'), 'Wofür steht die Abkürzung UNO?'],
])('%s', (asked, expected) => {
  expect(asked).toBe(expected)
})
