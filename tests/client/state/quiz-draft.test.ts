import { describe, expect, test } from 'vitest'
import {
  asksTicks,
  choose,
  emptyDraft,
  givenOf,
  isComplete,
  joinPair,
  moveStep,
} from '../../../client/state/quiz-draft.ts'
import { takesAnswer } from '../../../shared/quiz/judge-question.ts'
import {
  aChoice,
  aLongAnswer,
  aMatch,
  aStatement,
  aTyped,
  anOrder,
  anOwnChoice,
  everyKind,
} from '../../shared/quiz/a-question.ts'

test.each(everyKind)(
  'what a draft of $question.kind says is an answer that the question takes',
  ({ question }) => {
    const empty = emptyDraft(question)
    for (const draft of [
      empty,
      { ...empty, text: ' words ' },
      { ...empty, chosen: [0] },
      { ...empty, says: true },
      { ...empty, says: false, text: 'words' },
      { ...empty, text: 'words', ticked: [] },
    ]) {
      const given = givenOf(question, draft)
      if (given !== null && draft.ticked === null) expect(takesAnswer(question, given)).toBe(true)
    }
  },
)

describe('a draft that says too little is no answer', () => {
  test.each([aTyped('a'), aChoice('a'), anOwnChoice('a', [0]), aMatch('a'), aStatement('a', true)])(
    '$kind',
    (question) => {
      expect(givenOf(question, emptyDraft(question))).toBeNull()
    },
  )
  test('but the order as it was shown is one', () => {
    const question = anOrder('a')
    expect(givenOf(question, emptyDraft(question))).toEqual({ kind: 'order', order: [0, 1, 2, 3] })
  })
})

test('the ideas of a long answer are ticked once it was typed, and not before', () => {
  const question = aLongAnswer('a', ['one', 'two'])
  const draft = { ...emptyDraft(question), text: 'words' }
  expect(asksTicks(question, draft)).toBe(true)
  expect(asksTicks(question, { ...draft, ticked: [] })).toBe(false)
  expect(givenOf(question, { ...draft, ticked: [1] })).toEqual({ kind: 'text', text: 'words', ticked: [1] })
})

test('a step moves by one place, and no further than the end', () => {
  expect(moveStep([0, 1, 2], 0, 1)).toEqual([1, 0, 2])
  expect(moveStep([0, 1, 2], 2, 1)).toEqual([0, 1, 2])
  expect(moveStep([0, 1, 2], 0, -1)).toEqual([0, 1, 2])
})

test('a partner belongs to one name, and is taken away by giving it again', () => {
  expect(joinPair([null, 2], 0, 2)).toEqual([2, null])
  expect(joinPair([2, null], 0, 2)).toEqual([null, null])
})

test('of options one is chosen, or several where several may be right', () => {
  expect(choose([1], 2, false)).toEqual([2])
  expect(choose([1], 2, true)).toEqual([1, 2])
  expect(choose([1, 2], 1, true)).toEqual([2])
})

test('pairs are complete when each name has a partner', () => {
  const question = aMatch('a')
  const draft = emptyDraft(question)
  expect(isComplete(question, { ...draft, pairs: [0, 1, 2, null] })).toBe(false)
  expect(isComplete(question, { ...draft, pairs: [0, 1, 2, 3] })).toBe(true)
})
