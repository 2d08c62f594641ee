import type { QuizReply, QuizSummary } from '../../shared/api/quizzes.ts'
import { quizDevice } from './quiz-device.ts'
import { type KeptRun, answersOf, newRun, stepsOf, turnOf } from './quiz-run.ts'

/** Keeps a quiz that was just made: from here on it needs no server. */
export async function keepStartedQuiz(quiz: QuizReply): Promise<void> {
  const device = await quizDevice()
  // Without room it still runs, with the server.
  await device.keepQuiz(quiz).catch(() => {})
}

/** The quizzes that this device can go on with by itself, the newest first. */
export async function quizzesHere(now: number): Promise<QuizSummary[]> {
  const device = await quizDevice()
  const runs = new Map((await device.runs()).map((run) => [run.id, run]))
  const here = (await device.quizzes()).filter(({ closesAt }) => closesAt > now)
  return here
    .map((quiz) => toSummary(quiz, runs.get(quiz.id) ?? newRun(quiz.id)))
    .sort((a, b) => b.createdAt - a.createdAt)
}

function toSummary(quiz: QuizReply, run: KeptRun): QuizSummary {
  const { id, name, createdAt, closesAt } = quiz
  const answers = answersOf(quiz, run)
  const turn = turnOf(quiz, run, answers)
  return {
    id,
    name,
    createdAt,
    closesAt,
    isExam: quiz.paper.mode.kind === 'exam',
    answered: answers.length,
    left: turn.kind === 'stop' ? 0 : turn.left,
    right: stepsOf(quiz, answers).filter(({ judged }) => judged.verdict !== 'wrong').length,
    finished: quiz.finished || turn.kind === 'stop',
  }
}
