import { describe, expect, test } from 'vitest'
import { crumbOf, givesAway } from '../../client/words/crumb.ts'
import { readNoteLines } from '../../client/pages/library/read-note-lines.ts'
import { tellingSentences } from '../../client/ui/marked-quote.tsx'
import { blockParts } from '../../client/words/block-parts.ts'
import { type InlinePart, inlineParts, plainLine, withoutMarks } from '../../client/words/inline-parts.ts'

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
    expect(inlineParts('**Set `DEBUG`** off, see [docs](docs.md)')).toEqual([
      {
        kind: 'strong',
        parts: [
          { kind: 'text', text: 'Set ' },
          { kind: 'code', text: 'DEBUG' },
        ],
      },
      { kind: 'text', text: ' off, see docs' },
    ])
  })
  test('leaves HTML as text', () => {
    expect(inlineParts('<img src=x>')).toEqual([{ kind: 'text', text: '<img src=x>' }])
  })
})

/** Parts in few signs: what is strong in <b>, and so on. */
function drawn(text: string): string {
  const tags = { strong: 'b', em: 'i', struck: 's', marked: 'm' } as const
  const draw = (parts: readonly InlinePart[]): string =>
    parts
      .map((part) => {
        if ('parts' in part) return `<${tags[part.kind]}>${draw(part.parts)}</${tags[part.kind]}>`
        if (part.kind === 'formula') return `{${part.text}${part.isBlock ? '!' : ''}}`
        return part.kind === 'code' ? `[${part.text}]` : part.text
      })
      .join('')
  return draw(inlineParts(text))
}

test.each([
  ['**bold** and __bold__ too', '<b>bold</b> and <b>bold</b> too'],
  ['*slanted* and _slanted_', '<i>slanted</i> and <i>slanted</i>'],
  ['***both***', '<b><i>both</i></b>'],
  ['**a *b* c** and *a **b** c*', '<b>a <i>b</i> c</b> and <i>a <b>b</b> c</i>'],
  ['~~gone~~ and ==marked==', '<s>gone</s> and <m>marked</m>'],
  ['__Decompose Tables__: split', '<b>Decompose Tables</b>: split'],
  ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
  ['a == b and c == d, ~ and ~~~', 'a == b and c == d, ~ and ~~~'],
  ['The ___ of a note', 'The ___ of a note'],
  ['**never closed', '**never closed'],
  ['`a **b** $c$` and ``d`e``', '[a **b** $c$] and [d`e]'],
  ['a ` alone', 'a ` alone'],
  ['$a_1 * b_2$ is *it*', '{a_1 * b_2} is <i>it</i>'],
  ['**the sum $a^2$**', '<b>the sum {a^2}</b>'],
  ['so $$x^2$$ there', 'so {x^2!} there'],
  ['\\(x_1\\) and \\[x^2\\]', '{x_1} and {x^2!}'],
  ['It costs $5 and $6', 'It costs $5 and $6'],
  ['\\*no emphasis\\* and 1\\. no list', '*no emphasis* and 1. no list'],
  ['a [link to `code`](x.md) and ![a tree](t.png)', 'a link to code and (picture: a tree)'],
  ['[not a link] and f[0](1', '[not a link] and f[0](1'],
])('%s is shown as %s', (text, shown) => expect(drawn(text)).toBe(shown))

test('the plain words of a line have no signs', () => {
  expect(plainLine('**A** `b` $c^2$ _d_')).toBe('A b c^2 d')
  expect(plainLine('$S = k \\log W$, not `\\log`')).toBe('S = k log W, not \\log')
})

test('a long line of signs is read in a moment', () => {
  for (const sign of ['*', '_', '`', '[', '**a ', '_a ', '$a ', '`a ', '[a'])
    expect(inlineParts(sign.repeat(4000)).length).toBeGreaterThan(0)
})

describe('a text of several lines', () => {
  test('keeps code in its block, with its lines and its language', () => {
    expect(blockParts('Run it:\n\n```py\nfor x in y:\n    print(x)\n```\n\nThen stop.')).toEqual([
      { kind: 'line', text: 'Run it:' },
      { kind: 'code', text: 'for x in y:\n    print(x)', info: 'py' },
      { kind: 'line', text: 'Then stop.' },
    ])
  })
  test('keeps code of a list as far in as it stands to its fence', () => {
    expect(blockParts('  ~~~\n  a\n    b\n  ~~~')).toEqual([{ kind: 'code', text: 'a\n  b', info: '' }])
  })
  test.each(['$$x^2$$', '$$\nx^2\n$$', '$$x^2\n$$', '\\[\nx^2\n\\]'])('has %j as a formula', (text) => {
    expect(blockParts(text)).toEqual([{ kind: 'formula', text: 'x^2' }])
  })
  test('is whole where a fence or a formula is never closed', () => {
    expect(blockParts('```\na')).toEqual([{ kind: 'code', text: 'a', info: '' }])
    expect(blockParts('$$\na')).toEqual([
      { kind: 'line', text: '$$' },
      { kind: 'line', text: 'a' },
    ])
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
  test('never cuts what is bold', () => {
    expect(
      tellingSentences('**One thing. Another thing** of it. The rest.').map(({ sentence }) => sentence),
    ).toEqual(['**One thing. Another thing** of it.', 'The rest.'])
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
