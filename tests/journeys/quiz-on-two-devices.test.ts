import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqliteFile } from '../../server/db/sqlite/sqlite-driver.ts'
import type { QuizQuestionView, QuizReply } from '../../shared/api/quizzes.ts'
import type { LogReply } from '../../shared/api/reviews.ts'
import type { SchedulerReply } from '../../shared/api/scheduler.ts'
import type { Reviewed } from '../../shared/schedule/review-event.ts'
import { get, send } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp()
})
afterEach(() => app.close())

const asked = 200

test('a question answered on two devices at once is answered once, and each device hears the truth', async () => {
  let answered = 0
  while (answered < asked) {
    const quiz = await aQuiz()
    for (const question of quiz.questions.slice(0, asked - answered)) {
      // They disagree, so that a reply that told one of them the other's answer would show.
      const sent = [answerOf('phone', question, 0), answerOf('laptop', question, 1)]
      const heard = await Promise.all(sent.map((answer) => sendAnswer(quiz, answer)))
      expect(new Set(heard.map(({ status }) => status))).toEqual(new Set([200, 409]))
      for (const [device, { status, body }] of heard.entries()) {
        if (status === 409) expect(body).toMatchObject({ code: 'already_answered' })
        else expect(answerIn(body, question)).toMatchObject(given(sent[device]))
      }
      answered++
    }
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
  const quiz = await aQuiz()
  for (const question of quiz.questions) {
    const answer = answerOf('phone', question, 0)
    const [one, other] = await Promise.all([sendAnswer(quiz, answer), sendAnswer(quiz, answer)])
    expect([one.status, other.status]).toEqual([200, 200])
    expect(one.body).toEqual(other.body)
  }
  expect(await quizEvents()).toHaveLength(quiz.questions.length)
})

test('an answer that cannot be kept with its quiz is not in the log either, and is taken when it is sent again', async () => {
  const quiz = await aQuiz()
  const [question] = quiz.questions
  if (question === undefined) throw new Error('no question')
  const file = openSqliteFile(app.deps.db.file)
  file.exec("create trigger no_room before insert on quiz_answers begin select raise(abort, 'no room'); end")
  const answer = answerOf('phone', question, 0)
  expect((await sendAnswer(quiz, answer)).status).toBe(500)
  expect(await quizEvents()).toEqual([])
  file.exec('drop trigger no_room')
  file.close()
  expect((await sendAnswer(quiz, answer)).status).toBe(200)
  expect(await quizEvents()).toMatchObject([{ id: answer.eventId }])
})

test('the event of an answer names the profile that the learner studies with', async () => {
  const { body } = await send<SchedulerReply>(app, 'PUT', '/scheduler', { scheduler: 'fsrs' })
  const quiz = await aQuiz()
  const [question] = quiz.questions
  if (question === undefined) throw new Error('no question')
  await sendAnswer(quiz, answerOf('phone', question, 0))
  expect(body.scheduler).toBe('fsrs')
  expect(await quizEvents()).toMatchObject([{ profile: body.profile }])
})

async function aQuiz(): Promise<QuizReply> {
  const { body } = await send(app, 'POST', '/quizzes', { length: 10 })
  return body as unknown as QuizReply
}

/** Typed questions are answered with words, the others with an option. */
function answerOf(deviceId: string, question: QuizQuestionView, which: 0 | 1) {
  return {
    questionId: question.id,
    eventId: uuidv7(),
    deviceId,
    at: app.now,
    zone: 'UTC',
    durationMs: 3000,
    ...(question.kind === 'typed' ? { given: `answer ${which}` } : { optionIndex: which }),
  }
}

function answerIn(reply: object, question: QuizQuestionView): QuizQuestionView['answer'] {
  return (reply as QuizReply).questions.find(({ id }) => id === question.id)?.answer ?? null
}

type Answer = ReturnType<typeof answerOf>

function given(answer: Answer | undefined): object {
  if (answer === undefined) throw new Error('no answer')
  return 'given' in answer ? { given: answer.given } : { optionIndex: answer.optionIndex }
}

function sendAnswer(quiz: QuizReply, answer: Answer) {
  return send(app, 'POST', `/quizzes/${quiz.id}/answers`, answer)
}

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
