import { expect, test } from 'vitest'
import type { CardKey } from '../../../shared/card/card.ts'
import { doubtNearSame } from '../../../shared/card/near-same.ts'
import { readLibrary } from '../../../shared/card/read-library.ts'
import type { FactKey } from '../../../shared/fact/fact.ts'
import { workMs } from '../../support/work-time.ts'

const note = (path: string, text: string) => ({ path, text })
const cardsOf = (...texts: readonly string[]) =>
  readLibrary(texts.map((text, i) => note(`${i}.md`, text))).cards
const waiting = (...texts: readonly string[]): string[] =>
  cardsOf(...texts)
    .filter((card) => card.reasons.some(({ code }) => code === 'near_same'))
    .map((card) => card.front)

test('one use told of a thing alone and of two things is asked once, by the card of the highest worth', () => {
  const cards = cardsOf(
    '# Kitchen\n\n- **Potlux**: used for batch steaming',
    '# Stoves\n\n- Batch steaming with Potlux and Jarline',
  )
  const [ready, ...others] = cards.filter((card) => card.status === 'ready')
  const [waits] = cards.filter((card) => card.status === 'doubtful')
  expect(others).toEqual([])
  expect(waits?.worth.chance).toBeLessThanOrEqual(ready?.worth.chance ?? 0)
  expect(waits?.reasons.map(({ sentence }) => sentence)).toEqual([
    `It asks nearly the same as “${ready?.front}”.`,
  ])
})

test('a definition and a gap in a sentence that says the same are one question', () => {
  expect(
    waiting(
      '# Sails\n\n- **Spinnaker**: full sail that pulls a boat before the wind',
      '# Wind\n\n- **Spinnakers** pull a boat before the wind with a full sail.',
    ),
  ).toEqual(['___ pull a boat before the wind with a full sail'])
})

test.each([
  ['a term and its definition', '# Sails\n\n- **Jib**: small sail that is set in front of the mast'],
  ['gaps of one sentence', '# Tides\n\nA ==spring tide== comes at full moon and ==new moon== in each month.'],
  [
    'opposites',
    '# Tides\n\n- When the moon is near, high water stands higher.\n- When the moon is far, high water stands lower.',
  ],
  [
    'other numbers',
    '# Knots\n\nA reef knot needs 2 turns of the rope. A surgeon knot needs 3 turns of the rope.',
  ],
  [
    'things of one kind',
    '# Sails\n\n- **Jib**: sail that is set on the forestay\n- **Mainsail**: sail that is set on the mainmast',
  ],
])('%s are not the same question', (_law, text) => {
  expect(waiting(text)).toEqual([])
})

test('the order of the notes changes nothing', () => {
  const texts = [
    '# Kitchen\n\n- **Potlux**: used for batch steaming',
    '# Stoves\n\n- Batch steaming with Potlux and Jarline',
    '# Rice\n\n- **Potlux**: stove that steams rice slowly',
  ]
  const asked = (order: readonly string[]) =>
    cardsOf(...order)
      .map(({ front, status }) => `${status} ${front}`)
      .sort()
  expect(asked(texts.toReversed())).toEqual(asked(texts))
})

test('thousands of cards about one thing are compared in a moment', () => {
  const [card] = cardsOf('# Sails\n\n- **Jib**: small sail that is set in front of the mast')
  if (card === undefined) throw new Error('Inconsistent: no card')
  const words = ['mast', 'keel', 'rope', 'deck', 'sail', 'oar', 'helm', 'hull', 'bow', 'stern']
  const about = Array.from({ length: 20_000 }, (_, i) => {
    const at = (power: number): string => words[Math.floor(i / 10 ** power) % 10] ?? ''
    const [front, back] = [`Why does the ${at(0)} touch the ${at(1)}?`, `The ${at(2)} of the ${at(3)} is wet`]
    const own = { ...card, key: `${i}` as CardKey, factKey: `${i}` as FactKey, front, back }
    return { card: own, names: ['boat'], written: false }
  })
  expect(workMs(() => doubtNearSame(about, (name) => name))).toBeLessThan(10_000)
})
