import { expect, test } from 'vitest'
import { agreeingNotes } from '../../../shared/card/agreeing-notes.ts'

const note = (file: string, line: string) => ({ file, text: [line] })

test('notes agree where each says the answer in its own lines', () => {
  const answer = 'A small fire that warns ships'
  expect(agreeingNotes(answer, [note('a.md', '- **Beacon**: a small fire that warns ships')])).toBe(1)
  expect(
    agreeingNotes(answer, [
      note('a.md', '- **Beacon**: a small fire that warns ships'),
      note('b.md', 'A beacon is a small warning fire for a ship that warns it.'),
    ]),
  ).toBe(2)
})

test('a note that tells something else of the same thing does not agree', () => {
  const sources = [
    note('a.md', '- **Beacon**: a small fire that warns ships'),
    note('b.md', '- **Beacon**: a tower that a keeper paints each spring'),
  ]
  expect(agreeingNotes('A small fire that warns ships', sources)).toBe(1)
})

test('several places of one note count once', () => {
  const line = 'A beacon warns ships.'
  expect(agreeingNotes('Warns ships', [note('a.md', line), note('a.md', line)])).toBe(1)
})
