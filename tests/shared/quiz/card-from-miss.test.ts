import { expect, test } from 'vitest'
import { cardFromMiss } from '../../../shared/quiz/card-from-miss.ts'
import type { QuestionOf } from '../../../shared/quiz/question.ts'
import { aChoice, anOrder } from './a-question.ts'

const apart = [
  { name: 'sheet', said: 'a rope that controls the angle of a sail.' },
  { name: 'halyard', said: 'a rope that hoists a sail' },
]
const pair = (told: typeof apart): QuestionOf<'confusable'> => ({
  ...aChoice('pair'),
  kind: 'confusable',
  guessChance: 0.5,
  apart: told,
})

test('two things taken for each other give one card, whichever of them was asked', () => {
  const card = {
    question: 'How do halyard and sheet differ?',
    answer: 'halyard: a rope that hoists a sail; sheet: a rope that controls the angle of a sail',
  }
  expect(cardFromMiss(pair(apart))).toEqual(card)
  expect(cardFromMiss(pair(apart.toReversed()))).toEqual(card)
})

test('steps in a wrong order give a card of their order', () => {
  const order = { ...anOrder('o'), prompt: { kind: 'text', text: 'Put the three stages in order.' } as const }
  const card = cardFromMiss(order)
  expect(card?.question).toBe('In what order do the three stages come?')
  expect(card?.answer.split(' → ')).toEqual(order.rightOrder.map((step) => order.steps[step]))
})

test('a miss that its card asks in the same form gives none', () => {
  expect(cardFromMiss(aChoice('c'))).toBeNull()
})
