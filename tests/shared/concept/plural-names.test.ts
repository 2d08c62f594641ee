import { describe, expect, test } from 'vitest'
import { readLibrary } from '../../../shared/card/read-library.ts'
import { reconcileCards } from '../../../shared/card/reconcile-cards.ts'
import type { CardId } from '../../../shared/card/card.ts'

const library = (...texts: readonly string[]) =>
  readLibrary(texts.map((text, i) => ({ path: `${i}.md`, text: `${text}\n` })))
const read = (...texts: readonly string[]) => {
  const { concepts, conflicts, cards } = library(...texts)
  return {
    terms: concepts.map(({ term }) => term).sort(),
    conflicts: conflicts.length,
    doubtful: cards.filter(({ status }) => status === 'doubtful').length,
  }
}

describe('an s makes another name', () => {
  test.each([
    [
      'in an abbreviation',
      ['- **HTTP**: the protocol that carries web pages in plain text.'],
      ['- **HTTPS**: the protocol that carries web pages encrypted.'],
      ['HTTP', 'HTTPS'],
    ],
    [
      'in two entries of one list',
      [
        '- **Mean**: the sum of all values divided by their number.\n- **Means**: the money or tools that serve an end.',
      ],
      [],
      ['Mean', 'Means'],
    ],
    [
      'where two notes define both without a common word',
      ['- **Custom**: a habit that a people has kept for long.'],
      ['- **Customs**: the office that taxes goods at a border.'],
      ['Custom', 'Customs'],
    ],
    [
      'in two rows of a table',
      ['| Protocol | Port |\n| --- | --- |\n| LDAP | 389 |\n| LDAPS | 636 |'],
      [],
      ['LDAP', 'LDAPS'],
    ],
  ])('%s', (_where, one, other, terms) => {
    expect(read([...one, ...other].join('\n'))).toEqual({ terms, conflicts: 0, doubtful: 0 })
    expect(read(...one, ...other)).toEqual({ terms, conflicts: 0, doubtful: 0 })
  })
})

test.each([
  [
    'an abbreviation with a small s',
    ['- **GIF**: a picture that can move.', '- **GIFs**: pictures that can move.'],
    'GIF',
  ],
  [
    'a plain plural of another note',
    ['- **Glacier**: a river of ice that flows slowly.', '- **Glaciers**: rivers of ice that flow slowly.'],
    'Glacier',
  ],
])('%s is the plural of its singular', (_what, texts, term) => {
  expect(read(...texts).terms).toEqual([term])
})

test('a plural name keeps its card and history when its singular appears', () => {
  const line = '- **HTTPS**: the protocol that carries web pages encrypted.'
  const stored = library(line).cards.map((card, i) => ({
    ...card,
    id: `card-${i}` as CardId,
    kind: card.content.kind,
    files: ['0.md'],
    retired: false,
  }))
  const { moved, retired, unsure, updated } = reconcileCards(
    stored,
    library(`- **HTTP**: the protocol that carries web pages in plain text.\n${line}`).cards,
  )
  expect(moved.map(({ card }) => card.front).sort()).toEqual(stored.map(({ front }) => front).sort())
  expect([retired, unsure, updated]).toEqual([[], [], []])
})
