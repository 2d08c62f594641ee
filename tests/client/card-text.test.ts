import { describe, expect, test } from 'vitest'
import { crumbOf, givesAway } from '../../client/words/crumb.ts'
import { readNoteLines } from '../../client/pages/library/read-note-lines.ts'
import { tellingSentences } from '../../client/ui/marked-quote.tsx'
import { quoteParts, withoutMarks } from '../../client/ui/quoted-line.tsx'

const side = (text: string) => ({ kind: 'text' as const, text, html: `<p>${text}</p>` })

describe('the line above a prompt', () => {
  const card = {
    concept: 'Redis',
    prompt: side('Which cache holds its data in memory?'),
    answer: side('Redis'),
    sources: [{ noteId: null, file: 'caching.md', lines: [1], heading: ['Caching', 'Redis'], text: [''] }],
  }
  test('never gives the answer away', () => {
    expect(crumbOf(card, 'prompt')).toBe('Caching')
    expect(crumbOf(card, 'answer')).toBe('Redis')
    expect(crumbOf({ ...card, concept: 'Caching', answer: side('in memory') }, 'prompt')).toBe('Caching')
  })
  test('does not say the prompt again', () => {
    const asked = {
      ...card,
      concept: 'What is a dogpile',
      prompt: side('What is a dogpile?'),
      answer: side('a rush'),
    }
    expect(crumbOf(asked, 'prompt')).toBe('Caching')
    expect(crumbOf(asked, 'answer')).toBe('Caching')
  })
  test.each([
    ['Redis', 'Redis', true],
    ['Cache key', 'The cache key', true],
    ['Synchronous code', 'Synchronous execution', true],
    ['REST APIs', 'API', true],
    ['CDN', 'Content Delivery Network', false],
    ['Caching', 'time after which an entry expires', false],
  ])('"%s" above the answer "%s": %s', (name, answer, verdict) => {
    expect(givesAway(name, answer)).toBe(verdict)
  })
})

describe('a quoted line', () => {
  test.each([
    ['- **TTL**: time to live', '**TTL**: time to live'],
    ['3. Push the image', 'Push the image'],
    ['## Levels', 'Levels'],
    ['| Browser | files of one visitor |', 'Browser · files of one visitor'],
    ['| --- | :-: |', ''],
    ['- a - b', 'a - b'],
  ])('%s loses its marks and nothing else', (line, bare) => {
    expect(withoutMarks(line)).toBe(bare)
  })
  test('keeps bold and code, also one in the other', () => {
    expect(quoteParts('**Set `DEBUG`** off, see [docs](docs.md)')).toEqual([
      {
        kind: 'strong',
        parts: [
          { kind: 'text', text: 'Set ' },
          { kind: 'code', text: 'DEBUG' },
        ],
      },
      { kind: 'text', text: ' off, see ' },
      { kind: 'text', text: 'docs' },
    ])
  })
  test('leaves HTML as text', () => {
    expect(quoteParts('<img src=x>')).toEqual([{ kind: 'text', text: '<img src=x>' }])
  })
})

describe('the highlighter', () => {
  const line = 'Caching is the storage of a result. The price is that a copy can be out of date.'
  const marked = (answer?: string) => tellingSentences(line, answer).map(({ isMarked }) => isMarked)
  test('lies on the sentence that carries the answer', () => {
    expect(marked('The storage of a result')).toEqual([true, false])
    expect(marked('a copy can be out of date')).toEqual([false, true])
  })
  test('lies on all of it where no sentence stands out', () => {
    expect(marked('something else entirely')).toEqual([true, true])
    expect(marked()).toEqual([true, true])
  })
  test('does not take e.g. a file name for the end of a sentence', () => {
    expect(tellingSentences('Run manage.py migrate, e.g. after a pull.')).toHaveLength(1)
  })
})

test('a note shows each line that holds something, with the cards that begin there', () => {
  const card = {
    cardId: 'c',
    cardKey: 'k',
    factKey: 'f',
    conceptId: 'k',
    lines: [3, 4],
    front: 'What is A?',
    back: 'b',
    languages: { front: null, back: null },
    kind: 'basic',
  }
  const wouldBe = { cardKey: 'w', front: 'What is a line?', back: 'This' }
  const lines = readNoteLines({
    text: '# Title\n\n- **A**: b\n  c\n\n```sh\nls\n```\n\nA line.\n',
    cardsByLine: [{ ...card, status: 'ready', reasons: [] }],
    skippedLines: [
      { line: 1, reason: 'a heading', wouldBe: null },
      { line: 7, reason: 'no words', wouldBe: null },
      { line: 10, reason: 'a duty', wouldBe },
    ],
  })
  expect(lines.map((line) => line.wouldBe)).toEqual([null, null, null, null, wouldBe])
  expect(lines.map((line) => [line.number, line.kind, line.opens, line.skipped, line.cards.length])).toEqual([
    [1, 'heading', true, 'a heading', 0],
    [3, 'item', true, null, 1],
    [4, 'text', false, null, 0],
    [7, 'code', true, 'no words', 0],
    [10, 'text', true, 'a duty', 0],
  ])
})
