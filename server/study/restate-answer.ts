import { v7 as uuidv7 } from 'uuid'
import type { QuizAnswerView } from '../../shared/api/quizzes.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { CardId } from '../../shared/card/card.ts'
import { defaultSettings } from '../../shared/queue/settings.ts'
import { acceptAppeal } from '../../shared/quiz/judge-question.ts'
import type { QuizQuestion } from '../../shared/quiz/question.ts'
import type { EventId } from '../../shared/schedule/review-event.ts'
import { typedText } from '../db/quiz-rows.ts'
import type { StoredAnswer, StoredEffect, StoredQuiz } from '../db/stored-quiz.ts'
import type { Learner } from '../learner.ts'
import { serverDevice } from './append-events.ts'
import { todayFor } from './learner-settings.ts'
import { findStoredQuiz, readQuizCards, toAnswerView } from './open-quiz.ts'
import {
  type AnswerEvents,
  type AnswerMeans,
  type MadeEvents,
  eventsOfAnswer,
  recordAll,
} from './quiz-events.ts'

/**
 * "I was right", or that word taken back: the judgement is mended with its effects, and what was typed counts from now on.
 * Said twice it changes nothing.
 */
export function appeal(
  learner: Learner,
  means: AnswerMeans,
  quizId: string,
  questionId: string,
  wasRight: boolean,
): Promise<QuizAnswerView> {
  return change(learner, means, quizId, questionId, async (events, quiz, question, answer) => {
    const { beforeAppeal, judged, given } = answer
    if (wasRight === (beforeAppeal !== null)) return answer
    if (wasRight && !judged.canAppeal)
      throw new Refusal(
        'invalid_request',
        'There is nothing to compare here: only a typed answer that was not taken as right can be put right.',
      )
    const after: StoredAnswer =
      beforeAppeal === null
        ? { ...answer, judged: acceptAppeal(judged), beforeAppeal: judged }
        : { ...answer, judged: beforeAppeal, beforeAppeal: null }
    const restated = await restate(events, quiz, question, answer, after, () => false)
    if (isComparedWhole(question)) {
      const text = typedText(given).trim()
      if (wasRight) await events.commit.acceptAnswer(learner.id, question.cardId, text, learner.clock())
      else await events.commit.withdrawAnswer(learner.id, question.cardId, text)
    }
    return restated
  })
}

/** Takes back what an answer did to the schedule of a card, or lets it count again. The answer stays as evidence. */
export function undoEffect(
  learner: Learner,
  means: AnswerMeans,
  quizId: string,
  { questionId, cardId }: { readonly questionId: string; readonly cardId: CardId },
  isUndone: boolean,
): Promise<QuizAnswerView> {
  return change(learner, means, quizId, questionId, (events, quiz, question, answer) => {
    if (!answer.effects.some((effect) => effect.cardId === cardId))
      throw new Refusal('not_found', `This answer was not about card ${cardId}.`)
    const undone = (id: CardId) => (id === cardId ? isUndone : wasUndone(answer, id))
    return restate(events, quiz, question, answer, answer, undone)
  })
}

/** Takes back all that a quiz did to schedules. */
export async function undoAllEffects(learner: Learner, means: AnswerMeans, quizId: string): Promise<void> {
  const quiz = await findStoredQuiz(learner, quizId)
  await inCommit(learner, means, async (events) => {
    const { answers } = await events.commit.readQuizProgress(learner.id, quiz)
    for (const answer of answers) {
      const question = questionOf(quiz, answer.questionId)
      await store(events, quiz, answer, await restate(events, quiz, question, answer, answer, () => true))
    }
  })
}

type Change = (
  events: AnswerEvents,
  quiz: StoredQuiz,
  question: QuizQuestion,
  answer: StoredAnswer,
) => Promise<StoredAnswer>

