import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CardReply } from '../../shared/api/cards.ts'
import type { QuizQuestionView, QuizReply } from '../../shared/api/quizzes.ts'
import { get, queue, record, reviewOf, send } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp()
})
afterEach(() => app.close())

const answerTo = (question: QuizQuestionView, answer: { given?: string; optionIndex?: number }) => ({
  questionId: question.id,
  eventId: uuidv7(),
  deviceId: 'test-device',
  at: app.now,
  zone: 'UTC',
  durationMs: 3000,
  ...answer,
})

async function aQuiz(): Promise<QuizReply> {
  const { status, body } = await send(app, 'POST', '/quizzes', { length: 6 })
  expect(status).toBe(201)
  return body as unknown as QuizReply
}

test('a quiz asks, judges, explains with the source line, and ends with a result', async () => {
  const quiz = await aQuiz()
  expect(quiz.questions.length).toBeGreaterThanOrEqual(4)
  let reply = quiz
  for (const question of quiz.questions) {
    const card = await get<CardReply>(app, `/cards/${question.cardId}`)
    if (question.kind === 'multiple_choice')
      expect(new Set(question.options.map((option) => option.html)).size).toBe(3)
    const answer =
      question.kind === 'typed'
        ? { given: card.back.toUpperCase() }
        : {
            optionIndex: question.options.findIndex((option) =>
              option.html.startsWith(card.back.slice(0, 24)),
            ),
          }
    const { status, body } = await send(
      app,
      'POST',
      `/quizzes/${quiz.id}/answers`,
      answerTo(question, answer),
    )
    expect(status).toBe(200)
    reply = body as unknown as QuizReply
    const answered = reply.questions.find((other) => other.id === question.id)?.answer
    expect({ question, answer, verdict: answered?.verdict }).toMatchObject({ verdict: 'right' })
    expect(answered?.sources[0]?.text.join('\n')).not.toBe('')
  }
  expect(reply).toMatchObject({ finished: true, right: quiz.questions.length })
  expect(await get<QuizReply>(app, `/quizzes/${quiz.id}`)).toEqual(reply)
})

test('the key of an open question stays on the server', async () => {
  const quiz = await aQuiz()
  expect(quiz.questions.every((question) => question.answer === null)).toBe(true)
  expect(JSON.stringify(quiz)).not.toContain('keyIndex')
})

test('quiz answers join the log and never move a schedule', async () => {
  const card = (await queue(app)).cards[0]
  if (card === undefined) throw new Error('no card')
  await record(app, reviewOf(app, card, 4))
  const quiz = await aQuiz()
  const before = new Map<string, unknown>()
  for (const question of quiz.questions)
    before.set(question.cardId, (await get<CardReply>(app, `/cards/${question.cardId}`)).state.schedule)
  for (const question of quiz.questions)
    await send(app, 'POST', `/quizzes/${quiz.id}/answers`, answerTo(question, { given: 'no idea' }))
  for (const [cardId, schedule] of before) {
    const after = await get<CardReply>(app, `/cards/${cardId}`)
    expect(after.state.schedule).toEqual(schedule)
    expect(after.history.some((event) => event.via === 'quiz')).toBe(true)
  }
  await expectCacheIsFold(app)
})

test('an answer sent twice is taken once, and a second answer is refused', async () => {
  const quiz = await aQuiz()
  const question = quiz.questions[0]
  if (question === undefined) throw new Error('no question')
  const answer = answerTo(question, question.kind === 'typed' ? { given: 'wrong' } : { optionIndex: 0 })
  const first = await send(app, 'POST', `/quizzes/${quiz.id}/answers`, answer)
  const again = await send(app, 'POST', `/quizzes/${quiz.id}/answers`, answer)
  expect(again).toEqual(first)
  const other = await send(
    app,
    'POST',
    `/quizzes/${quiz.id}/answers`,
    answerTo(question, { given: 'another' }),
  )
  expect(other).toMatchObject({ status: 409, body: { code: 'already_answered' } })
})
