import { expect, test } from 'vitest'
import type { CardId, GeneratedCard } from '../../../shared/card/card.ts'
import { readLibrary } from '../../../shared/card/read-library.ts'
import { reconcileCards } from '../../../shared/card/reconcile-cards.ts'
import type { StoredCard } from '../../../shared/card/stored-card.ts'

const cardsOf = (text: string, path = 'a.md'): readonly GeneratedCard[] => readLibrary([{ path, text }]).cards
const stored = (cards: readonly GeneratedCard[], retired = false): StoredCard[] =>
  cards.map(({ key, content, front, back, conceptKey, factKey, sources }, i) => ({
    id: `card-${i}` as CardId,
    key,
    kind: content.kind,
    front,
    back,
    conceptKey,
    factKey,
    files: sources.map((source) => source.file),
    retired,
  }))

const note =
  '- **Mutex**: lock that one thread holds at a time\n- **Barrier**: point where threads wait for one another\n'

test('the same set changes nothing', () => {
  const cards = cardsOf(note)
  const changes = reconcileCards(stored(cards), cards)
  expect(changes).toMatchObject({ added: [], moved: [], retired: [] })
  expect(changes.updated.every(({ change }) => change === 'same')).toBe(true)
})

test('editing an answer keeps the id', () => {
  const before = stored(cardsOf(note))
  const changes = reconcileCards(before, cardsOf(note.replace('at a time', 'at any time')))
  expect(changes.added).toEqual([])
  expect(changes.retired).toEqual([])
  expect(changes.updated.filter(({ change }) => change !== 'same').map(({ change }) => change)).toContain(
    'wording',
  )
})

test('renaming a term moves its history to the new key', () => {
  const changes = reconcileCards(stored(cardsOf(note)), cardsOf(note.replace('Barrier', 'Thread barrier')))
  expect(changes.moved.length).toBeGreaterThan(0)
  expect(changes.retired.length + changes.moved.length).toBeGreaterThan(0)
})

test('a fact that vanished is retired, and revived when it returns', () => {
  const all = cardsOf(note)
  const gone = reconcileCards(stored(all), cardsOf(note.split('\n')[0] ?? ''))
  expect(gone.retired.length).toBeGreaterThan(0)
  const back = reconcileCards(stored(all, true), all)
  expect(back.added).toEqual([])
  expect(back.updated).toHaveLength(all.length)
})

test('another fact never takes over a history', () => {
  const changes = reconcileCards(
    stored(cardsOf('- **Mutex**: lock that one thread holds')),
    cardsOf('- **Heap**: tree whose root is the smallest element'),
  )
  expect(changes.moved).toEqual([])
})

test.each([
  ['a number', 'How many ropes hold the mast?::6 ropes', '7 ropes'],
  ['a number alone', 'How many ropes hold the mast?::6', '7'],
  [
    'a version',
    'Which release of the chart brought tides?::release 1.5 of the chart',
    'release 15 of the chart',
  ],
  ['a flag', 'How do you delete any branch?::`git branch -D`', '`git branch -d`'],
])('%s in an answer is its meaning, never its wording', (_what, line, told) => {
  const before = stored(cardsOf(line))
  const changes = reconcileCards(before, cardsOf(`${line.split('::')[0]}::${told}`))
  expect(changes.updated.map(({ change }) => change)).toEqual(['meaning'])
})

test('marking a word as code is form', () => {
  const changes = reconcileCards(
    stored(cardsOf('How do you publish?::git push')),
    cardsOf('How do you publish?::`git push`'),
  )
  expect(changes.updated.map(({ change }) => change)).toEqual(['format'])
})

test('naming the language of a code block is form', () => {
  const written = (language: string) =>
    cardsOf(`Which loop counts down?\n?\n\`\`\`${language}\nfor i in range(9, 0, -1):\n    print(i)\n\`\`\``)
  const changes = reconcileCards(stored(written('')), written('python'))
  expect(changes.updated.map(({ change }) => change)).toEqual(['format'])
  expect(changes.retired).toEqual([])
})

test('a question with another number is another question', () => {
  const changes = reconcileCards(
    stored(cardsOf('What came with version 3.8 of the chart?::Tide tables and lights')),
    cardsOf('What came with version 3.9 of the chart?::Tide tables and lights'),
  )
  expect(changes.moved).toEqual([])
  expect(changes.added).toHaveLength(1)
})

test('a question whose twin appears keeps its history', () => {
  const one = 'What does `[]` mean?::An empty list\n'
  const before = stored(cardsOf(one))
  const changes = reconcileCards(before, cardsOf(`What does \`{}\` mean?::An empty map\n\n${one}`))
  expect(changes.moved.map(({ id, card }) => [id, card.front])).toEqual([['card-0', 'What does `[]` mean?']])
  expect(changes.added.map(({ front }) => front)).toEqual(['What does `{}` mean?'])
  expect(changes.retired).toEqual([])
})
