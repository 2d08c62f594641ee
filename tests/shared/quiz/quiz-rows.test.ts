import { expect, test } from 'vitest'
import { quizRows } from '../../../shared/quiz/quiz-rows.ts'
import { trueFalseStatement } from '../../../shared/quiz/true-false-statement.ts'
import { aQuizCard, postOffice } from './a-quiz-library.ts'

test('rows are the same for the same seed', () => {
  expect(quizRows(postOffice, 'a')).toEqual(quizRows([...postOffice].reverse(), 'a'))
})

test('a fact that is asked from two sides gives one row of each type', () => {
  const keys = quizRows(postOffice, 'a').map((row) => `${row.type} ${row.factKey}`)
  expect(new Set(keys).size).toBe(keys.length)
})

test('four to six in ten statements are true', () => {
  const statements = Array.from({ length: 20 }, (_, i) => quizRows(postOffice, `seed ${i}`)).flatMap((rows) =>
    rows.filter((row) => row.type === 'true_false'),
  )
  const share = statements.filter((row) => row.truth).length / statements.length
  expect(statements.length).toBeGreaterThan(100)
  expect(share).toBeGreaterThanOrEqual(0.4)
  expect(share).toBeLessThanOrEqual(0.6)
})

test('keys stand at each place about equally often', () => {
  const choices = quizRows(postOffice, 'a').filter((row) => row.type === 'multiple_choice')
  expect(choices.length).toBeGreaterThan(8)
  for (const options of [3, 4]) {
    const places = Array.from({ length: options }, () => 0)
    for (const row of choices) if (row.options.length === options) places[row.answer_index]!++
    expect(Math.max(...places) - Math.min(...places)).toBeLessThanOrEqual(1)
  }
})

test.each([
  ['What does DLO stand for?', 'Dead Letter Office', 'DLO stands for “Dead Letter Office”.'],
  ['Why weigh every parcel?', 'To set its price', null],
  ['Why weigh parcels?', 'To set the price', 'The reason to weigh parcels is to set the price.'],
  ['What is Pouch?', 'Bag of strong cloth', '“Pouch” is defined as “Bag of strong cloth”.'],
  ['What is Weighing used for?', 'Setting the price', 'Weighing can be used for setting the price.'],
  ['A pouch is a ___ of cloth.', 'bag', 'A pouch is a bag of cloth.'],
  ['What is Pouch?', 'Bag that never breaks', null],
  ['What is the phenomenon called when bags vanish?', 'Post office loss', null],
  ['When does the office open?', 'at nine', null],
])('"%s" with "%s" states: %s', (front, answer, statement) => {
  const kind = front.includes('___') ? 'cloze' : 'basic'
  const card = aQuizCard({ concept: 'Pouch', kind, front, back: answer })
  expect(trueFalseStatement(card, answer)).toBe(statement)
})
