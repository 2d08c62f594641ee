import { expect, test } from 'vitest'
import { readLibrary } from '../../../../shared/card/read-library.ts'

const cardsOf = (text: string): string[] =>
  readLibrary([{ path: 'deck.md', text }])
    .cards.filter((card) => card.status === 'ready')
    .map((card) => `${card.front} → ${card.back.replaceAll('\n', ' / ')}`)
    .sort()

const deck = '#flashcards\n\n'

test.each([
  [
    'two colons',
    'Who laid the first sea cable::Cyrus Field',
    ['Who laid the first sea cable? → Cyrus Field'],
  ],
  ['three colons ask both ways', 'Hafen:::harbour', ['Hafen → harbour', 'harbour → Hafen'], deck],
  ['a question mark between the lines', 'Largest whale\n?\nblue whale', ['Largest whale → blue whale']],
  [
    'two question marks ask both ways',
    'Largest whale\n??\nblue whale',
    ['Largest whale → blue whale', 'blue whale → Largest whale'],
  ],
  ['an arrow after a question', 'Ist Wasser nass? -> Ja', ['Ist Wasser nass? → Ja']],
  ['an arrow in a deck', 'der Hafen -> harbour', ['der Hafen → harbour'], deck],
  ['Q and A', 'Q: What is a fathom?\nA: Six feet', ['What is a fathom? → Six feet']],
  ['Q and A with a blank line', 'Q: What is a fathom?\n\nA: Six feet', ['What is a fathom? → Six feet']],
  ['Q and A in one line', 'Q: What is a fathom? A: Six feet', ['What is a fathom? → Six feet']],
  [
    'an answer left out takes no card after it',
    'Q: What is a fathom?\nA:\n\nLargest whale::blue whale',
    ['Largest whale → blue whale'],
  ],
  ['Q in a heading', '## Q: What is a fathom?\nA: Six feet', ['What is a fathom? → Six feet']],
  [
    'a sign of the note itself, used again and again',
    'Largest whale\n&*\nblue whale\n\nSmallest whale\n&*\ndwarf sperm whale',
    ['Largest whale → blue whale', 'Smallest whale → dwarf sperm whale'],
  ],
  ['an outline item with a tag', '- What is a fathom? #card\n  - six feet', ['What is a fathom? → six feet']],
  [
    'the gaps of one sentence, one card each',
    'The {{c1::Nile}} flows north into the {{c2::Mediterranean::sea}} near Alexandria.',
    [
      'The Nile flows north into the ___ near Alexandria. → Mediterranean',
      'The ___ flows north into the Mediterranean near Alexandria. → Nile',
    ],
  ],
  [
    'a gap in brackets',
    'C: The [keel] runs along the bottom of a ship',
    ['The ___ runs along the bottom of a ship → keel'],
  ],
  [
    'the comment of a card plugin is no part of the answer',
    'Largest whale::blue whale <!--SR:!2024-01-01,10,250-->',
    ['Largest whale → blue whale'],
  ],
])('%s', (_layout, text, expected, before = '') => {
  expect(cardsOf(before + text)).toEqual(expected.sort())
})

test.each([
  ['colons of code', 'Sorted charts use std::map and std::set inside.'],
  ['a property of the note', 'status:: done'],
  ['a property of two words', 'date created:: 2024-03-01'],
  ['a property that links', 'main topic:: [[Ships]]'],
  ['a comment of the vault', 'Ships\n%%\nhidden words\n%%\nHarbours'],
  ['a type', '(Int) -> Int'],
  ['a template in code', 'The greeting `{{ name }}` is filled in later by the page.'],
  ['an equals sign in code', 'Compare with `a == b` and then `c == d` in a row.'],
])('%s is no card', (_what, text) => {
  expect(cardsOf(text)).toEqual([])
})
