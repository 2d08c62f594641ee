import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type NoteSection, type WantedLines, cutSections } from '../../../shared/draft/cut-sections.ts'
import { wordCount } from '../../../shared/basics/text.ts'

const all: WantedLines = { kind: 'all' }
const numbers = ({ lines }: NoteSection): number[] => lines.map(({ number }) => number)
const words = (count: number): string => Array.from({ length: count }, (_, i) => `w${i}`).join(' ')

test('small parts stay together, with the headings above the first line and the numbers of the note', () => {
  const note = '---\ntitle: Tea\n---\n\n# Tea\n\n## Green\n\nNot oxidised.\n\n## Black\n\nFully oxidised.\n'
  const sections = cutSections(note, all)
  expect(sections.map(({ headings }) => headings)).toEqual([[]])
  expect(numbers(sections[0]!)).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13])
  expect(sections[0]?.lines[4]).toEqual({ number: 9, text: 'Not oxidised.', wanted: true })
})

test('a long part is a section of its own below its headings', () => {
  const note = `# Tea\n\n${words(650)}\n\n## Green\n\n${words(600)}\n\n### Japan\n\n${words(400)}\n`
  expect(cutSections(note, all).map(({ headings }) => headings)).toEqual([[], ['Tea'], ['Tea', 'Green']])
})

test('a part that is too long is cut at a blank line, and its later piece stands below its own heading', () => {
  const note = `# Tea\n\n## Green\n\n${words(1000)}\n\n${words(1000)}\n`
  const sections = cutSections(note, all)
  expect(sections.map(numbers)).toEqual([[3, 4, 5], [7]])
  expect(sections[1]?.headings).toEqual(['Tea', 'Green'])
})

test('a heading inside a block of code is code, and the block is not cut at its blank lines', () => {
  const code = ['```sh', '# not a heading', '', 'make', '```'].join('\n')
  const sections = cutSections(`# Make\n\n${words(1495)}\n\n${code}\n\nAfter ${words(200)}\n`, all)
  expect(sections.map(({ headings }) => headings)).toEqual([[], ['Make']])
  expect(sections[1]?.lines[0]?.text).toBe('```sh')
})

test('of a selection nothing leaves but its lines and the headings above them', () => {
  const note = '# Tea\n\nSecret.\n\n## Green\n\nNot oxidised.\nAlso secret.\n\n## Black\n\nHidden.\n'
  const sections = cutSections(note, { kind: 'only', lines: new Set([7]) })
  expect(sections).toEqual([
    {
      headings: ['Tea'],
      lines: [
        { number: 5, text: '## Green', wanted: false },
        { number: 7, text: 'Not oxidised.', wanted: true },
      ],
    },
  ])
})

test('lines among others are marked, and a part without any of them stays away', () => {
  const note = `# Tea\n\n${words(700)}\n\n## Green\n\nA lead.\n- Not oxidised.\n`
  const sections = cutSections(note, { kind: 'among', lines: new Set([8]) })
  expect(sections.map(({ lines }) => lines.map(({ number, wanted }) => [number, wanted]))).toEqual([
    [
      [5, false],
      [6, false],
      [7, false],
      [8, true],
    ],
  ])
})

test.each(['', '\n\n', '---\ntitle: x\n---\n', '   \n\t\n'])(
  'a note of nothing has no sections: %j',
  (note) => {
    expect(cutSections(note, all)).toEqual([])
  },
)

test('no section is long, every line that says something is in one of them, and none twice', () => {
  const line = fc.oneof(
    fc.constantFrom('', '# One', '## Two', '### Three', '```', '- item', '   '),
    fc.integer({ min: 1, max: 900 }).map(words),
    fc.string({ maxLength: 30 }).map((text) => text.replaceAll(/[\r\n]/g, ' ')),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const note = ['Begin.', ...lines].join('\n')
      const sections = cutSections(note, all)
      const sent = sections.flatMap(numbers)
      const said = note.split('\n').flatMap((text, i) => (/^\s*$|^#/.test(text) ? [] : [i + 1]))
      expect(said.filter((number) => !sent.includes(number))).toEqual([])
      expect(new Set(sent).size).toBe(sent.length)
      for (const section of sections)
        expect(wordCount(section.lines.map(({ text }) => text).join('\n'))).toBeLessThan(2300)
    }),
    { numRuns: 60 },
  )
})

test('a line of a megabyte without spaces is cut into pieces in no time', () => {
  const sections = cutSections(`# Data\n\n${'x'.repeat(1_000_000)}\n`, all)
  expect(sections.length).toBeGreaterThan(50)
  expect(Math.max(...sections.flatMap(({ lines }) => lines.map(({ text }) => text.length)))).toBeLessThan(
    12_001,
  )
})
