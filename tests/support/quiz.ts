import { v7 as uuidv7 } from 'uuid'
import type { QuizAnswerBody, QuizAnswersReply, QuizBody, QuizReply } from '../../shared/api/quizzes.ts'
import type { GivenAnswer } from '../../shared/quiz/given-answer.ts'
import type { QuizQuestion } from '../../shared/quiz/question.ts'
import { send } from './api.ts'
import type { TestApp } from './build-test-app.ts'

/** Begins a quiz; by default one of ten questions over all notes. */
export async function aQuiz(test: TestApp, body: QuizBody = {}): Promise<QuizReply> {
  const { status, body: reply } = await send<QuizReply>(test, 'POST', '/quizzes', body)
  if (status !== 201) throw new Error(`POST /quizzes: ${status} ${JSON.stringify(reply)}`)
  return reply
}

export const questionsOf = ({ questions, paper }: QuizReply): QuizQuestion[] => {
  const byId = new Map(questions.map(({ question }) => [question.id, question]))
  return paper.order.flatMap((id) => byId.get(id) ?? [])
}

/** Something that the question takes, and that is not right. */
export function wrongFor(question: QuizQuestion): GivenAnswer {
  switch (question.kind) {
    case 'multiple_choice':
    case 'confusable':
      return { kind: 'option', index: question.control.keyIndex === 0 ? 1 : 0 }
    case 'problem':
      return question.control.kind === 'options'
        ? { kind: 'option', index: question.control.keyIndex === 0 ? 1 : 0 }
        : { kind: 'text', text: 'a purple walrus' }
    case 'typed':
      return { kind: 'text', text: 'a purple walrus' }
    case 'own_choice': {
      const other = question.options.findIndex((_, i) => !question.keyIndexes.includes(i))
      return { kind: 'options', indexes: [other] }
    }
    case 'order':
      return { kind: 'order', order: question.rightOrder.toReversed() }
    case 'match':
      return { kind: 'pairs', rights: question.pairs.map(() => null) }
    case 'true_false':
      return {
        kind: 'truth',
        says: !question.truth,
        ...(question.truth ? { correction: 'a purple walrus' } : {}),
      }
  }
}

/** An answer as a page would send it now. */
export function answerOf(
  test: Pick<TestApp, 'now'>,
  question: Pick<QuizQuestion, 'id'>,
  given: GivenAnswer,
  changes: Partial<QuizAnswerBody> = {},
): QuizAnswerBody {
  return {
    questionId: question.id,
    eventId: uuidv7(),
    deviceId: 'test-device',
    at: test.now,
    zone: 'UTC',
    durationMs: 3000,
    given,
    ...changes,
  }
}

/** Sends one answer. */
export const sendAnswer = (test: TestApp, quizId: string, body: QuizAnswerBody) =>
  send<QuizAnswersReply & { code: string }>(test, 'POST', `/quizzes/${quizId}/answers`, body)

/** Sends several at once. */
export const sendAnswers = (test: TestApp, quizId: string, answers: readonly QuizAnswerBody[]) =>
  send<QuizAnswersReply>(test, 'POST', `/quizzes/${quizId}/answers`, { answers })
