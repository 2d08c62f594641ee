import { expect, test } from 'vitest'
import { readLibrary } from '../../../shared/card/read-library.ts'
import type { NoteSource } from '../../../shared/note/note.ts'

const asked = (...notes: readonly NoteSource[]): string[] =>
  readLibrary(notes)
    .cards.filter(({ status }) => status === 'ready')
    .map(({ front, back }) => `${front} → ${back}`)
    .sort()

const deck = (path: string, text: string): NoteSource => ({ path, text: `#flashcards\n\n${text}\n` })

test('two decks that share a cue are two cards with their deck named', () => {
  expect(asked(deck('german.md', 'bank::Ufer'), deck('spanish.md', 'bank::orilla'))).toEqual([
    'bank (german) → Ufer',
    'bank (spanish) → orilla',
  ])
})

test('decks that agree are one card', () => {
  expect(asked(deck('german.md', 'wolf::lupus'), deck('latin.md', 'wolf::lupus'))).toEqual(['wolf → lupus'])
})

test('one deck that answers a cue in two ways still asks which is right', () => {
  expect(asked(deck('german.md', 'bank::Ufer\n\nbank::Geldhaus'))).toEqual([])
})

test('case tells two words of one note apart', () => {
  const table = '| Wort | Bedeutung |\n| --- | --- |\n| sie | she |\n| Sie | you |\n'
  expect(asked({ path: 'pronouns.md', text: table })).toEqual([
    'Sie → you',
    'she → sie',
    'sie → she',
    'you → Sie',
  ])
})

test('a gap among Han characters has its words counted by them', () => {
  expect(asked({ path: 'n.md', text: '催化剂能==加快==反应而自身不消耗。\n' })).toEqual([
    '催化剂能___反应而自身不消耗。 → 加快',
  ])
})
