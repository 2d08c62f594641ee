import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLibrary } from '../../../shared/card/read-library.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/notes')
const read = (text: string, path = 'a.md') => readLibrary([{ path, text }])
const asked = (text: string): string[] =>
  read(text)
    .cards.filter((card) => card.status === 'ready')
    .map((card) => `${card.front} → ${card.back.replaceAll('\n', ' / ')}`)
    .sort()

describe('a note gives the cards beside it', () => {
  for (const file of readdirSync(fixtures).filter((name) => name.endsWith('.md'))) {
    test(file, () => {
      const cards = read(readFileSync(join(fixtures, file), 'utf8'), file).cards.map(
        ({ kind, front, back, status }) => ({ kind, front, back, status }),
      )
      const expected = join(fixtures, file.replace(/\.md$/, '.cards.json'))
      if (!existsSync(expected)) writeFileSync(expected, JSON.stringify(cards, null, 2) + '\n')
      expect(cards).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
    })
  }
})

test.each([
  [
    'an expansion asks what the letters stand for',
    '- TTL (Time to Live)',
    ['What does TTL stand for? → Time to Live', 'What is the abbreviation of “Time to Live”? → TTL'],
  ],
  [
    'a problem asks how it can be handled',
    '## Challenges\n\n- **Slow queries** – Solved by adding an index',
    ['How can slow queries be handled? → By adding an index'],
  ],
  [
    'a titled command answers how it is done',
    '# T\n\n## Show the last commit\n\n```sh\ngit show\n```',
    ['How do you show the last commit? → `git show`'],
  ],
  [
    'a written question stays as it is',
    'Who wrote the first compiler::Grace Hopper',
    ['Who wrote the first compiler? → Grace Hopper'],
  ],
  [
    'a marked gap is the gap',
    'The capital of ==Peru== lies near the western coast.',
    ['The capital of ___ lies near the western coast. → Peru'],
  ],
])('%s', (_law, text, expected) => {
  expect(asked(text)).toEqual(expected)
})

const base =
  '# Locks\n\n- **Mutex**: lock that one thread holds at a time\n- **Semaphore**: counter that limits how many threads may enter\n'

test('CRLF and LF give the same keys', () => {
  expect(read(base.replaceAll('\n', '\r\n')).cards.map((card) => card.key)).toEqual(
    read(base).cards.map((card) => card.key),
  )
})

test('editing one line changes no key of another', () => {
  const before = read(base)
    .cards.filter((card) => card.front.includes('emaphore'))
    .map((card) => card.key)
  const after = read(base.replace('at a time', 'until it lets go')).cards.map((card) => card.key)
  expect(after).toEqual(expect.arrayContaining(before))
})

test('the order of the notes changes nothing', () => {
  const notes = [
    { path: 'a.md', text: base },
    { path: 'b.md', text: '- **Mutex** – a lock for one thread\n- TTL (Time to Live)' },
  ]
  const [one, two] = [readLibrary(notes), readLibrary([...notes].reverse())]
  expect(two.cards).toEqual(one.cards)
  expect(two.concepts).toEqual(one.concepts)
})

test('a question has one answer in the whole set', () => {
  const { cards } = readLibrary([
    { path: 'a.md', text: base },
    { path: 'b.md', text: '- **Mutex**: something else that is quite different' },
  ])
  const questions = cards.map((card) => `${card.kind} ${card.front.toLowerCase()}`)
  expect(new Set(questions).size).toBe(questions.length)
})

test('no fact has more than three cards', () => {
  const perFact = new Map<string, number>()
  for (const card of read(readFileSync(join(fixtures, 'layouts.md'), 'utf8')).cards)
    perFact.set(card.factKey, (perFact.get(card.factKey) ?? 0) + 1)
  expect(Math.max(...perFact.values())).toBeLessThanOrEqual(3)
})
