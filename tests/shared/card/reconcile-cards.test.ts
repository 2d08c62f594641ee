import { expect, test } from 'vitest'
import type { CardId, GeneratedCard } from '../../../shared/card/card.ts'
import { readLibrary } from '../../../shared/card/read-library.ts'
import { reconcileCards } from '../../../shared/card/reconcile-cards.ts'
import type { StoredCard } from '../../../shared/card/reconcile-cards.ts'

const cardsOf = (text: string, path = 'a.md'): readonly GeneratedCard[] => readLibrary([{ path, text }]).cards
const stored = (cards: readonly GeneratedCard[], retired = false): StoredCard[] =>
  cards.map(({ key, kind, front, back, conceptKey, factKey, sources }, i) => ({
    id: `card-${i}` as CardId,
    key,
    kind,
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
