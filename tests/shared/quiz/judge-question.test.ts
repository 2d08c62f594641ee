import { describe, expect, test } from 'vitest'
import type { GivenAnswer } from '../../../shared/quiz/given-answer.ts'
import { explainAnswer } from '../../../shared/quiz/explain-answer.ts'
import { acceptAppeal, judgeQuestion, takesAnswer } from '../../../shared/quiz/judge-question.ts'
import {
  aChoice,
  aList,
  aLongAnswer,
  aMatch,
  anOrder,
  anOwnChoice,
  aStatement,
  aTyped,
  everyKind,
  rightAnswer,
  verdictOf,
} from './a-question.ts'

const judge = (question: Parameters<typeof judgeQuestion>[0], given: GivenAnswer) =>
  judgeQuestion(question, given, new Set())
const unknown: GivenAnswer = { kind: 'unknown' }

describe.each(everyKind)(
  'a question of the kind $question.kind ($question.id)',
  ({ question, right, wrong }) => {
    test('takes what is right for right, anything else for wrong', () => {
      expect(takesAnswer(question, right) && takesAnswer(question, wrong)).toBe(true)
      expect(judge(question, right)).toMatchObject({ verdict: 'right', credit: 1 })
      expect(judge(question, wrong).verdict).toBe('wrong')
      expect(judge(question, rightAnswer(question)).verdict).toBe('right')
    })

    test('takes “I don’t know” for wrong, without a word of blame', () => {
      expect(judge(question, unknown)).toMatchObject({ verdict: 'wrong', credit: 0, canAppeal: false })
      expect(explainAnswer(question, unknown, judge(question, unknown), null)).toMatchObject({
        words: 'Not known yet',
        given: null,
      })
    })

    test('survives JSON, and so does what is said of it', () => {
      const feedback = explainAnswer(question, wrong, judge(question, wrong), 'sure')
      expect(JSON.parse(JSON.stringify({ question, feedback }))).toEqual({ question, feedback })
      expect(feedback.answer).not.toEqual('')
    })

    test('refuses an answer of another kind', () => {
      const others = everyKind.map((other) => other.right).filter((given) => given.kind !== right.kind)
      const odd = others.filter(
        (given) =>
          !(question.kind === 'own_choice' && given.kind === 'option') && takesAnswer(question, given),
      )
      expect(odd).toEqual([])
    })
  },
)

test.each<[string, Parameters<typeof takesAnswer>[0], GivenAnswer]>([
  ['an option that is not there', aChoice('a'), { kind: 'option', index: 3 }],
  ['half an option', aChoice('a'), { kind: 'option', index: 0.5 }],
  ['a step twice', anOrder('a'), { kind: 'order', order: [0, 0, 1, 2] }],
  ['too few steps', anOrder('a'), { kind: 'order', order: [0, 1, 2] }],
  ['one right for two lefts', aMatch('a'), { kind: 'pairs', rights: [0, 0, null, null] }],
  ['an option twice', anOwnChoice('a', [0]), { kind: 'options', indexes: [0, 0] }],
  ['ticks where nothing is to be ticked', aTyped('a'), { kind: 'text', text: 'x', ticked: [0] }],
  ['a tick of no idea', aLongAnswer('a', ['one']), { kind: 'text', text: 'x', ticked: [1] }],
])('%s is no answer', (_, question, given) => {
  expect(takesAnswer(question, given)).toBe(false)
})

describe('a list', () => {
  const list = aList('holds', ['bow', 'stern', 'cargo hold'])

  test('is right in any order, on lines, with commas or numbers', () => {
    expect(verdictOf(list, { kind: 'text', text: 'cargo hold, bow and stern' })).toBe('right')
    expect(verdictOf(list, { kind: 'text', text: '1. stern\n2. bow\n3. cargo hold' })).toBe('right')
  })

  test('counts each item by itself', () => {
    const judged = judge(list, { kind: 'text', text: 'stern\ncargo hull' })
    expect(judged.credit).toBeCloseTo(1 / 3)
    expect(judged.parts.map(({ verdict }) => verdict)).toEqual(['wrong', 'right', 'wrong'])
    expect(explainAnswer(list, { kind: 'text', text: '' }, judged, null).words).toBe('1 of 3')
  })

  test('takes a slip of the pen in one item for a slip of the whole', () => {
    expect(verdictOf(list, { kind: 'text', text: 'bow\nstern\ncargo hodl' })).toBe('near')
  })

  test('is not answered by a sweep of words', () => {
    const sweep = ['a', 'b', 'c', 'd', 'e', 'f', 'bow', 'stern', 'cargo hold'].join('\n')
    expect(verdictOf(list, { kind: 'text', text: sweep })).toBe('wrong')
  })
})

