import type { QuizAnswerView, QuizEffectView, QuizReply, QuizSummary } from '../../shared/api/quizzes.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import { plainText } from '../../shared/card/kinds/card-kinds.ts'
import { nextQuestion } from '../../shared/quiz/next-question.ts'
import type { QuizStep, QuizTurn } from '../../shared/quiz/quiz-paper.ts'
import type { CardState } from '../../shared/schedule/schedule.ts'
import type { NamedCard } from '../db/card-rows.ts'
import { findCards, findStates } from '../db/cards.ts'
import { findConcept } from '../db/concepts.ts'
import { findNotesOfFiles } from '../db/notes.ts'
import type { StoredAnswer, StoredQuiz } from '../db/stored-quiz.ts'
import { findQuiz, listQuizAnswers, listReports } from '../db/quizzes.ts'
import type { Reader } from '../db/tables.ts'
import type { Learner } from '../learner.ts'
import { shownContent } from '../view/card-view.ts'
import { cardsOfQuestion, toQuestionView } from '../view/quiz-view.ts'

/** A quiz that was begun stays open for so long. */
export const openForMs = 7 * 86_400_000

/** A quiz with all that it takes to go on, and what was answered so far. */
export async function openQuiz(learner: Learner, id: string): Promise<QuizReply> {
  const { id: learnerId, clock } = learner
  const db = learner.db.reader
  const quiz = await findStoredQuiz(learner, id)
  const answers = await listQuizAnswers(db, learnerId, quiz)
  const { questions, ...paper } = quiz.paper
  const cards = await readQuizCards(db, learnerId, questions.flatMap(cardsOfQuestion), answers)
  const files = new Set(questions.flatMap(({ sources }) => sources.map(({ file }) => file)))
  return {
    id,
    name: await nameOf(learner, quiz),
    createdAt: quiz.createdAt,
    closesAt: closesAt(quiz),
    setup: quiz.setup,
    paper,
    questions: questions.map((question) =>
      toQuestionView(question, quiz.terms[question.id] ?? [], cards.stored),
    ),
    noteIds: Object.fromEntries(await findNotesOfFiles(db, learnerId, [...files])),
    answers: answers.map((answer) => toAnswerView(answer, cards)),
    reports: (await listReports(db, learnerId, id)).map(({ questionId, reason, option }) => ({
      questionId,
      reason,
      option,
    })),
    end: quiz.end,
    finished: isFinished(quiz, answers, clock()),
  }
}

/** One of the learner's quizzes, the key of each question included. */
export async function findStoredQuiz({ id: learnerId, db }: Learner, id: string): Promise<StoredQuiz> {
  const quiz = await findQuiz(db.reader, learnerId, id)
  if (quiz === undefined) throw new Refusal('not_found', `There is no quiz ${id}.`)
  return quiz
}

/** What cards say and how they stand, for the words about what an answer did. */
export interface QuizCards {
  readonly stored: ReadonlyMap<CardId, NamedCard>
  readonly states: ReadonlyMap<CardId, CardState>
}

export async function readQuizCards(
  db: Reader,
  learnerId: Learner['id'],
  asked: readonly CardId[],
  answers: readonly StoredAnswer[],
): Promise<QuizCards> {
  const moved = answers.flatMap(({ effects }) => effects.map(({ cardId }) => cardId))
  const ids = [...new Set([...asked, ...moved])]
  return {
    stored: new Map((await findCards(db, learnerId, ids)).map((card) => [card.id, card])),
    states: await findStates(db, learnerId, [...new Set(moved)]),
  }
}

/** When a quiz can be gone on with no more. */
export const closesAt = ({ createdAt }: StoredQuiz): EpochMs => (createdAt + openForMs) as EpochMs

/** Whether nothing more is asked: it ended by itself, was ended, or was left for too long. */
export function isFinished(quiz: StoredQuiz, answers: readonly StoredAnswer[], now: EpochMs): boolean {
  return quiz.end !== null || now > closesAt(quiz) || turnOf(quiz, answers).kind === 'stop'
}

/** What comes next. Time is the page's to tell: when it is over, the page ends the quiz. */
export function turnOf(quiz: StoredQuiz, answers: readonly StoredAnswer[]): QuizTurn {
  return nextQuestion(quiz.paper, answers.map(toStep), 0)
}

/** An answer as the core counts it. */
export function toStep({ questionId, given, judged, confidence, durationMs }: StoredAnswer): QuizStep {
  return { questionId, judged, confidence, unknown: given.kind === 'unknown', durationMs }
}

/** A quiz in a line. */
export async function toSummary(
  learner: Learner,
  quiz: StoredQuiz,
  answers: readonly StoredAnswer[],
): Promise<QuizSummary> {
  const turn = turnOf(quiz, answers)
  const finished = isFinished(quiz, answers, learner.clock())
  return {
    id: quiz.id,
    name: await nameOf(learner, quiz),
    createdAt: quiz.createdAt,
    closesAt: closesAt(quiz),
    isExam: quiz.paper.mode.kind === 'exam',
    answered: answers.length,
    left: finished || turn.kind === 'stop' ? 0 : turn.left,
    right: answers.filter(({ judged }) => judged.verdict !== 'wrong').length,
    finished,
  }
}

/** An answer as it is told. */
export function toAnswerView(answer: StoredAnswer, cards: QuizCards): QuizAnswerView {
  const { questionId, eventId, at, given, judged, confidence, durationMs, beforeAppeal, effects } = answer
  return {
    questionId,
    eventId,
    at,
    given,
    judged,
    confidence,
    durationMs,
    appealed: beforeAppeal !== null,
    effects: effects.map(({ cardId, change, words, undone }): QuizEffectView => {
      const card = cards.stored.get(cardId)
      const schedule = cards.states.get(cardId)?.schedule
      return {
        cardId,
        front: card === undefined ? '' : plainText(shownContent(card)).front,
        change,
        words,
        dueOn: schedule === undefined || schedule.kind === 'new' ? null : schedule.dueOn,
        undone,
      }
    }),
  }
}

/** What a quiz is called: as it was named, or by its concept as that is called now. */
export async function nameOf({ id: learnerId, db }: Learner, { name, setup }: StoredQuiz): Promise<string> {
  if (name !== '' || setup.scope.kind !== 'concepts') return name
  const [only] = setup.scope.conceptIds
  if (only === undefined || setup.scope.conceptIds.length > 1) return name
  return (await findConcept(db.reader, learnerId, only as NamedCard['conceptId']))?.term ?? name
}
