import { expect, test } from 'vitest'
import { withFreeAccents } from '../../../shared/quiz/free-accents.ts'
import { judgeCheck } from '../../../shared/quiz/judge-check.ts'
import type { AnswerCheck, QuizQuestion } from '../../../shared/quiz/question.ts'

const none: ReadonlySet<string> = new Set()
const spelling: AnswerCheck = { kind: 'spelling', answers: ['Đà Nẵng'], mode: 'text', examples: [] }
const items: AnswerCheck = { kind: 'items', items: [['crème'], ['brûlée']] }
const typed = (check: AnswerCheck) => ({ kind: 'typed', control: { kind: 'typed', check } }) as QuizQuestion
const checkIn = (question: QuizQuestion) =>
  question.kind === 'typed'
    ? question.control.check
    : question.kind === 'true_false'
      ? question.correction
      : null
const verdict = (check: AnswerCheck | null, text: string) =>
  check && judgeCheck(check, text, [], none).verdict

test.each([
  ['a name', spelling, 'Da Nang'],
  ['a list', items, 'creme\nbrulee'],
])('%s may be typed without accents where the learner allows, and not otherwise', (_, check, text) => {
  expect(verdict(checkIn(typed(check)), text)).not.toBe('right')
  expect(verdict(checkIn(withFreeAccents(typed(check))), text)).toBe('right')
})

test('so may the correction of a false statement', () => {
  const question = withFreeAccents({ kind: 'true_false', correction: spelling } as QuizQuestion)
  expect(verdict(checkIn(question), 'Da Nang')).toBe('right')
})

test('what is not typed is asked as it was', () => {
  const question = { kind: 'order', steps: ['é'] } as unknown as QuizQuestion
  expect(withFreeAccents(question)).toBe(question)
  const ideas = typed({ kind: 'ideas', ideas: ['é'] })
  expect(withFreeAccents(ideas)).toEqual(ideas)
})
