import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostDrafts, readDrafts, readWordings } from '../../../shared/draft/draft-json.ts'
import { workMs } from '../../support/work-time.ts'

const card = {
  kind: 'basic',
  question: 'At what temperature does lead melt?',
  answer: '327 °C',
  quote: 'Lead melts at 327 °C.',
  lines: [4, 4],
  concept: 'Lead',
  corrects: null,
}
const whole = JSON.stringify({ cards: [card, { ...card, question: 'Second?' }] })

test('a reply as it was asked for is read as it is', () => {
  expect(readDrafts(JSON.stringify({ cards: [card] }))).toEqual({
    kind: 'drafts',
    drafts: [card],
    passedOver: 0,
    isCut: false,
  })
})

test.each([
  ['fences and words around it', `Here are [2] cards:\n\`\`\`json\n${whole}\n\`\`\`\nEnjoy {them}!`],
  ['thoughts before it', `<think>{"cards":[]} maybe\n</think>\n${whole}`],
  ['a bare list', JSON.stringify([card, { ...card, question: 'Second?' }])],
  ['a list of another name', whole.replace('"cards"', '"flashcards"')],
  ['a byte order mark', `\uFEFF${whole}`],
  ['a comma too many', whole.replace(']}', ',]}').replace(/,\]\}$/, ',]}')],
  ['a fence inside a text', JSON.stringify({ cards: [{ ...card, quote: 'a ```json\n b' }, card] })],
])('it is read with %s', (_, reply) => {
  expect(readDrafts(reply)).toMatchObject({ kind: 'drafts', passedOver: 0, isCut: false })
  expect(readDrafts(reply)).toHaveProperty('drafts.length', 2)
})

test('a reply that was cut keeps the whole items before the cut, wherever it was cut', () => {
  const first = whole.indexOf('},') + 1
  for (let end = first; end < whole.length - 2; end++) {
    const read = readDrafts(whole.slice(0, end))
    expect(read).toMatchObject({ kind: 'drafts', isCut: true })
    expect(read).toHaveProperty('drafts.0', card)
  }
  expect(readDrafts(whole.slice(0, first - 1))).toEqual({ kind: 'unreadable', code: 'cut_json' })
})

test('an item that holds an object of its own is cut as a whole', () => {
  const reply = JSON.stringify({ cards: [{ ...card, source: { file: 'x', at: [1, 2] } }, card] })
  expect(readDrafts(reply.slice(0, -20))).toMatchObject({ kind: 'drafts', drafts: [card], isCut: true })
})

test.each([
  ['', 'no_json'],
  ['I cannot help with that.', 'no_json'],
  ['{not json}', 'no_json'],
  ['"cards"', 'no_json'],
  ['{"cards": "none"}', 'wrong_schema'],
  ['{"answer": 42}', 'wrong_schema'],
  ['{"cards":[{"front":"a","back":"b"}]}', 'wrong_schema'],
  ['{"cards":[{"question":"a', 'cut_json'],
])('%j is unreadable: %s', (reply, code) => {
  expect(readDrafts(reply)).toEqual({ kind: 'unreadable', code })
})

test('no cards are an answer, too', () => {
  expect(readDrafts('{"cards":[]}')).toEqual({ kind: 'drafts', drafts: [], passedOver: 0, isCut: false })
})

test('unknown fields are dropped, missing ones are told by the rest, and items that are none are counted', () => {
  const reply = JSON.stringify({
    cards: [
      {
        question: 'The ___ melts.',
        answer: 'lead',
        quote: 'lead melts',
        html: '<b>',
        __proto__: { kind: 'list' },
      },
      { kind: 'LIST', question: 'Which two?', answer: ['tin', 'lead'], quote: 'tin and lead', lines: 7 },
      { question: 'How hot?', answer: 327, quote: 'at 327 degrees', lines: ['4', -1, 1e9] },
      { question: '', answer: 'x', quote: 'y' },
      'text',
    ],
  })
  const none = { concept: null, corrects: null }
  expect(readDrafts(reply)).toEqual({
    kind: 'drafts',
    drafts: [
      {
        kind: 'cloze',
        question: 'The ___ melts.',
        answer: 'lead',
        quote: 'lead melts',
        lines: null,
        ...none,
      },
      {
        kind: 'list',
        question: 'Which two?',
        answer: 'tin\nlead',
        quote: 'tin and lead',
        lines: [7, 7],
        ...none,
      },
      { kind: 'basic', question: 'How hot?', answer: '327', quote: 'at 327 degrees', lines: null, ...none },
    ],
    passedOver: 1,
    isCut: false,
  })
})

test('five hundred cards are read no further than anybody looks', () => {
  const cards = Array.from({ length: 500 }, (_, i) => ({ ...card, question: `Question ${i}?` }))
  const read = readDrafts(JSON.stringify({ cards }))
  expect(read).toHaveProperty('drafts.length', mostDrafts)
  expect(read).toHaveProperty('passedOver', 500 - mostDrafts)
})

test('texts are made storable and bearable', () => {
  const reply = JSON.stringify({
    cards: [{ ...card, question: 'a\u0000b\ud800c?', quote: 'q'.repeat(50_000) }],
  })
  const read = readDrafts(reply)
  expect(read).toHaveProperty('drafts.0.question', 'abc?')
  expect(read).toHaveProperty('drafts.0.quote.length', 4000)
})

test('whatever is written, it is read in bounded time and never thrown', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.json().map((text) => text.slice(0, -3)),
      ),
      (reply) => {
        expect(['drafts', 'unreadable']).toContain(readDrafts(reply).kind)
      },
    ),
  )
  const hostile = ['[', '{"a":', '[{', '"\\', '```json\n', '<think>', '{}']
  const readAll = () => hostile.forEach((sign) => readDrafts(sign.repeat(300_000)))
  expect(workMs(readAll)).toBeLessThan(8000)
})

test('wordings are read the same way', () => {
  expect(readWordings('```json\n{"wordings":[{"question":"Q?","answer":"A"},{"question":""}]}\n```')).toEqual(
    [{ question: 'Q?', answer: 'A' }],
  )
  expect(readWordings('no')).toBe('no_json')
  expect(readWordings('{"wordings":[{"q":1}]}')).toBe('wrong_schema')
})
