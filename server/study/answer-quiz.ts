import { Compile } from 'typebox/compile'
import { QuizAnswerBody, type QuizAnswersReply } from '../../shared/api/quizzes.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import { judgeQuestion, takesAnswer } from '../../shared/quiz/judge-question.ts'
import { mistakesIn } from '../../shared/quiz/mix-ups.ts'
import { type QuizQuestion, optionsOf } from '../../shared/quiz/question.ts'
import type { DeviceId, EventId } from '../../shared/schedule/review-event.ts'
import type { AnswerCommit } from '../db/answer-store.ts'
import type { StoredAnswer, StoredQuiz } from '../db/stored-quiz.ts'
import { listQuizAnswers } from '../db/quizzes.ts'
import type { Learner } from '../learner.ts'
import { whyUnstorable } from '../storable-text.ts'
import { isMoment, momentWords } from './accept-event.ts'
import { closesAt, findStoredQuiz, isFinished, readQuizCards, toAnswerView } from './open-quiz.ts'
import { type AnswerEvents, type AnswerMeans, eventsOfAnswer, recordAll } from './quiz-events.ts'

/** What became of one answer. `rejected` says why, and nothing of it is recorded. */
type Outcome =
  | { readonly kind: 'recorded' | 'duplicate'; readonly answer: StoredAnswer }
  | { readonly kind: 'rejected'; readonly refusal: Refusal }

/**
 * Takes answers of a quiz, judges them by what was stored with their questions, and writes them into the log with what they
 * do to schedules: each in one piece or not at all, all of them in one commit. The first answer to a question stays,
 * whichever device it came from; the same one sent again is taken once.
 */
export async function answerQuiz(
  learner: Learner,
  { answers, schedulers }: AnswerMeans,
  quizId: string,
  bodies: readonly unknown[],
): Promise<QuizAnswersReply> {
  const quiz = await findStoredQuiz(learner, quizId)
  const db = learner.db.reader
  const outcomes = await answers.take(async (commit, record) => {
    const done: Outcome[] = []
    for (const body of bodies) {
      const events: AnswerEvents = { learner, commit, record, schedulers }
      const fault = whyNoAnswer(body)
      done.push(fault ?? (await takeAnswer(events, quiz, body as QuizAnswerBody)))
    }
    return done
  })
  const stored = await listQuizAnswers(db, learner.id, quiz)
  const told = outcomes.flatMap((outcome) => (outcome.kind === 'rejected' ? [] : [outcome.answer]))
  const cards = await readQuizCards(db, learner.id, [], told)
  return {
    verdicts: outcomes.map((outcome, i) => {
      const { questionId, eventId } = namesIn(bodies[i])
      if (outcome.kind !== 'rejected')
        return { questionId, eventId, verdict: outcome.kind, answer: toAnswerView(outcome.answer, cards) }
      const { code, message } = outcome.refusal
      return { questionId, eventId, verdict: 'rejected', code, sentence: message, answer: null }
    }),
    finished: isFinished(quiz, stored, learner.clock()),
  }
}

const shape = Compile(QuizAnswerBody)

/** Why a part of a batch is no answer at all; null where it is one. */
function whyNoAnswer(body: unknown): Outcome | null {
  const unstorable = whyUnstorable(body)
  if (unstorable !== null) return { kind: 'rejected', refusal: unstorable }
  if (shape.Check(body)) return null
  const [fault] = shape.Errors(body)
  return refuse('invalid_request', `This is no answer: ${fault?.instancePath ?? ''} ${fault?.message ?? ''}.`)
}

/** By which names the sender knows a part of its batch again, as far as it has any. */
function namesIn(body: unknown): { readonly questionId: string; readonly eventId: string } {
  const { questionId, eventId } = (body ?? {}) as Record<string, unknown>
  const text = (name: unknown): string => (typeof name === 'string' ? name : '')
  return { questionId: text(questionId), eventId: text(eventId) }
}

/** Records one answer, or says why not. Returned, not thrown: others share the commit. */
async function takeAnswer(events: AnswerEvents, quiz: StoredQuiz, body: QuizAnswerBody): Promise<Outcome> {
  const { learner, commit } = events
  const question = quiz.paper.questions.find(({ id }) => id === body.questionId)
  if (question === undefined) return refuse('not_found', `This quiz has no question ${body.questionId}.`)
  const progress = await commit.readQuizProgress(learner.id, quiz)
  const known = progress.answers.find(({ questionId }) => questionId === question.id)
  if (known !== undefined) return repeated(known, body)
  if (!takesAnswer(question, body.given)) return refuse('invalid_request', unfit(question))
  if (!isMoment(body.at)) return refuse('invalid_time', momentWords)
  const at = Math.min(body.at, learner.clock()) as EpochMs
  const end = progress.isEnded ? { at, reason: 'left' as const } : null
  if (isFinished({ ...quiz, end }, progress.answers, at))
    return refuse('quiz_finished', finishedWords(quiz, at))
  const judged = judgeQuestion(question, body.given, new Set(quiz.terms[question.id] ?? []))
  const answer: StoredAnswer = {
    questionId: question.id,
    eventId: body.eventId as EventId,
    deviceId: body.deviceId as DeviceId,
    at: body.at as EpochMs,
    zone: body.zone,
    answeredAt: learner.clock(),
    kind: question.kind,
    given: body.given,
    judged,
    confidence: body.confidence ?? null,
    durationMs: body.durationMs,
    beforeAppeal: null,
    effects: [],
    mistakenFor: mistakesIn(question, body.given),
  }
  const made = await eventsOfAnswer(events, quiz, question, answer)
  const refusal = await recordAll(events, made.events)
  if (refusal !== null) return { kind: 'rejected', refusal }
  const whole = { ...answer, effects: made.effects }
  await commit.insertQuizAnswer(learner.id, quiz.id, whole)
  await countOptions(commit, learner, question, whole)
  return { kind: 'recorded', answer: whole }
}

/** The same id with the same answer is a harmless resend. */
function repeated(known: StoredAnswer, body: QuizAnswerBody): Outcome {
  if (known.eventId !== body.eventId)
    return refuse(
      'already_answered',
      'This question was answered before; the first answer stays. Continue with the next one.',
    )
  const isSame =
    JSON.stringify(known.given) === JSON.stringify(body.given) &&
    known.confidence === (body.confidence ?? null)
  return isSame
    ? { kind: 'duplicate', answer: known }
    : refuse('id_conflict', 'Another answer with this id was recorded before. The first one stays.')
}

/** How often each wrong option stood there, and was taken: one that nobody ever takes is no option. */
async function countOptions(
  commit: AnswerCommit,
  { id: learnerId }: Learner,
  question: QuizQuestion,
  { given }: StoredAnswer,
): Promise<void> {
  for (const [i, option] of optionsOf(question).entries()) {
    if (option.origin === null && option.whyWrong === null) continue
    const picked =
      given.kind === 'option' ? given.index === i : given.kind === 'options' && given.indexes.includes(i)
    await commit.countOption(learnerId, question.cardId, option.text, picked)
  }
}

function refuse(code: Refusal['code'], sentence: string): Outcome {
  return { kind: 'rejected', refusal: new Refusal(code, sentence) }
}

function unfit(question: QuizQuestion): string {
  return `This is no answer to a question of the kind “${question.kind}”: it names something that was not shown, or is of another form.`
}

function finishedWords(quiz: StoredQuiz, at: EpochMs): string {
  return at > closesAt(quiz)
    ? 'This quiz was open for 7 days and is closed now. Its result stays; start a new one.'
    : 'This quiz is finished. Its result stays; start a new one.'
}
