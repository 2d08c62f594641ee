import { expect, test } from 'vitest'
import { type PaletteEntry, exactFirst } from '../../../../client/pages/frame/palette-entries.ts'

const found: readonly PaletteEntry[] = [
  { group: 'Go', name: 'Notes' },
  { group: 'Concept', name: 'Celery and Redis' },
  { group: 'Concept', name: 'Redis' },
  { group: 'Note', name: 'Redis (databases/redis.md)', title: 'Redis' },
  { group: 'Card', name: 'What is Redis?' },
]

test('the palette puts what is called exactly as was typed first, whatever it is', () => {
  expect(exactFirst(found, 'redis').map(({ name }) => name)).toEqual([
    'Redis',
    'Redis (databases/redis.md)',
    'Notes',
    'Celery and Redis',
    'What is Redis?',
  ])
})

test('where nothing is called so, nothing moves', () => {
  expect(exactFirst(found, 'red')).toEqual(found)
})
