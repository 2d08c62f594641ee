import { Type } from 'typebox'
import { Problem, Uuid, closed } from '../../shared/api/common.ts'
import { QuizAnswerBody, QuizBody, QuizReply } from '../../shared/api/quizzes.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { App, Deps } from '../deps.ts'
import { answerQuiz } from '../study/answer-quiz.ts'
import { createQuiz, openQuiz } from '../study/quizzes.ts'

const Params = Type.Object({ id: Uuid }, closed)
const defaultLength = 10

/** `/quizzes`: make one, look at it, answer its questions. */
export async function quizzesRoutes(app: App, { answers }: Deps): Promise<void> {
  app.post(
    '/quizzes',
    {
      schema: {
        summary: 'Make a quiz about one concept, or about the whole library',
        body: QuizBody,
        response: { 201: QuizReply, '4xx': Problem },
      },
    },
    async ({ body, learner }, reply) => {
      const quiz = await createQuiz(learner, {
        conceptId: body.conceptId as ConceptId | undefined,
        length: body.length ?? defaultLength,
      })
      return reply.status(201).header('location', `/api/v1/quizzes/${quiz.id}`).send(quiz)
    },
  )

  app.get(
    '/quizzes/:id',
    {
      schema: {
        summary: 'A quiz with what was answered',
        params: Params,
        response: { 200: QuizReply, '4xx': Problem },
      },
    },
    ({ params, learner }) => openQuiz(learner, params.id),
  )

  app.post(
    '/quizzes/:id/answers',
    {
      schema: {
        summary: 'Answer one question; the answer joins the log and moves no schedule',
        params: Params,
        body: QuizAnswerBody,
        response: { 200: QuizReply, '4xx': Problem },
      },
    },
    ({ params, body, learner }) => answerQuiz({ ...learner, zone: body.zone }, answers, params.id, body),
  )
}
