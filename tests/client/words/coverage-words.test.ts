import { expect, test } from 'vitest'
import type { NoteReply } from '../../../shared/api/notes.ts'
import { coverageWords } from '../../../client/words/coverage-words.ts'

const cardAt = (line: number) => ({ lines: [line] }) as unknown as NoteReply['cardsByLine'][number]

test.each([
  [
    {
      facts: 2,
      ignored: 0,
      covered: 2,
      cards: 3,
      doubtful: 0,
      skipped: 7,
      cardsByLine: [cardAt(3), cardAt(3), cardAt(5)],
    },
    '3 cards from 2 lines. 7 lines give none, each with its reason.',
  ],
  [
    { facts: 3, ignored: 2, covered: 1, cards: 1, doubtful: 1, skipped: 1, cardsByLine: [cardAt(3)] },
    '1 card from 1 line, doubtful. 1 line gives none, with its reason. 2 facts have no card. You ignore 2 facts.',
  ],
  [
    { facts: 0, ignored: 0, covered: 0, cards: 0, doubtful: 0, skipped: 4, cardsByLine: [] },
    'No line of this note gives a card.',
  ],
])('a note says how many of its lines give cards, and how many do not', (counts, words) => {
  expect(coverageWords(counts)).toBe(words)
})
