import { expect, test } from 'vitest'
import type { Assertion } from '../../../shared/fact/fact.ts'
import { factKey, nameOf } from '../../../shared/fact/identity.ts'

const statement = 'some words'
const items = ['one', 'two']
const clause = { subject: 'a hull', verb: 'displaces', rest: 'water', plural: false }
const told: readonly (readonly [string, Assertion])[] = [
  ['', { kind: 'definition', statement }],
  ['kind', { kind: 'definition', statement, kindOf: 'boat' }],
  ['', { kind: 'expansion', statement }],
  ['', { kind: 'purpose', use: 'purpose', statement }],
  ['', { kind: 'purpose', use: 'one_use', statement }],
  ['about', { kind: 'purpose', use: 'subject', statement }],
  ['fit', { kind: 'purpose', use: 'fit', statement }],
  ['as', { kind: 'purpose', use: 'role', statement }],
  ['', { kind: 'effect', deed: null, statement }],
  ['lead to', { kind: 'effect', deed: { verb: 'lead', particle: 'to' }, statement }],
  [
    'allow crews to do',
    { kind: 'effect', deed: { verb: 'allow', whom: 'crews', follows: 'to do' }, statement },
  ],
  ['let crews do', { kind: 'effect', deed: { verb: 'let', whom: 'crews', follows: 'do' }, statement }],
  ['importance', { kind: 'aspect', respect: { kind: 'importance' }, statement }],
  ['example', { kind: 'aspect', respect: { kind: 'example' }, statement }],
  ['cover', { kind: 'aspect', respect: { kind: 'coverage' }, statement }],
  ['tool', { kind: 'aspect', respect: { kind: 'tool' }, statement }],
  ['tools', { kind: 'aspect', respect: { kind: 'tools', names: items }, statement }],
  [
    'why does it float',
    { kind: 'aspect', respect: { kind: 'asked', words: 'why does it float' }, statement },
  ],
  ['price', { kind: 'aspect', respect: { kind: 'named', name: 'price', row: null }, statement }],
  [
    'in terms of price',
    { kind: 'aspect', respect: { kind: 'compared', name: 'price', head: 'point' }, statement },
  ],
  ['a raft', { kind: 'comparison', other: 'a raft', statement }],
  ['', { kind: 'problem_solution', problem: 'a leak', statement, items }],
  ['topics', { kind: 'list', cue: { kind: 'topics' }, items }],
  ['effects', { kind: 'list', cue: { kind: 'effects' }, items }],
  ['places', { kind: 'list', cue: { kind: 'places' }, items }],
  ['ways', { kind: 'list', cue: { kind: 'ways', action: 'sail' }, items }],
  ['members', { kind: 'list', cue: { kind: 'advised', noun: 'knots' }, items }],
  ['parts one two', { kind: 'list', cue: { kind: 'enumerated', noun: 'parts' }, items }],
  ['about using', { kind: 'list', cue: { kind: 'objects', verb: 'using' }, items }],
  ['knots of a sailor', { kind: 'list', cue: { kind: 'introduced', words: 'knots of a sailor' }, items }],
  ['options', { kind: 'example', cue: { kind: 'options' }, items }],
  ['tools', { kind: 'example', cue: { kind: 'general', noun: 'tools' }, items }],
  ['', { kind: 'example', cue: { kind: 'named', words: 'fast boats' }, items }],
  ['where', { kind: 'best_practice', asks: 'where', action: 'moor', statement }],
  ['why', { kind: 'best_practice', asks: 'why', action: 'reef early', statement }],
  ['', { kind: 'code', told: 'meaning', statement }],
  ['how', { kind: 'code', told: 'sentence', question: 'How?', statement }],
  ['how to', { kind: 'code', told: 'title', question: 'How?', statement }],
  ['', { kind: 'question', question: 'Which?', sides: { kind: 'forward' }, statement, items: [] }],
  ['term', { kind: 'question', question: 'Which?', sides: { kind: 'backward' }, statement, items: [] }],
  ['both', { kind: 'question', question: 'Which?', sides: { kind: 'both' }, statement, items: [] }],
  [
    'between German and English',
    {
      kind: 'question',
      question: 'a',
      sides: { kind: 'languages', from: 'German', to: 'English' },
      statement,
      items: [],
    },
  ],
  [
    'between word and meaning',
    { kind: 'question', question: 'a', sides: { kind: 'word' }, statement, items: [] },
  ],
  ['alias', { kind: 'told', asked: { kind: 'alias' }, statement }],
  ['reason of a hull displaces water', { kind: 'told', asked: { kind: 'reason', clause }, statement }],
  ['value of a hull displaces water', { kind: 'told', asked: { kind: 'value', clause }, statement }],
  ['object of a hull displaces water', { kind: 'told', asked: { kind: 'object', clause }, statement }],
  ['time of a hull displaces water', { kind: 'told', asked: { kind: 'time', clause }, statement }],
  ['cause of causes drag', { kind: 'told', asked: { kind: 'cause', effect: 'causes drag' }, statement }],
  [
    'outcome Hulls when a hull leaks',
    { kind: 'told', asked: { kind: 'outcome', condition: 'when a hull leaks', topic: 'Hulls' }, statement },
  ],
  [
    'A hull floats',
    {
      kind: 'cloze',
      by: 'author',
      sentence: [
        { kind: 'text', text: 'A hull ' },
        { kind: 'gap', text: 'floats' },
      ],
      hidden: ['floats'],
    },
  ],
  [
    'number in It has ___ masts',
    {
      kind: 'cloze',
      by: 'number',
      sentence: [
        { kind: 'text', text: 'It has ' },
        { kind: 'gap', text: '5' },
        { kind: 'text', text: ' masts' },
      ],
      hidden: ['5'],
    },
  ],
]

// Every stored card is named by these: none of them may ever read otherwise.
test.each(told)('the respect is named %j', (name, asserted) => {
  expect(nameOf(asserted)).toBe(name)
})

test('a fact keeps its key whatever it says, and however its question is worded', () => {
  const fact = { term: 'Mutex', kind: 'definition', statement } as const
  const reworded = {
    ...fact,
    term: 'the  mutex',
    statement: 'quite other words',
    spoken: 'a mutex',
    variants: ['x'],
  }
  expect(factKey(reworded)).toBe(factKey(fact))
  const useful = { term: 'Mutex', kind: 'purpose', statement } as const
  expect(factKey({ ...useful, use: 'one_use' })).toBe(factKey({ ...useful, use: 'purpose' }))
})
