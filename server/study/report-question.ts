import type { QuizReportBody, QuizReportView } from '../../shared/api/quizzes.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { writing } from '../db/open-database.ts'
import { deleteReport, saveReport } from '../db/quizzes.ts'
import { editCard } from '../library/edit-card.ts'
import type { Learner } from '../learner.ts'
import { optionsOf } from '../../shared/quiz/question.ts'
import { findStoredQuiz } from './open-quiz.ts'

/**
 * "Something is wrong here." An option that is right as well never stands under the question again; a question that is wrong
 * or unclear is not asked in this form again, and its card is flagged.
 */
export async function reportQuestion(
  learner: Learner,
  quizId: string,
  questionId: string,
  { reason, optionIndex }: QuizReportBody,
): Promise<QuizReportView> {
  const question = await findQuestion(learner, quizId, questionId)
  const option = optionIndex === undefined ? null : optionsOf(question)[optionIndex]
  if (option === undefined) throw new Refusal('invalid_request', 'This question has no such option.')
  if (option !== null && option.origin === null && option.whyWrong === null)
    throw new Refusal(
      'invalid_request',
      'This option is the right one; say instead that the answer is wrong.',
    )
  await writing(learner.db, (trx) =>
    saveReport(trx, learner.id, {
      quizId,
      questionId,
      cardId: question.cardId,
      kind: question.kind,
      reason,
      option: option?.text ?? null,
      reportedAt: learner.clock(),
    }),
  )
  if (reason !== 'also_right') await editCard(learner, question.cardId, { flag: reason })
  return { questionId, reason, option: option?.text ?? null }
}

/** Takes a report back, with the flag that it set. */
export async function withdrawReport(learner: Learner, quizId: string, questionId: string): Promise<void> {
  const { cardId } = await findQuestion(learner, quizId, questionId)
  const known = await writing(learner.db, (trx) => deleteReport(trx, learner.id, quizId, questionId))
  if (known !== null && known.reason !== 'also_right') await editCard(learner, cardId, { flag: null })
}

async function findQuestion(learner: Learner, quizId: string, questionId: string) {
  const { paper } = await findStoredQuiz(learner, quizId)
  const question = paper.questions.find(({ id }) => id === questionId)
  if (question === undefined) throw new Refusal('not_found', `This quiz has no question ${questionId}.`)
  return question
}