async function change(
  learner: Learner,
  means: AnswerMeans,
  quizId: string,
  questionId: string,
  make: Change,
): Promise<QuizAnswerView> {
  const quiz = await findStoredQuiz(learner, quizId)
  const question = questionOf(quiz, questionId)
  const changed = await inCommit(learner, means, async (events) => {
    const { answers } = await events.commit.readQuizProgress(learner.id, quiz)
    const answer = answers.find((one) => one.questionId === questionId)
    if (answer === undefined) throw new Refusal('not_found', 'This question was not answered yet.')
    return store(events, quiz, answer, await make(events, quiz, question, answer))
  })
  return toAnswerView(changed, await readQuizCards(learner.db.reader, learner.id, [], [changed]))
}

/** A refusal is handed on as a value: thrown, it would take the answers of others with it. */
async function inCommit<Result>(
  learner: Learner,
  { answers, schedulers }: AnswerMeans,
  work: (events: AnswerEvents) => Promise<Result>,
): Promise<Result> {
  const outcome = await answers.take(async (commit, record) => {
    try {
      return { result: await work({ learner, commit, record, schedulers }) }
    } catch (error) {
      if (error instanceof Refusal) return { refusal: error }
      throw error
    }
  })
  if ('refusal' in outcome) throw outcome.refusal
  return outcome.result
}

async function store(
  { learner, commit }: AnswerEvents,
  { id }: StoredQuiz,
  before: StoredAnswer,
  after: StoredAnswer,
): Promise<StoredAnswer> {
  if (after !== before) await commit.updateQuizAnswer(learner.id, id, after)
  return after
}

/**
 * Puts the events of `after` in the place of those that stand for `before`: what goes is undone, what comes is as old as the
 * answer. Cards for which nothing changes keep their events.
 */
async function restate(
  events: AnswerEvents,
  quiz: StoredQuiz,
  question: QuizQuestion,
  before: StoredAnswer,
  after: StoredAnswer,
  isUndone: (cardId: CardId) => boolean,
): Promise<StoredAnswer> {
  const newId = () => uuidv7() as EventId
  const counted = await eventsOfAnswer(events, quiz, question, after, newId)
  const evidence = await eventsOfAnswer(events, quiz, question, after, newId, 'off')
  const undoOf = await undoing(events)
  const written: MadeEvents['events'][number][] = []
  const effects = counted.effects.map((effect, i): StoredEffect => {
    const old = before.effects.find(({ cardId }) => cardId === effect.cardId)
    const undone = effect.change.kind !== 'none' && isUndone(effect.cardId)
    if (old !== undefined && after.judged === before.judged && old.undone === undone) return old
    const eventIds = (undone ? evidence.effects[i] : effect)?.eventIds ?? []
    const made = undone ? evidence : counted
    written.push(...(old?.eventIds ?? []).map(undoOf))
    written.push(...made.events.filter(({ id }) => eventIds.includes(id)))
    return { ...effect, eventIds, undone }
  })
  if (written.length === 0) return after === before ? before : { ...after, effects }
  const refusal = await recordAll(events, written)
  if (refusal !== null) throw refusal
  return { ...after, effects }
}

/** What undoes an event now. */
async function undoing({ learner, commit }: AnswerEvents) {
  const { settings } = await commit.readLearner(learner.id)
  const at = learner.clock()
  const { today, zone } = todayFor({ ...defaultSettings, ...settings }, learner.zone, at)
  return (targetId: EventId) => {
    const id = uuidv7() as EventId
    return { id, body: { kind: 'undone', id, deviceId: serverDevice, at, zone, studyDay: today, targetId } }
  }
}

const wasUndone = ({ effects }: StoredAnswer, id: CardId): boolean =>
  effects.some(({ cardId, undone }) => cardId === id && undone)

/** Whether what was typed is a spelling of the card's answer: an item of a list, or a tick, is not. */
function isComparedWhole(question: QuizQuestion): boolean {
  if (question.kind === 'true_false') return question.correction?.kind === 'spelling'
  return (
    'control' in question && question.control.kind === 'typed' && question.control.check.kind === 'spelling'
  )
}

function questionOf({ paper }: StoredQuiz, questionId: string): QuizQuestion {
  const question = paper.questions.find(({ id }) => id === questionId)
  if (question === undefined) throw new Refusal('not_found', `This quiz has no question ${questionId}.`)
  return question
}
