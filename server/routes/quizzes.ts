import { Type } from 'typebox'
import type { CardId } from '../../shared/card/card.ts'
import { Problem, Text, Uuid, closed } from '../../shared/api/common.ts'
import {
  QuizAnswerView,
  QuizAnswersBody,
  QuizAnswersReply,
  QuizBody,
  QuizEndBody,
  QuizPlanReply,
  QuizReply,
  QuizReportBody,
  QuizReportView,
  QuizResultReply,
  QuizScopesQuery,
  QuizScopesReply,
  QuizSetupReply,
} from '../../shared/api/quizzes.ts'
import { Refusal, type RefusalCode } from '../../shared/basics/refusal.ts'
import type { App, Deps } from '../deps.ts'
import { answerQuiz } from '../study/answer-quiz.ts'
import { findQuizScopes, openQuizSetup } from '../study/open-quiz-setup.ts'
import { openQuiz } from '../study/open-quiz.ts'
import { endOneQuiz, openResult } from '../study/quiz-result.ts'
import { reportQuestion, withdrawReport } from '../study/report-question.ts'
import { appeal, undoAllEffects, undoEffect } from '../study/restate-answer.ts'
import { planOneQuiz, startQuiz } from '../study/start-quiz.ts'

const ofQuiz = Type.Object({ id: Uuid }, closed)
const ofQuestion = Type.Object({ id: Uuid, questionId: Text(64) }, closed)
const ofCard = Type.Object({ id: Uuid, questionId: Text(64), cardId: Type.Unsafe<CardId>(Uuid) }, closed)
const problem = { '4xx': Problem }

/** `/quizzes`: plan one, make one, answer its questions, look at how it went, and take back what it moved. */
export async function quizzesRoutes(app: App, deps: Deps): Promise<void> {
  const { runQuiz } = deps

  app.get(
    '/quiz-setup',
    {
      schema: {
        summary: 'Presets with what they would ask, weak concepts, and the quizzes of the last days',
        response: { 200: QuizSetupReply, ...problem },
      },
    },
    ({ learner }) => openQuizSetup(learner, deps),
  )

  app.get(
    '/quiz-scopes',
    {
      schema: {
        summary:
          'Concepts, topics, notes, folders and tags that a quiz can be about, by a part of their name',
        querystring: QuizScopesQuery,
        response: { 200: QuizScopesReply, ...problem },
      },
    },
    async ({ learner, query }) => ({ choices: await findQuizScopes(learner, deps, query.q ?? '') }),
  )

  app.post(
    '/quiz-plans',
    {
      schema: {
        summary: 'What a quiz would be: how many questions of which kinds are possible, and what is missing',
        body: QuizBody,
        response: { 200: QuizPlanReply, ...problem },
      },
    },
    async ({ learner, body }) => {
      const { concepts, ...plan } = await planOneQuiz(learner, runQuiz, body)
      return { ...plan, concepts: concepts.slice(0, 100) }
    },
  )

  app.post(
    '/quizzes',
    {
      schema: {
        summary: 'Make a quiz; the reply holds all that it takes to answer it without the server',
        body: QuizBody,
        response: { 201: QuizReply, ...problem },
      },
    },
    async ({ body, learner }, reply) => {
      const quiz = await startQuiz(learner, runQuiz, body)
      return reply.status(201).header('location', `/api/v1/quizzes/${quiz.id}`).send(quiz)
    },
  )

  app.get(
    '/quizzes/:id',
    {
      schema: {
        summary: 'A quiz with what was answered',
        params: ofQuiz,
        response: { 200: QuizReply, ...problem },
      },
    },
    ({ params, learner }) => openQuiz(learner, params.id),
  )

  app.post(
    '/quizzes/:id/answers',
    {
      config: { judgesEach: true },
      schema: {
        summary:
          'Answer one question, refused with a status of its own, or several with a verdict each; answers join the log, ' +
          'and move schedules as the quiz was set up',
        params: ofQuiz,
        body: QuizAnswersBody,
        response: { 200: QuizAnswersReply, ...problem },
      },
    },
    async ({ params, body, learner }) => {
      if ('answers' in body) return answerQuiz(learner, deps, params.id, body.answers)
      const reply = await answerQuiz(learner, deps, params.id, [body])
      const [only] = reply.verdicts
      if (only?.verdict === 'rejected')
        throw new Refusal((only.code ?? 'invalid_request') as RefusalCode, only.sentence ?? '')
      return reply
    },
  )

  const appealSchema = { params: ofQuestion, response: { 200: QuizAnswerView, ...problem } }
  app.put(
    '/quizzes/:id/answers/:questionId/appeal',
    {
      schema: {
        summary: '“I was right”: mend the verdict, and accept the answer from now on',
        ...appealSchema,
      },
    },
    ({ params, learner }) => appeal(learner, deps, params.id, params.questionId, true),
  )
  app.delete(
    '/quizzes/:id/answers/:questionId/appeal',
    { schema: { summary: 'Take “I was right” back', ...appealSchema } },
    ({ params, learner }) => appeal(learner, deps, params.id, params.questionId, false),
  )

  const effectSchema = { params: ofCard, response: { 200: QuizAnswerView, ...problem } }
  app.delete(
    '/quizzes/:id/answers/:questionId/effects/:cardId',
    { schema: { summary: 'Undo what an answer did to the schedule of a card', ...effectSchema } },
    ({ params, learner }) => undoEffect(learner, deps, params.id, params, true),
  )
  app.put(
    '/quizzes/:id/answers/:questionId/effects/:cardId',
    { schema: { summary: 'Let an undone effect count again', ...effectSchema } },
    ({ params, learner }) => undoEffect(learner, deps, params.id, params, false),
  )
  app.delete(
    '/quizzes/:id/effects',
    {
      schema: {
        summary: 'Undo all that a quiz did to schedules',
        params: ofQuiz,
        response: { 200: QuizResultReply, ...problem },
      },
    },
    async ({ params, learner }) => {
      await undoAllEffects(learner, deps, params.id)
      return openResult(learner, params.id)
    },
  )

  app.put(
    '/quizzes/:id/reports/:questionId',
    {
      schema: {
        summary: 'Say what is wrong with a question: an option that is right as well, or its card',
        params: ofQuestion,
        body: QuizReportBody,
        response: { 200: QuizReportView, ...problem },
      },
    },
    ({ params, body, learner }) => reportQuestion(learner, params.id, params.questionId, body),
  )
  app.delete(
    '/quizzes/:id/reports/:questionId',
    {
      schema: {
        summary: 'Take a report back',
        params: ofQuestion,
        response: { 204: Type.Null(), ...problem },
      },
    },
    async ({ params, learner }, reply) => {
      await withdrawReport(learner, params.id, params.questionId)
      return reply.status(204).send(null)
    },
  )

  app.put(
    '/quizzes/:id/end',
    {
      schema: {
        summary: 'End a quiz before it ends by itself',
        params: ofQuiz,
        body: QuizEndBody,
        response: { 200: QuizResultReply, ...problem },
      },
    },
    async ({ params, body, learner }) => {
      await endOneQuiz(learner, params.id, body.reason)
      return openResult(learner, params.id)
    },
  )

  app.get(
    '/quizzes/:id/result',
    {
      schema: {
        summary: 'How a quiz went: score with its range, calibration, what moved, and why it ended',
        params: ofQuiz,
        response: { 200: QuizResultReply, ...problem },
      },
    },
    ({ params, learner }) => openResult(learner, params.id),
  )
}
