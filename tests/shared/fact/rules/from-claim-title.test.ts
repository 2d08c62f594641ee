import { expect, test } from 'vitest'
import { readLibrary } from '../../../../shared/card/read-library.ts'

const asked = (text: string): string[] =>
  readLibrary([{ path: 'a.md', text }]).cards.map((card) => `${card.front} → ${card.back}`)

test.each([
  ['# Longest Tow Rope Is 63 Metres\n\nIt was so agreed.', 'What is the longest tow rope? → 63 metres'],
  ['# The Harbour Log Stores Every Arrival\n\nSince long ago.', ''],
  ['# Winch Requires Oiled Gears\n\nSince long ago.', 'What does Winch require? → Oiled gears'],
])('a title that is a whole sentence states its fact: %s', (text, expected) => {
  expect(asked(text)).toEqual(expected === '' ? [] : [expected])
})

test.each([
  '# How A Winch Works\n\nSlowly.',
  '# Notes On Ropes\n\nMany.',
  '# Sails, Ropes And Masts\n\nAll.',
])('a title that names a topic states nothing: %s', (text) => {
  expect(asked(text)).toEqual([])
})