describe('a long answer', () => {
  const long = aLongAnswer('a', ['flat', 'towed', 'for coal'])

  test.each([
    [[0, 1, 2], 'right'],
    [[0, 2], 'near'],
    [[1], 'wrong'],
    [[], 'wrong'],
  ] as const)('with the ideas %j is %s', (ticked, verdict) => {
    expect(verdictOf(long, { kind: 'text', text: 'x', ticked })).toBe(verdict)
  })

  test('is judged by its learner, so there is nothing to appeal', () => {
    expect(judge(long, { kind: 'text', text: 'x', ticked: [] }).canAppeal).toBe(false)
  })
})

describe('an order', () => {
  test('shows how much of it was right and says where each step belongs', () => {
    const judged = judge(anOrder('a'), { kind: 'order', order: [3, 1, 0, 2] })
    expect(judged.credit).toBeCloseTo(5 / 6)
    expect(judged.parts).toEqual([
      { text: 'first', verdict: 'wrong', given: 'second' },
      { text: 'second', verdict: 'wrong', given: 'first' },
      { text: 'third', verdict: 'right', given: null },
      { text: 'fourth', verdict: 'right', given: null },
    ])
  })

  test('turned round has no credit', () => {
    expect(judge(anOrder('a'), { kind: 'order', order: [2, 0, 3, 1] }).credit).toBe(0)
  })
})

test('each pair counts for its own card', () => {
  const judged = judge(aMatch('a'), { kind: 'pairs', rights: [0, 2, 1, 3] })
  expect(judged.cards.map(({ cardId, verdict }) => `${cardId} ${verdict}`)).toEqual([
    'card lighter right',
    'card ferry wrong',
    'card hopper wrong',
    'card raft right',
  ])
  expect(explainAnswer(aMatch('a'), unknown, judged, null).words).not.toBe('')
})

describe('a false statement', () => {
  const question = aStatement('a', false)

  test('that was only seen to be false shows no recall of what is right', () => {
    const judged = judge(question, { kind: 'truth', says: false, correction: 'sluice' })
    expect(judged).toMatchObject({ verdict: 'wrong', credit: 0.5, evidence: 'recall', canAppeal: true })
    expect(
      explainAnswer(question, { kind: 'truth', says: false, correction: 'sluice' }, judged, null),
    ).toMatchObject({
      words: 'It is false, but not put right yet',
      given: 'False: sluice',
      wrong: [{ text: 'weir' }],
    })
  })

  test('that was taken for true is a miss of what one would recognise', () => {
    expect(judge(question, { kind: 'truth', says: true })).toMatchObject({
      verdict: 'wrong',
      evidence: 'recognition',
      guessChance: 0.5,
    })
  })

  test('that was put right is recall', () => {
    expect(judge(question, { kind: 'truth', says: false, correction: 'lock' })).toMatchObject({
      verdict: 'right',
      evidence: 'recall',
      guessChance: 0,
    })
  })
})

describe('“I was right”', () => {
  test('turns a miss of what was typed into right, once', () => {
    const judged = judge(aTyped('a'), { kind: 'text', text: 'dumb barge' })
    expect(judged.canAppeal).toBe(true)
    const appealed = acceptAppeal(judged)
    expect(appealed).toMatchObject({ verdict: 'right', credit: 1, canAppeal: false })
    expect(appealed.cards).toMatchObject([{ verdict: 'right' }])
    expect(acceptAppeal(appealed)).toEqual(appealed)
  })

  test('is not offered for options, nor where nothing was typed', () => {
    expect(judge(aChoice('a'), { kind: 'option', index: 1 }).canAppeal).toBe(false)
    expect(judge(aTyped('a'), { kind: 'text', text: ' ' }).canAppeal).toBe(false)
  })
})

test('a slip is right only while it spells no other name', () => {
  const question = aTyped('a', ['sorting'])
  const given: GivenAnswer = { kind: 'text', text: 'sortings' }
  expect(judgeQuestion(question, given, new Set()).verdict).toBe('near')
  expect(judgeQuestion(question, given, new Set(['sortings'])).verdict).toBe('wrong')
})

test('what was right and sure folds to one line; a lucky guess does not', () => {
  const question = aChoice('a')
  const given = rightAnswer(question)
  expect(explainAnswer(question, given, judge(question, given), 'sure').isFolded).toBe(true)
  expect(explainAnswer(question, given, judge(question, given), 'guess').isFolded).toBe(false)
})
