import type { GivenAnswer } from '../../shared/quiz/given-answer.ts'
import { mistakesIn } from '../../shared/quiz/mix-ups.ts'
import { type QuizQuestion, questionKinds } from '../../shared/quiz/question.ts'
import type { QuizLength, QuizMode } from '../../shared/quiz/quiz-request.ts'
import type { DeviceId } from '../../shared/schedule/review-event.ts'
import { fromJson, toJson } from './json-column.ts'
import type { QuizAnswerColumn, QuizPlanColumn, StoredAnswer, StoredQuiz } from './stored-quiz.ts'
import { toQuestion } from './stored-question.ts'
import type { QuizAnswersTable, QuizzesTable } from './tables.ts'

/** A row of `quizzes` as the quiz it is. */
export function toStoredQuiz(row: Omit<QuizzesTable, 'learner_id'>): StoredQuiz {
  const questions = fromJson(row.questions).map(toQuestion)
  const { paper, ...plan } = row.plan === null ? earlierPlan(row, questions) : fromJson(row.plan)
  return {
    id: row.id,
    createdAt: row.created_at,
    ...plan,
    paper: { ...paper, questions },
    end: row.ended_at === null ? null : { at: row.ended_at, reason: row.end_reason ?? 'left' },
  }
}

/** A quiz as the columns of a new row. */
export function toQuizColumns({ id, createdAt, paper, name, setup, terms, secondsPer }: StoredQuiz) {
  const { questions, ...rest } = paper
  return {
    id,
    concept_id: null,
    created_at: createdAt,
    questions: toJson(questions),
    plan: toJson({ name, setup, terms, secondsPer, paper: rest }),
  }
}

/** A quiz of the days when it knew two kinds asked all it held, one after the other. */
function earlierPlan(
  { concept_id }: Pick<QuizzesTable, 'concept_id'>,
  questions: readonly QuizQuestion[],
): QuizPlanColumn {
  const length: QuizLength = { kind: 'count', count: questions.length }
  const mode: QuizMode = { kind: 'practice' }
  return {
    name: '',
    setup: {
      scope: concept_id === null ? { kind: 'library' } : { kind: 'concepts', conceptIds: [concept_id] },
      focus: 'mixed',
      length,
      kinds: questionKinds,
      mode,
      asksConfidence: false,
      effect: 'off',
    },
    terms: {},
    secondsPer: {},
    paper: {
      length,
      mode,
      asksConfidence: false,
      order: questions.map(({ id }) => id),
      concepts: [],
      secondLooks: [],
      easier: [],
      replaced: [],
    },
  }
}

/** A row of `quiz_answers` as the answer it is; its question tells what an earlier row did not hold. */
export function toStoredAnswer(row: QuizAnswersTable, question: QuizQuestion | undefined): StoredAnswer {
  const { question_id: questionId, event_id: eventId, answered_at: answeredAt } = row
  const said = row.answer === null ? earlierAnswer(row, question) : fromJson(row.answer)
  return { questionId, eventId, answeredAt, ...said }
}

/** The columns of an answer. The inverse of `toStoredAnswer`. */
export function toAnswerColumns({ questionId, eventId, answeredAt, ...said }: StoredAnswer) {
  const { given } = said
  return {
    question_id: questionId,
    event_id: eventId,
    answered_at: answeredAt,
    given: typedText(given),
    option_index: given.kind === 'option' ? given.index : null,
    verdict: said.judged.verdict,
    answer: toJson(said),
  }
}

/** What was typed; '' for what was not. */
export function typedText(given: GivenAnswer): string {
  if (given.kind === 'text') return given.text
  return given.kind === 'truth' ? (given.correction ?? '') : ''
}

function earlierAnswer(row: QuizAnswersTable, question: QuizQuestion | undefined): QuizAnswerColumn {
  const { option_index: index, given, verdict } = row
  const evidence = index === null ? 'recall' : 'recognition'
  const card = question === undefined ? [] : [{ cardId: question.cardId, factKey: question.factKey, verdict }]
  const said: GivenAnswer =
    index !== null
      ? { kind: 'option', index }
      : given === ''
        ? { kind: 'unknown' }
        : { kind: 'text', text: given }
  return {
    deviceId: '' as DeviceId,
    at: row.answered_at,
    zone: 'UTC',
    kind: question?.kind ?? 'typed',
    given: said,
    judged: {
      verdict,
      credit: verdict === 'wrong' ? 0 : 1,
      parts: [],
      evidence: question?.evidence ?? evidence,
      guessChance: question?.guessChance ?? 0,
      cards: card,
      matched: null,
      canAppeal: false,
    },
    confidence: null,
    durationMs: 0,
    beforeAppeal: null,
    effects: [],
    mistakenFor: question === undefined || verdict !== 'wrong' ? [] : mistakesIn(question, said),
  }
}
