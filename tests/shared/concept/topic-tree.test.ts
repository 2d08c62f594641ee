import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Topic, itemsIn, topicTree } from '../../../shared/concept/topic-tree.ts'

/** "cooking/Bread/Doughs: rye, wheat" as three names on a path with their items. */
const grow = (lines: readonly string[]): Topic<string> => {
  const items = lines.flatMap((line) => {
    const [path = '', names = ''] = line.split(': ')
    return names.split(', ').map((name) => ({ name, path: path.split('/').filter((part) => part !== '') }))
  })
  return named(topicTree(items, ({ path }) => path))
}
const named = ({ name, items, topics }: Topic<{ name: string }>): Topic<string> => ({
  name,
  items: items.map((item) => item.name),
  topics: topics.map(named),
})
const leaf = (name: string, ...items: string[]): Topic<string> => ({ name, items, topics: [] })

test('the same heading in two notes makes two topics', () => {
  expect(
    grow([
      'Bread/Tools: peel, lame, couche',
      'Bread/Doughs: rye, wheat, spelt',
      'Roof/Tools: slater, ripper, stake',
      'Roof/Parts: ridge, eave, hip',
    ]),
  ).toEqual({
    name: '',
    items: [],
    topics: [
      {
        name: 'Bread',
        items: [],
        topics: [leaf('Doughs', 'rye', 'wheat', 'spelt'), leaf('Tools', 'peel', 'lame', 'couche')],
      },
      {
        name: 'Roof',
        items: [],
        topics: [leaf('Parts', 'ridge', 'eave', 'hip'), leaf('Tools', 'slater', 'ripper', 'stake')],
      },
    ],
  })
})

test('a topic with next to nothing in it is no level of its own', () => {
  expect(grow(['Bread/Doughs: rye, wheat', 'Bread: crust, crumb', 'Roof: ridge'])).toEqual({
    name: '',
    items: ['ridge'],
    topics: [leaf('Bread', 'crust', 'crumb', 'rye', 'wheat')],
  })
})

test('a folder around everything is left out, and a level without a neighbour is no level', () => {
  expect(
    grow(['vault/Bread/Doughs/Old: rye, wheat, spelt, einkorn', 'vault/Roof: ridge, eave, hip']),
  ).toEqual({
    name: '',
    items: [],
    topics: [leaf('Bread', 'rye', 'wheat', 'spelt', 'einkorn'), leaf('Roof', 'ridge', 'eave', 'hip')],
  })
})

test('names that differ in their case and hyphens only are one topic', () => {
  expect(
    grow(['sour-dough: rye, wheat', 'Sour dough: spelt', 'Roof: ridge, eave, hip']).topics.map(itemsIn),
  ).toEqual([
    ['ridge', 'eave', 'hip'],
    ['rye', 'wheat', 'spelt'],
  ])
})

test('no item is lost or told twice, whatever the paths', () => {
  const path = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 5 })
  fc.assert(
    fc.property(fc.array(path, { maxLength: 40 }), (paths) => {
      const items = paths.map((own, i) => ({ i, own }))
      const told = itemsIn(topicTree(items, ({ own }) => own)).map(({ i }) => i)
      expect(told.toSorted((a, b) => a - b)).toEqual(items.map(({ i }) => i))
    }),
  )
})
