import type { QuizEndReason, QuizResultReply } from '../../shared/api/quizzes.ts'
import { stopSentence } from '../../shared/quiz/next-question.ts'
import type { StopReason } from '../../shared/quiz/quiz-paper.ts'
import { summariseQuiz } from '../../shared/quiz/quiz-result.ts'
import type { StoredAnswer, StoredQuiz } from '../db/stored-quiz.ts'
import { endQuiz, listQuizAnswers, listReports } from '../db/quizzes.ts'
import { writing } from '../db/open-database.ts'
import type { Learner } from '../learner.ts'
import {
  findStoredQuiz,
  isFinished,
  nameOf,
  readQuizCards,
  toAnswerView,
  toStep,
  turnOf,
} from './open-quiz.ts'

/** How a quiz went so far: the score with its range, what was found out, what moved, and why it ended. */
export async function openResult(learner: Learner, id: string): Promise<QuizResultReply> {
  const db = learner.db.reader
  const quiz = await findStoredQuiz(learner, id)
  const answers = await listQuizAnswers(db, learner.id, quiz)
  const cards = await readQuizCards(db, learner.id, [], answers)
  const { score, outcomes, calibration, findings } = summariseQuiz(quiz.paper, answers.map(toStep))
  const finished = isFinished(quiz, answers, learner.clock())
  const answered = new Set(answers.map(({ questionId }) => questionId))
  return {
    id,
    name: await nameOf(learner, quiz),
    finished,
    score: { ...score },
    open: quiz.paper.order.filter((question) => !answered.has(question)).length,
    outcomes: outcomes.map(({ question, group, isFirstTry }) => ({
      questionId: question.id,
      group,
      isFirstTry,
    })),
    calibration: [...calibration],
    concepts: findings
      .filter(({ asked }) => asked > 0)
      .map(({ conceptId, concept, asked, right, before, after, sentence }) => ({
        conceptId,
        concept,
        asked,
        right,
        before,
        after,
        sentence,
      })),
    stop: finished ? stopOf(quiz, answers) : null,
    replaced: [...quiz.paper.replaced],
    changes: answers.flatMap((answer) =>
      toAnswerView(answer, cards)
        .effects.filter(({ change }) => change.kind !== 'none')
        .map((effect) => ({ ...effect, questionId: answer.questionId })),
    ),
    reports: (await listReports(db, learner.id, id)).map(({ questionId, reason, option }) => ({
      questionId,
      reason,
      option,
    })),
  }
}

/** Ends a quiz before it ends by itself. One that is over stays as it ended. */
export async function endOneQuiz(learner: Learner, id: string, reason: QuizEndReason): Promise<void> {
  const quiz = await findStoredQuiz(learner, id)
  const answers = await listQuizAnswers(learner.db.reader, learner.id, quiz)
  if (turnOf(quiz, answers).kind === 'stop') return
  await writing(learner.db, (trx) => endQuiz(trx, learner.id, id, { at: learner.clock(), reason }))
}

/** Which rule ended it; one that nobody went on with was left. */
function stopOf(quiz: StoredQuiz, answers: readonly StoredAnswer[]): NonNullable<QuizResultReply['stop']> {
  const turn = turnOf(quiz, answers)
  if (turn.kind === 'stop') return { reason: turn.reason, sentence: turn.sentence }
  const reason: StopReason = { kind: quiz.end?.reason ?? 'left' }
  return { reason, sentence: stopSentence(reason) }
}
