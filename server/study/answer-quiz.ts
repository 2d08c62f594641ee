import type { QuizAnswerBody, QuizReply } from '../../shared/api/quizzes.ts'
import { judgeAnswer, slipsOf } from '../../shared/answer/judge-answer.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import { defaultSettings } from '../../shared/queue/settings.ts'
import { expectedAnswer, knownTerms } from '../../shared/quiz/expected-answer.ts'
import type { QuizQuestion } from '../../shared/quiz/question.ts'
import type { EventId, Grade } from '../../shared/schedule/review-event.ts'
import type { AnswerCommit, QuizAnswer, QuizVerdict } from '../db/answer-store.ts'
import { listQuizMaterialWith } from '../db/quizzes.ts'
import type { Learner } from '../learner.ts'
import type { AnswerTurn, RecordBatch } from './answer-turn.ts'
import { todayFor } from './learner-settings.ts'
import { findStoredQuiz, openQuiz, toMaterial } from './quizzes.ts'

/**
 * Judges an answer, writes it into the log as evidence that moves no schedule (`via: quiz, effect: none`), and keeps it
 * with the quiz, all in one commit. The first answer to a question stays, whichever device it came from; the same one sent
 * twice is taken once.
 */
export async function answerQuiz(
  learner: Learner,
  answerTurn: AnswerTurn,
  quizId: string,
  body: QuizAnswerBody,
): Promise<QuizReply> {
  const quiz = await findStoredQuiz(learner, quizId)
  const question = quiz.questions.find((candidate) => candidate.id === body.questionId)
  if (question === undefined) throw new Refusal('not_found', `This quiz has no question ${body.questionId}.`)
  const judged = { quizId, question, body, verdict: await judge(learner, question, body) }
  const refusal = await answerTurn.take((commit, record) => recordAnswer(learner, commit, record, judged))
  if (refusal !== null) throw refusal
  return openQuiz(learner, quizId)
}

interface JudgedAnswer {
  readonly quizId: string
  readonly question: QuizQuestion
  readonly body: QuizAnswerBody
  readonly verdict: QuizVerdict
}

async function judge(
  { id, db }: Learner,
  question: QuizQuestion,
  body: QuizAnswerBody,
): Promise<QuizVerdict> {
  if (question.kind === 'multiple_choice')
    return body.optionIndex === question.control.keyIndex ? 'right' : 'wrong'
  const expected = expectedAnswer(question)
  if (body.given === undefined || expected === null) return 'wrong'
  const slips = slipsOf(expected, body.given)
  const material = slips.length === 0 ? [] : await listQuizMaterialWith(db.reader, id, slips)
  return judgeAnswer(expected, body.given, knownTerms(material.map(toMaterial))).verdict
}

/** Adds the answer to the log and to its quiz, or says why not. Returned, not thrown: others share the commit. */
async function recordAnswer(
  { id: learnerId, clock, zone: deviceZone }: Learner,
  commit: AnswerCommit,
  record: RecordBatch,
  { quizId, question, body, verdict }: JudgedAnswer,
): Promise<Refusal | null> {
  const known = await commit.findQuizEvent(learnerId, quizId, question.id)
  if (known !== null) return known === body.eventId ? null : alreadyAnswered()
  const { settings, profile } = await commit.readLearner(learnerId)
  const { today, zone } = todayFor({ ...defaultSettings, ...settings }, deviceZone, body.at as EpochMs)
  const now = clock()
  const event = {
    kind: 'reviewed',
    id: body.eventId,
    deviceId: body.deviceId,
    at: body.at,
    zone,
    studyDay: today,
    cardId: question.cardId,
    grade: gradeOf[verdict],
    durationMs: body.durationMs,
    via: 'quiz',
    effect: 'none',
    kindShown: question.kind,
    ...(body.confidence === undefined ? {} : { confidence: body.confidence }),
    profile,
  }
  const { verdicts } = await record({ learnerId, events: [event], receivedAt: now })
  const [outcome] = verdicts
  if (outcome?.verdict === 'rejected') {
    return new Refusal(
      outcome.code === 'id_conflict' ? 'id_conflict' : 'invalid_request',
      outcome.sentence ?? 'The answer was refused.',
    )
  }
  await commit.insertQuizAnswer(learnerId, toQuizAnswer(quizId, body, verdict, now))
  return null
}

/** Right stands for Good, wrong for Again; neither moves the schedule. */
const gradeOf: Record<QuizVerdict, Grade> = { right: 4, near: 4, wrong: 2 }

function toQuizAnswer(
  quizId: string,
  body: QuizAnswerBody,
  verdict: QuizVerdict,
  answeredAt: EpochMs,
): QuizAnswer {
  return {
    quizId,
    questionId: body.questionId,
    eventId: body.eventId as EventId,
    given: body.given ?? '',
    optionIndex: body.optionIndex ?? null,
    verdict,
    answeredAt,
  }
}

function alreadyAnswered(): Refusal {
  return new Refusal(
    'already_answered',
    'This question was answered before; the first answer stays. Continue with the next one.',
  )
}
