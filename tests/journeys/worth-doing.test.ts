import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MasterySummary } from '../../shared/api/concepts.ts'
import { get, queue, record, reviewOf, send } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'
import { dayMs } from '../support/factories.ts'
import { aQuiz, answerOf, questionsOf, sendAnswer, wrongFor } from '../support/quiz.ts'
import { rightAnswer } from '../shared/quiz/a-question.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp()
})
afterEach(() => app.close())

const worth = async () => (await get<MasterySummary>(app, '/mastery?zone=UTC')).worth

test('a card that fails day after day is named on Today with its rule, and “Not now” hides it for a week', async () => {
  await send(app, 'PUT', '/settings', { leechLapses: 3 })
  const [card] = (await queue(app)).cards
  if (card === undefined) throw new Error('no card')
  for (let day = 0; day < 4; day++) {
    expect((await worth()).filter(({ kind }) => kind === 'leeches')).toEqual([])
    await record(app, reviewOf(app, card, 1))
    app.now += dayMs
  }
  const [leech] = await worth()
  expect(leech).toMatchObject({ kind: 'leeches', name: 'A card you keep forgetting', minutes: 1 })
  expect(leech?.rule).toContain('3 study days or more')
  const { today } = await queue(app)
  const until = new Date(Date.parse(today) + 7 * dayMs).toISOString().slice(0, 10)
  const before = (await queue(app, 200)).cards.map(({ id }) => id)
  await send(app, 'PUT', '/settings', { notNow: [{ key: leech?.key, until }] })
  expect((await worth()).map(({ kind }) => kind)).not.toContain('leeches')
  // The queue is not reordered by what is named or put off.
  expect((await queue(app, 200)).cards.map(({ id }) => id)).toEqual(before)
  app.now += 6 * dayMs
  expect((await worth()).map(({ kind }) => kind)).not.toContain('leeches')
  app.now += dayMs
  expect((await worth()).map(({ kind }) => kind)).toContain('leeches')
})

test('a suggestion put off until a day that is none is refused', async () => {
  const { body } = await send(app, 'PUT', '/settings', { notNow: [{ key: 'quiz', until: '2026-02-30' }] })
  expect(body).toMatchObject({ code: 'invalid_day' })
})

test('what a quiz showed to be unknown is named for a week: what was sure and wrong first', async () => {
  const quiz = await aQuiz(app, { length: { kind: 'count', count: 6 } })
  const [first, second, ...others] = questionsOf(quiz)
  if (first === undefined || second === undefined) throw new Error('too few questions')
  await sendAnswer(app, quiz.id, answerOf(app, first, wrongFor(first), { confidence: 'sure' }))
  await sendAnswer(app, quiz.id, answerOf(app, second, wrongFor(second), { confidence: 'guess' }))
  for (const question of others)
    await sendAnswer(app, quiz.id, answerOf(app, question, rightAnswer(question), { confidence: 'likely' }))
  const kinds = async () => (await worth()).map(({ kind }) => kind)
  expect(await kinds()).toEqual(['sure_but_wrong', 'misses'])
  app.now += 6 * dayMs
  expect(await kinds()).toEqual(['sure_but_wrong', 'misses'])
  app.now += dayMs
  expect(await kinds()).toEqual([])
})
