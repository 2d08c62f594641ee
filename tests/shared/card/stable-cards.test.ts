import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLibrary } from '../../../shared/card/read-library.ts'
import type { NoteSource } from '../../../shared/note/note.ts'

const folder = join(import.meta.dirname, '../../fixtures/notes')
const notes: readonly NoteSource[] = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))

const keysOf = (sources: readonly NoteSource[]): string[] =>
  readLibrary(sources).cards.map((card) => card.key)
const changed = (change: (text: string) => string): NoteSource[] =>
  notes.map(({ path, text }) => ({ path, text: change(text) }))

describe('the same notes give the same cards', () => {
  const expected = keysOf(notes)

  test('read twice they give the same bytes', () => {
    expect(JSON.stringify(readLibrary(notes))).toBe(JSON.stringify(readLibrary(notes)))
  })

  test.each<[string, (text: string) => string]>([
    ['with CRLF', (text) => text.replace(/\r?\n/g, '\r\n')],
    ['with a byte order mark', (text) => `\uFEFF${text}`],
    ['without a final newline', (text) => text.replace(/\n+$/, '')],
    ['with spaces behind blank lines', (text) => text.replace(/\n\n(?!\s*```)/g, '\n  \n')],
  ])('%s', (_how, change) => {
    expect(keysOf(changed(change))).toEqual(expected)
  })

  test('in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...notes], { minLength: notes.length }), (shuffled) => {
        expect(keysOf(shuffled)).toEqual(expected)
      }),
      { numRuns: 10 },
    )
  })
})

test('an edited line changes no card of other lines', () => {
  for (const note of notes) {
    const before = readLibrary([note]).cards
    const edited = { ...note, text: `${note.text.replace(/\n*$/, '\n')}\nNothing to see on this line.\n` }
    const after = new Set(keysOf([edited]))
    for (const card of before)
      expect([note.path, card.front, after.has(card.key)]).toEqual([note.path, card.front, true])
  }
})

test('every card quotes lines that exist, with the text that stands there', () => {
  for (const { path, text } of notes) {
    const lines = text.split('\n')
    for (const card of readLibrary([{ path, text }]).cards)
      for (const source of card.sources) {
        expect(source.lines.length).toBeGreaterThan(0)
        expect(source.lines.map((line) => lines[line - 1])).toEqual(source.text)
      }
  }
})

test('every line of a fixture that holds text is used, skipped with a reason, or structure', () => {
  for (const { path, text } of notes) {
    const { cards, reports } = readLibrary([{ path, text }])
    const used = new Set(cards.flatMap((card) => card.sources.flatMap((source) => source.lines)))
    for (const { line, reason } of reports[0]?.skipped ?? []) {
      expect([path, line, used.has(line)]).toEqual([path, line, false])
      expect(reason.split(' ').length).toBeGreaterThan(2)
    }
  }
})
