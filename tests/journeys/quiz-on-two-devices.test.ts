import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqliteFile } from '../../server/db/sqlite/sqlite-driver.ts'
import type { QuizAnswerBody } from '../../shared/api/quizzes.ts'
import type { LogReply } from '../../shared/api/reviews.ts'
import type { SchedulerReply } from '../../shared/api/scheduler.ts'
import type { QuizQuestion } from '../../shared/quiz/question.ts'
import type { Reviewed } from '../../shared/schedule/review-event.ts'
import { get, send } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'
import { rightAnswer } from '../shared/quiz/a-question.ts'
import { aQuiz, answerOf, questionsOf, sendAnswer, wrongFor } from '../support/quiz.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp()
})
afterEach(() => app.close())

const asked = 200

test('a question answered on two devices at once is answered once, and each device hears the truth', async () => {
  let answered = 0
  while (answered < asked) {
    const quiz = await aQuiz(app, { kinds: ['typed', 'multiple_choice'] })
    for (const question of questionsOf(quiz).slice(0, asked - answered)) {
      // They disagree, so that a reply that told one of them the other's answer would show.
      const sent = [answerFrom('phone', question, true), answerFrom('laptop', question, false)]
      const heard = await Promise.all(sent.map((answer) => sendAnswer(app, quiz.id, answer)))
      expect(new Set(heard.map(({ status }) => status))).toEqual(new Set([200, 409]))
      for (const [device, { status, body }] of heard.entries()) {
        if (status === 409) expect(body).toMatchObject({ code: 'already_answered' })
        else expect(body.verdicts[0]?.answer).toMatchObject({ given: sent[device]?.given })
      }
      answered++
    }
    // What was answered a moment ago is not asked again.
    app.now += 11 * 60_000
  }
  const events = await quizEvents()
  expect(events).toHaveLength(asked)
  const answers = storedAnswers()
  expect(answers.map(({ event_id }) => event_id).sort()).toEqual(events.map(({ id }) => id as string).sort())
  const verdicts = new Map(answers.map(({ event_id, verdict }) => [event_id, verdict]))
  for (const { id, grade } of events) expect(grade).toBe(verdicts.get(id) === 'wrong' ? 2 : 4)
  await expectCacheIsFold(app)
})

test('the same answer sent twice at once is one answer, and both sendings hear it', async () => {
  const quiz = await aQuiz(app, { kinds: ['typed', 'multiple_choice'] })
  for (const question of questionsOf(quiz)) {
    const answer = answerFrom('phone', question, true)
    const sent = await Promise.all([answer, answer].map((body) => sendAnswer(app, quiz.id, body)))
    expect(sent.map(({ status }) => status)).toEqual([200, 200])
    const [one, other] = sent.map(({ body }) => body.verdicts[0]?.answer)
    expect(one).toEqual(other)
  }
  expect(await quizEvents()).toHaveLength(questionsOf(quiz).length)
})

test('an answer that cannot be kept with its quiz is not in the log either, and is taken when it is sent again', async () => {
  const quiz = await aQuiz(app, { kinds: ['typed', 'multiple_choice'] })
  const [question] = questionsOf(quiz)
  if (question === undefined) throw new Error('no question')
  const file = openSqliteFile(app.deps.db.file)
  file.exec("create trigger no_room before insert on quiz_answers begin select raise(abort, 'no room'); end")
  const answer = answerFrom('phone', question, true)
  expect((await sendAnswer(app, quiz.id, answer)).status).toBe(500)
  expect(await quizEvents()).toEqual([])
  file.exec('drop trigger no_room')
  file.close()
  expect((await sendAnswer(app, quiz.id, answer)).status).toBe(200)
  expect(await quizEvents()).toMatchObject([{ id: answer.eventId }])
})

test('the event of an answer names the profile that the learner studies with', async () => {
  const { body } = await send<SchedulerReply>(app, 'PUT', '/scheduler', { scheduler: 'fsrs' })
  const quiz = await aQuiz(app, { kinds: ['typed', 'multiple_choice'] })
  const [question] = questionsOf(quiz)
  if (question === undefined) throw new Error('no question')
  await sendAnswer(app, quiz.id, answerFrom('phone', question, true))
  expect(body.scheduler).toBe('fsrs')
  expect(await quizEvents()).toMatchObject([{ profile: body.profile }])
})

const answerFrom = (deviceId: string, question: QuizQuestion, isRight: boolean): QuizAnswerBody =>
  answerOf(app, question, isRight ? rightAnswer(question) : wrongFor(question), { deviceId })

async function quizEvents(): Promise<Reviewed[]> {
  const { events } = await get<LogReply>(app, '/reviews?limit=1000')
  return events.map(({ event }) => event as Reviewed).filter(({ via }) => via === 'quiz')
}

interface AnswerRow {
  readonly event_id: string
  readonly verdict: string
}

function storedAnswers(): AnswerRow[] {
  const file = openSqliteFile(app.deps.db.file, { readonly: true })
  try {
    return file.prepare('select event_id, verdict from quiz_answers').all() as AnswerRow[]
  } finally {
    file.close()
  }
}
