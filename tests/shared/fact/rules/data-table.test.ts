import { describe, expect, test } from 'vitest'
import { holdsData, isGraded } from '../../../../shared/fact/rules/data-table.ts'
import type { Table } from '../../../../shared/note/note.ts'

const table = (lines: string): Table => {
  const [header = [], ...rows] = lines
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
  return {
    kind: 'table',
    path: [],
    header: { cells: header, lines: [1] },
    rows: rows.map((cells, i) => ({ cells, lines: [i + 2] })),
  }
}

describe('a table that is looked up is told from one that is learned', () => {
  test.each([
    ['samples of one word', 'Word | North | South\nbath | bath | baaf\ncup | cup | kop', ''],
    ['values that all columns share', 'Level | Dirty read | Phantom\nLow | ✅ | ✅\nHigh | ❌ | ❌', ''],
    ['figures below statistics', 'Group | n | Mean\nControl | 20 | 5.1\nTreated | 22 | 6.3', ''],
    ['figures below a heading of results', 'Ship | Tons\nOne | 12\nTwo | 14', 'Results'],
    ['figures of numbered trials', 'Trial | Mass (g)\n1 | 50\n2 | 100', ''],
    ['a calculation', 'i | j | sum[i]\n0 | 1 | 4\n1 | 2 | 6', ''],
    ['a log', 'Date | Guide | Outcome\n3 May | Ana | two nests\n9 May | Tom | rain', ''],
    ['a schedule', 'Week | Topic | Reading\n1 | Keels | chapter 2\n2 | Sails | chapter 4', ''],
    [
      'pairs of one kind',
      'Pairing | Base 1 | Base 2\nFirst | adenine | thymine\nSecond | guanine | cytosine',
      '',
    ],
  ])('data: %s', (_law, lines, heading) => {
    expect(holdsData(table(lines), heading)).toBe(true)
  })

  test.each([
    ['properties', 'Planet | Diameter (km) | Moons\nEarth | 12,756 | 1\nMars | 6,792 | 2', 'Planets'],
    ['terms', 'Term | Meaning\nKeel | lowest beam of a ship\nMast | pole that carries sails', ''],
    ['a timeline', 'Date | Event | Effect\n1648 | Peace | end of a war\n1713 | Treaty | new borders', ''],
    ['how costs grow', 'Algorithm | Best | Worst\nBubble sort | O(n) | O(n²)\nMerge sort | O(n) | O(n)', ''],
  ])('knowledge: %s', (_law, lines, heading) => {
    expect(holdsData(table(lines), heading)).toBe(false)
  })
})

test.each([
  [['High', 'Low', 'very high'], true],
  [['yes', '✗'], true],
  [['solid', 'solid', 'liquid', 'solid'], true],
  [['Nairobi', 'Oslo', 'Lima', 'Quito'], false],
  [['keel', 'high mast'], false],
])('%j only grades: %s', (cells, graded) => {
  expect(isGraded(cells)).toBe(graded)
})
