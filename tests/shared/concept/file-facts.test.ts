import { expect, test } from 'vitest'
import { readLibrary } from '../../../shared/card/read-library.ts'
import { readNote } from '../../../shared/card/read-library.ts'
import { mergeConcepts } from '../../../shared/concept/merge-concepts.ts'
import { nothingByHand } from '../../../shared/concept/by-hand.ts'

const concepts = (text: string, path = 'rivers/lakes.md') =>
  readLibrary([{ path, text }]).concepts.map(({ term, topic, facts }) => ({
    term,
    topic,
    facts: facts.length,
  }))

const lakes = `# Lakes of Siberia

How deep is Baikal?::1642 m

How old is the oldest of them?::25 million years

What is a taiga?::the forest of the cold north

- **Kettle**: a hollow that melting ice left behind.
`

test('a written question belongs to what it asks about, or to its heading', () => {
  const topic = ['rivers', 'Lakes of Siberia']
  expect(concepts(lakes).toSorted((a, b) => (a.term < b.term ? -1 : 1))).toEqual([
    { term: 'Kettle', topic, facts: 1 },
    { term: 'Lakes of Siberia', topic, facts: 2 },
    { term: 'taiga', topic, facts: 1 },
  ])
})

test('a part of a note is no topic: what stands below it belongs to the note', () => {
  const text = lakes.replace('How deep', '## Key takeaways\n\nHow deep')
  expect(concepts(text).map(({ term }) => term)).toContain('Lakes of Siberia')
})

test('every fact has one concept and a topic', () => {
  const { concepts: all } = readLibrary([{ path: 'a.md', text: lakes }])
  const keys = all.flatMap(({ facts }) => facts.map(({ key }) => key))
  expect(new Set(keys).size).toBe(keys.length)
  expect(all.every(({ topic }) => topic.length > 0)).toBe(true)
})

test('a term of which the learner said something stays a concept', () => {
  const { facts } = readNote({
    path: 'a.md',
    text: '- **Soil**: the loose upper layer of the ground.\n\nHow deep is Baikal?::1642 m\n',
  })
  const [question] = facts.filter(({ kind }) => kind === 'question')
  const { concepts: before } = mergeConcepts(
    facts.map((fact) => ({ ...fact, filing: { ...fact.filing, isName: true } })),
  )
  const spoken = before.find(({ facts: own }) => own.some(({ key }) => key === question?.key))
  if (spoken === undefined) throw new Error('the question has no concept')
  const { concepts: after } = mergeConcepts(facts, {
    ...nothingByHand,
    called: new Map([[spoken.key, 'Baikal']]),
  })
  expect(after.find(({ term }) => term === 'Baikal')?.facts.map(({ key }) => key)).toEqual([question?.key])
})
