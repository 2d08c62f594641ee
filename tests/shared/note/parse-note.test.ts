import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseNote } from '../../../shared/note/parse-note.ts'
import type { Block } from '../../../shared/note/note.ts'
import { workMs } from '../../support/work-time.ts'

const parse = (text: string): readonly Block[] => parseNote({ path: 'a.md', text }).note.blocks
const kinds = (text: string): string[] => parse(text).map((block) => block.kind)
const headings = (text: string): string[] =>
  parse(text).flatMap((block) => (block.kind === 'heading' ? [block.line.text] : []))

test('every string is read without a throw', () => {
  const markdown = fc.array(
    fc.constantFrom(
      '# ',
      '- ',
      '1. ',
      '**',
      '`',
      '```\n',
      '|',
      '\n',
      '\n\n',
      '[[',
      ']]',
      '::',
      '?\n',
      '---\n',
      'Term: text',
      '    ',
      '> ',
      '\r\n',
      '\t',
      'ü',
      '漢字',
      '🚀',
      '<b>',
      '$x$',
    ),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        markdown.map((parts) => parts.join('')),
      ),
      (text) => {
        parse(text)
      },
    ),
    { numRuns: 300 },
  )
})

test('front matter, comments and images give no text', () => {
  expect(JSON.stringify(parse('---\ntitle: x\n---\n\nBody <!-- hidden --> ![alt](a.png)'))).not.toMatch(
    /title|hidden|alt/,
  )
})

test.each([
  ['a rule right below a sentence is no heading', 'This ends a longer thought.\n---\n', []],
  ['a bold line above a list is a heading', '**Best tools**\n\n- a', ['Best tools']],
  ['a heading inside a list item is lifted out', '1. ## Indexes\n- one', ['Indexes']],
  ['a heading without its space is one', '##Caches\ntext', ['Caches']],
  ['a solution label is no heading', '**Solution**:\n\n- do it', []],
])('%s', (_law, text, expected) => {
  expect(headings(text)).toEqual(expected)
})

test('a fence that never closes ends before the next heading and is reported', () => {
  const { note, problems } = parseNote({ path: 'a.md', text: '# A\n\n```sh\nls\n\n## B\n\ntext' })
  expect(note.blocks.map((block) => block.kind)).toEqual(['heading', 'code', 'heading', 'paragraph'])
  expect(problems).toMatchObject([{ file: 'a.md', line: 3, code: 'fence_not_closed' }])
})

test('a line over 64 KB is reported and everything else goes on', () => {
  const { note, problems } = parseNote({ path: 'a.md', text: `${'x'.repeat(70_000)}\n\nStill here.` })
  expect(problems).toMatchObject([{ line: 1, code: 'line_too_long' }])
  expect(note.blocks).toHaveLength(1)
})

test('hard-wrapped lines are one thought, labelled lines are several', () => {
  const wrapped = parse(
    'A write-ahead log records each change before the table itself is\nchanged on disk.',
  )[0]
  const labelled = parse('Cache: keeps data near\nQueue: holds work for later')[0]
  expect(wrapped?.kind === 'paragraph' && wrapped.lines.map((line) => line.lines)).toEqual([[1, 2]])
  expect(labelled?.kind === 'paragraph' && labelled.lines.length).toBe(2)
})

test('indented prose is prose, indented code is code', () => {
  expect(kinds('A:\n\n    This is a sentence that somebody has indented.')).toEqual([
    'paragraph',
    'paragraph',
  ])
  expect(kinds('A:\n\n    x = f(1);')).toEqual(['paragraph', 'code'])
})

test.each(['*', '(', '|', ' ', '_', '`'])('a megabyte of %j does not stall the reader', (sign) => {
  expect(workMs(() => parse(`${sign.repeat(60)}\n`.repeat(16_000)))).toBeLessThan(4000)
})

test('the markers of a merge that was left open are problems, and both versions are read', () => {
  const text = '# A\n\n<<<<<<< HEAD\n- one\n=======\n- two\n>>>>>>> other\n'
  const { note, problems } = parseNote({ path: 'a.md', text })
  expect(problems).toMatchObject([
    { line: 3, code: 'merge_conflict' },
    { line: 7, code: 'merge_conflict' },
  ])
  expect(JSON.stringify(note.blocks)).toMatch(/one.*two/)
})

test('a note without a top heading stands below the title of its front matter', () => {
  const [first] = parse('---\ntitle: "Knots"\nmade with: hemp\n---\n\nA rope.')
  expect(first?.path).toEqual(['Knots'])
  expect(parse('---\ntitle: Knots\n---\n\n# Ropes\n\nA rope.')[1]?.path).toEqual(['Ropes'])
})

test('lines whose cells are parted by tabs are a table with its lines', () => {
  const [table] = parse('Metal\tColour\nGold\tyellow\nSilver\twhite')
  expect(table).toMatchObject({
    kind: 'table',
    header: { cells: ['Metal', 'Colour'], lines: [1] },
    rows: [
      { cells: ['Gold', 'yellow'], lines: [2] },
      { cells: ['Silver', 'white'], lines: [3] },
    ],
  })
})

test('a table written as HTML has its cells, blank lines and rows that go on below', () => {
  const table = [
    '<table>',
    '  <tr><th>Metal</th><th>Use</th></tr>',
    '  <tr>',
    '    <td rowspan="2"><b>Gold</b></td>',
    '',
    '    <td>',
    '      coins,',
    '      rings',
    '    </td>',
    '  </tr>',
    '  <tr><td><code>a &lt; b</code></td></tr>',
    '</table>',
    '',
    'Text below.',
  ]
  const [block, below] = parse(table.join('\n'))
  expect(block).toMatchObject({
    kind: 'table',
    header: { cells: ['Metal', 'Use'], lines: [2] },
    rows: [
      { cells: ['Gold', 'coins, rings'], lines: [3, 4, 5, 6, 7, 8, 9] },
      { cells: ['Gold', '`a < b`'], lines: [11] },
    ],
  })
  expect(below).toMatchObject({ kind: 'paragraph', lines: [{ text: 'Text below.' }] })
})

test.each([
  ['that never ends', '<table>\n<tr><td>one</td></tr>\n\nText below.', ['paragraph']],
  ['inside a cell of another', '<table><tr><td><table></table></td></tr></table>\n\nText.', ['paragraph']],
])('a table %s is none', (_, text, expected) => {
  expect(kinds(text)).toEqual(expected)
})

test('code in a heading keeps its mark, whichever way it is written', () => {
  expect(parse('### <code>DROP</code>: removes a table')).toMatchObject([
    { kind: 'heading', line: { text: '`DROP`: removes a table' } },
  ])
})

test('a list with tabs in its lines stays a list', () => {
  expect(kinds('- one\tfirst\n- two\tsecond')).toEqual(['list'])
})
