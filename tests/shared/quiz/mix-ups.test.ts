import { expect, test } from 'vitest'
import type { GivenAnswer } from '../../../shared/quiz/given-answer.ts'
import { judgeQuestion } from '../../../shared/quiz/judge-question.ts'
import { type MixedAnswer, countMixUps, mistakesIn } from '../../../shared/quiz/mix-ups.ts'
import type { QuizQuestion } from '../../../shared/quiz/question.ts'
import { aChoice, aMatch, aTyped } from './a-question.ts'

const answered = (question: QuizQuestion, given: GivenAnswer): MixedAnswer => ({
  given,
  judged: judgeQuestion(question, given, new Set()),
  mistakenFor: mistakesIn(question, given),
})
const count = (answers: readonly MixedAnswer[]) =>
  countMixUps(
    answers,
    (cardId) => (cardId.startsWith('other') ? 'Ferry' : 'Barge'),
    (name) => (name === 'ferry' ? 'Ferry' : undefined),
  )
const mixedUp = (times: number) => [{ one: 'Barge', other: 'Ferry', times }]

test.each<[string, QuizQuestion, GivenAnswer]>([
  ['another’s answer is chosen', aChoice('a', 0), { kind: 'option', index: 1 }],
  ['another’s name is typed', aTyped('b', ['barge']), { kind: 'text', text: 'ferry' }],
])('concepts are mixed up when %s', (_, question, given) => {
  expect(count([answered(question, given)])).toEqual(mixedUp(1))
})

test.each<[string, QuizQuestion, GivenAnswer]>([
  ['the right option', aChoice('a', 0), { kind: 'option', index: 0 }],
  ['“I don’t know”', aChoice('a', 0), { kind: 'unknown' }],
  ['a word that names nothing', aTyped('b', ['barge']), { kind: 'text', text: 'tug' }],
  ['a right answer that names another', aTyped('c', ['ferry']), { kind: 'text', text: 'ferry' }],
  ['a pair swapped within one concept', aMatch('d'), { kind: 'pairs', rights: [1, 0, 2, 3] }],
])('%s mixes nothing up', (_, question, given) => {
  expect(count([answered(question, given)])).toEqual([])
})

test('who is taken for whom makes no difference to how often two are mixed up', () => {
  const chosen = answered(aChoice('a', 0), { kind: 'option', index: 1 })
  const turned = {
    ...chosen,
    mistakenFor: chosen.mistakenFor.map(({ cardId, otherId }) => ({ cardId: otherId, otherId: cardId })),
  }
  expect(count([chosen, turned])).toEqual(mixedUp(2))
})

test('each pair that is matched wrongly names the card whose partner was taken', () => {
  expect(mistakesIn(aMatch('m'), { kind: 'pairs', rights: [1, 0, 2, null] })).toEqual([
    { cardId: 'card lighter', otherId: 'card ferry' },
    { cardId: 'card ferry', otherId: 'card lighter' },
  ])
})
