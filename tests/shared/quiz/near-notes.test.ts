import { expect, test } from 'vitest'
import { nearNotesOf } from '../../../shared/quiz/near-notes.ts'
import type { QuizCard } from '../../../shared/quiz/quiz-card.ts'
import { bothSides } from './a-quiz-library.ts'

const inNote = (note: string, cards: readonly QuizCard[], more: Partial<QuizCard> = {}) =>
  cards.map((card) => ({ ...card, ...more, notes: [note] }))

const sails = inNote('sails.md', [
  ...bothSides('Jib', 'triangular sail set before the mast of a boat'),
  ...bothSides('Spanker', 'sail set behind the mast of a boat'),
])
const hulls = inNote('hulls.md', [
  ...bothSides('Keel', 'beam along the bottom of a boat below its mast'),
  ...bothSides('Rib', 'curved timber that shapes the side of a boat'),
])
const bread = inNote('bread.md', [
  ...bothSides('Levain', 'sour dough that raises a loaf'),
  ...bothSides('Crumb', 'inside of a baked loaf'),
])
const tea = inNote('tea.md', bothSides('Oolong', 'half fermented leaf'))

test('notes that speak of the same are of one field, others are not', () => {
  const near = nearNotesOf([...sails, ...hulls, ...bread, ...tea])
  expect(Object.fromEntries(near('sails.md'))).toEqual({ 'sails.md': 'same', 'hulls.md': 'alike' })
  expect(Object.fromEntries(near('tea.md'))).toEqual({ 'tea.md': 'same' })
})

test('a concept, a tag or a folder of few notes joins them; one of most notes joins nothing', () => {
  const others = Array.from({ length: 8 }, (_, i) =>
    inNote(`other ${i}.md`, bothSides(`Thing ${i}`, `word${i} of its own${i}`)),
  ).flat()
  const shared = inNote('tea.md', bothSides('Levain', 'half fermented leaf'))
  expect(nearNotesOf([...bread, ...shared, ...others])('tea.md').get('bread.md')).toBe('linked')
  const tagged = [...bread, ...tea].map((card) => ({ ...card, tags: ['kitchen'] }))
  expect(nearNotesOf([...tagged, ...others])('tea.md').get('bread.md')).toBe('linked')
  const everywhere = [...bread, ...tea, ...others].map((card) => ({ ...card, tags: ['mine'] }))
  expect(nearNotesOf(everywhere)('tea.md').get('bread.md')).toBeUndefined()
})
