import { expect, test } from 'vitest'
import { mergeConcepts } from '../../../shared/concept/merge-concepts.ts'
import { readNote } from '../../../shared/card/read-library.ts'
import { conceptName } from '../../../shared/concept/concept-name.ts'

const factsOf = (path: string, text: string) => readNote({ path, text }).facts

test.each([
  ['Caching Strategies', 'caching'],
  ['REST APIs', 'REST API'],
  ['Code Reviews', 'code review'],
])('%s and %s are one concept', (a, b) => {
  expect(conceptName(a)).toBe(conceptName(b))
})

test.each([
  ['Continuous Integration', 'Continuous Learning'],
  ['MVC', 'MVT'],
  ['normalization', 'denormalization'],
  ['authentication', 'authorization'],
  ['Monitoring and Logging', 'Monitoring and Profiling'],
  ['Database Design', 'Database Performance'],
])('%s and %s are two concepts', (a, b) => {
  expect(conceptName(a)).not.toBe(conceptName(b))
})

test('the same fact from two notes is one fact with two sources', () => {
  const facts = [
    ...factsOf('a.md', '- **Mutex**: lock that one thread holds'),
    ...factsOf('b.md', '- **Mutex** – a lock that one thread holds at a time'),
  ]
  const { concepts } = mergeConcepts(facts)
  expect(concepts).toHaveLength(1)
  expect(concepts[0]?.facts[0]?.sources.map((source) => source.file)).toEqual(['a.md', 'b.md'])
})

test('two expansions of one acronym are a conflict, in any order of the notes', () => {
  const facts = [
    ...factsOf('a.md', '- MVP (Model-View-Presenter)'),
    ...factsOf('b.md', '- MVP (Minimum Viable Product)'),
  ]
  const { conflicts } = mergeConcepts(facts)
  expect(conflicts[0]?.sides.map((side) => side.statement)).toEqual([
    'Minimum Viable Product',
    'Model-View-Presenter',
  ])
  expect(mergeConcepts([...facts].reverse())).toEqual(mergeConcepts(facts))
})
