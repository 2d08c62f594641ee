import { describe, expect, test } from 'vitest'
import { decisionWords, groupChanges } from '../../../../client/pages/library/group-changes.ts'
import type { DecidedCards, LibraryChange } from '../../../../shared/api/changes.ts'

const minute = 60_000

const decided = (decision: DecidedCards['decision'], note = 'Trees', count = 1): DecidedCards => ({
  decision,
  note,
  count,
})

function aChange(id: string, at: number, more: Partial<LibraryChange> = {}): LibraryChange {
  const kind = 'decision'
  return {
    id,
    kind,
    at: at * minute,
    sentence: '',
    decided: [decided('kept')],
    undone: false,
    blocked: null,
    ...more,
  }
}

/** The ids of each row. */
const rows = (...changes: LibraryChange[]) =>
  groupChanges(changes).map((entry) =>
    entry.kind === 'one' ? entry.change.id : entry.changes.map(({ id }) => id),
  )

describe('the rows of the list of changes', () => {
  test('put the decisions of one go together, however long it lasts', () => {
    expect(rows(aChange('c', 50), aChange('b', 25), aChange('a', 0))).toEqual([['c', 'b', 'a']])
  })
  test('part where nothing was decided for half an hour', () => {
    expect(rows(aChange('c', 62), aChange('b', 31), aChange('a', 1))).toEqual(['c', ['b', 'a']])
  })
  test('leave everything else by itself, and in its order', () => {
    const save = aChange('s', 2, { kind: 'save', decided: [] })
    const anew = aChange('n', 4, { decided: [] })
    expect(rows(aChange('d', 5), anew, aChange('c', 3), save, aChange('b', 1), aChange('a', 0))).toEqual([
      'd',
      'n',
      'c',
      's',
      ['b', 'a'],
    ])
  })
})

test.each<{ says: string; changes: LibraryChange[] }>([
  {
    says: '3 cards kept, 1 dropped in “Trees”.',
    changes: [
      aChange('b', 1, { decided: [decided('dropped')] }),
      aChange('a', 0, { decided: [decided('kept', 'Trees', 3)] }),
    ],
  },
  {
    says: '1 card kept, 1 reworded in “Trees” and “Elms”.',
    changes: [aChange('b', 1, { decided: [decided('edited', 'Elms')] }), aChange('a', 0)],
  },
  {
    says: '3 cards ruled out in 3 notes.',
    changes: ['C', 'B', 'A'].map((note, i) => aChange(note, i, { decided: [decided('never', note)] })),
  },
  {
    says: '1 card kept in “Trees”.',
    changes: [aChange('b', 1, { undone: true }), aChange('a', 0)],
  },
  {
    says: '2 cards kept in “Trees”.',
    changes: [aChange('b', 1, { undone: true }), aChange('a', 0, { undone: true })],
  },
])('a row of several decisions says “$says”', ({ says, changes }) => {
  expect(decisionWords(changes)).toBe(says)
})
