import { describe, expect, test } from 'vitest'
import { nothingByHand } from '../../../shared/concept/by-hand.ts'
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

describe('definitions of one term', () => {
  const conflictsOf = (one: string, two: string) =>
    mergeConcepts([...factsOf('a.md', `- **Port**: ${one}`), ...factsOf('b.md', `- **Port**: ${two}`)])
      .conflicts

  test.each([
    [
      'a number that tells the services of one machine apart',
      'the act of moving a program to another platform',
    ],
    ['the 30 metres of quay where ships unload', 'the 60 metres of quay where ships unload'],
  ])('“%s” and “%s” disagree', (one, two) => {
    const [conflict] = conflictsOf(one, two)
    expect(conflict?.sentence).toContain('Your notes define Port in different ways: “')
    expect(conflict?.sides.map(({ statement }) => statement).sort()).toEqual([one, two].sort())
  })

  test.each([
    ['a place where ships unload', 'the place in which a ship is unloaded'],
    ['a sheltered place for ships', 'shelter that a town keeps for boats'],
    ['a place where ships unload', 'a place where 2 ships unload at a time'],
  ])('“%s” and “%s” are two wordings', (one, two) => {
    expect(conflictsOf(one, two)).toEqual([])
  })

  test('the learner says which is meant, and its other wordings stay', () => {
    const facts = [
      ...factsOf('a.md', '- **Port**: a place where ships unload'),
      ...factsOf('b.md', '- **Port**: place that lets ships land'),
      ...factsOf('c.md', '- **Port**: the act of moving a program to another platform'),
    ]
    const [conflict] = mergeConcepts(facts).conflicts
    const right = conflict?.sides.find(({ sources }) => sources.length === 2)
    if (conflict === undefined || right === undefined) throw new Error('Inconsistent: the notes disagree')
    const settled = mergeConcepts(facts, {
      ...nothingByHand,
      sides: new Map([[conflict.factKey, right.statement]]),
    })
    expect(settled.conflicts).toEqual([])
    expect(settled.concepts[0]?.facts.flatMap(({ sources }) => sources.map(({ file }) => file))).toEqual([
      'a.md',
      'b.md',
    ])
  })
})
