import type { QuizEndReason, ReportReason } from '../../shared/api/quizzes.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { FactKind } from '../../shared/fact/fact.ts'
import type { QuestionKind } from '../../shared/quiz/question.ts'
import type { OptionRecord } from '../../shared/quiz/quiz-request.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { isAskedSql } from './asked.ts'
import { type NamedCard, toNamedCard } from './card-rows.ts'
import { fromJson } from './json-column.ts'
import { toQuizColumns, toStoredAnswer, toStoredQuiz } from './quiz-rows.ts'
import type { StoredAnswer, StoredQuiz } from './stored-quiz.ts'
import type { Reader, Writer } from './tables.ts'

/** One quiz with its questions. */
export async function findQuiz(
  db: Reader,
  learnerId: LearnerId,
  id: string,
): Promise<StoredQuiz | undefined> {
  const row = await db
    .selectFrom('quizzes')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toStoredQuiz(row)
}

/** The quizzes that were made since a moment, the newest first. */
export async function listQuizzes(db: Reader, learnerId: LearnerId, since: EpochMs): Promise<StoredQuiz[]> {
  const rows = await db
    .selectFrom('quizzes')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('created_at', '>=', since)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostListed)
    .execute()
  return rows.map(toStoredQuiz)
}

const mostListed = 20

/** What was answered in a quiz so far, in the order of answering. */
export async function listQuizAnswers(
  db: Reader,
  learnerId: LearnerId,
  { id, paper }: StoredQuiz,
): Promise<StoredAnswer[]> {
  const rows = await db
    .selectFrom('quiz_answers')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('quiz_id', '=', id)
    .orderBy('answered_at')
    .orderBy('event_id')
    .execute()
  const questions = new Map(paper.questions.map((question) => [question.id, question]))
  return rows.map((row) => toStoredAnswer(row, questions.get(row.question_id)))
}

/** So many answers of earlier quizzes are looked at: years of them. */
export const mostRemembered = 5000

/** The last answers of all quizzes, the newest first. Those of the days of two kinds are told by their questions. */
export async function listPastAnswers(
  db: Reader,
  learnerId: LearnerId,
  limit: number,
): Promise<StoredAnswer[]> {
  const rows = await db
    .selectFrom('quiz_answers')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .orderBy('answered_at', 'desc')
    .orderBy('event_id', 'desc')
    .limit(limit)
    .execute()
  const earlier = new Set(rows.flatMap((row) => (row.answer === null ? [row.quiz_id] : [])))
  const quizzes = await Promise.all([...earlier].map((id) => findQuiz(db, learnerId, id)))
  const questions = new Map(
    quizzes.flatMap(
      (quiz) => quiz?.paper.questions.map((question) => [question.id, question] as const) ?? [],
    ),
  )
  return rows.map((row) => toStoredAnswer(row, questions.get(row.question_id)))
}

/** Stores a new quiz. */
export async function insertQuiz(trx: Writer, learnerId: LearnerId, quiz: StoredQuiz): Promise<void> {
  await trx
    .insertInto('quizzes')
    .values({ learner_id: learnerId, ...toQuizColumns(quiz), ended_at: null, end_reason: null })
    .execute()
}

/** Ends a quiz that goes on; one that was ended before keeps its end. */
export async function endQuiz(
  trx: Writer,
  learnerId: LearnerId,
  id: string,
  end: { readonly at: EpochMs; readonly reason: QuizEndReason },
): Promise<void> {
  await trx
    .updateTable('quizzes')
    .set({ ended_at: end.at, end_reason: end.reason })
    .where('learner_id', '=', learnerId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** How every option fared, and whether it was reported. */
export async function listOptionRecords(db: Reader, learnerId: LearnerId): Promise<OptionRecord[]> {
  const rows = await db
    .selectFrom('quiz_options')
    .select(['card_id as cardId', 'option', 'shown', 'picked', 'reported'])
    .where('learner_id', '=', learnerId)
    .execute()
  return rows.map((row) => ({ ...row, reported: row.reported === 1 }))
}

/** What the learner said of a question of a quiz. */
export interface QuestionReport {
  readonly quizId: string
  readonly questionId: string
  readonly cardId: CardId
  readonly kind: QuestionKind
  readonly reason: ReportReason
  /** The option that it is about; null where it is about the question. */
  readonly option: string | null
  readonly reportedAt: EpochMs
}

/** What was reported, in one quiz or in all. */
export async function listReports(
  db: Reader,
  learnerId: LearnerId,
  quizId?: string,
): Promise<QuestionReport[]> {
  const all = db
    .selectFrom('quiz_reports')
    .select([
      'quiz_id as quizId',
      'question_id as questionId',
      'card_id as cardId',
      'kind',
      'reason',
      'option',
    ])
    .select('reported_at as reportedAt')
    .where('learner_id', '=', learnerId)
    .orderBy('reported_at')
    .orderBy('question_id')
  return quizId === undefined ? all.execute() : all.where('quiz_id', '=', quizId).execute()
}

/** Stores a report in place of an earlier one of the same question. The option it names never stands there again. */
export async function saveReport(trx: Writer, learnerId: LearnerId, report: QuestionReport): Promise<void> {
  await deleteReport(trx, learnerId, report.quizId, report.questionId)
  const { quizId, questionId, cardId, kind, reason, option, reportedAt } = report
  await trx
    .insertInto('quiz_reports')
    .values({
      learner_id: learnerId,
      quiz_id: quizId,
      question_id: questionId,
      card_id: cardId,
      kind,
      reason,
      option,
      reported_at: reportedAt,
    })
    .execute()
  if (option !== null) await markOption(trx, learnerId, cardId, option, true)
}

/** Takes a report back, with what it said of an option, and says what it was; null where there was none. */
export async function deleteReport(
  trx: Writer,
  learnerId: LearnerId,
  quizId: string,
  questionId: string,
): Promise<{ readonly reason: ReportReason } | null> {
  const known = await trx
    .deleteFrom('quiz_reports')
    .where('learner_id', '=', learnerId)
    .where('quiz_id', '=', quizId)
    .where('question_id', '=', questionId)
    .returning(['card_id', 'reason', 'option'])
    .executeTakeFirst()
  if (known === undefined) return null
  if (known.option !== null) await markOption(trx, learnerId, known.card_id, known.option, false)
  return { reason: known.reason }
}

async function markOption(
  trx: Writer,
  learnerId: LearnerId,
  cardId: CardId,
  option: string,
  reported: boolean,
): Promise<void> {
  const row = { learner_id: learnerId, card_id: cardId, option, shown: 0, picked: 0 }
  await trx
    .insertInto('quiz_options')
    .values({ ...row, reported: reported ? 1 : 0 })
    .onConflict((known) =>
      known.columns(['learner_id', 'card_id', 'option']).doUpdateSet({ reported: reported ? 1 : 0 }),
    )
    .execute()
}

/** A card that is asked, with what a quiz must know of its fact and concept. */
export interface QuizMaterial {
  readonly card: NamedCard
  readonly factKind: FactKind
  readonly conceptAliases: readonly string[]
  /** The fact's own term, where that is filed by its topic; else null. */
  readonly ownTerm: string | null
  /** Where its note speaks of it, the outermost topic first. */
  readonly topic: readonly string[]
}

/** Every card that is asked with its fact and concept: questions and their wrong options come from all of them. */
export async function listQuizMaterial(db: Reader, learnerId: LearnerId): Promise<QuizMaterial[]> {
  return (await materialOf(db, learnerId).execute()).map(toMaterial)
}

type MaterialRow = Awaited<ReturnType<ReturnType<typeof materialOf>['execute']>>[number]

function toMaterial(row: MaterialRow): QuizMaterial {
  return {
    card: toNamedCard(row),
    factKind: row.fact_kind,
    conceptAliases: fromJson(row.aliases),
    ownTerm: row.by_topic === 1 ? row.fact_term : null,
    topic: fromJson(row.fact_topic),
  }
}

function materialOf(db: Reader, learnerId: LearnerId) {
  return db
    .selectFrom('cards')
    .innerJoin('concepts', (join) =>
      join
        .onRef('concepts.learner_id', '=', 'cards.learner_id')
        .onRef('concepts.id', '=', 'cards.concept_id'),
    )
    .innerJoin('facts', (join) =>
      join.onRef('facts.learner_id', '=', 'cards.learner_id').onRef('facts.fact_key', '=', 'cards.fact_key'),
    )
    .selectAll('cards')
    .select([
      'facts.kind as fact_kind',
      'facts.term as fact_term',
      'facts.by_topic',
      'facts.topic as fact_topic',
      'concepts.term',
      'concepts.aliases',
    ])
    .where('cards.learner_id', '=', learnerId)
    .where(isAskedSql)
    .orderBy('cards.id')
}

/** A text that is another one when cards, facts or what is accepted of them changed; answers leave it as it is. */
export async function readMaterialStamp(db: Reader, learnerId: LearnerId): Promise<string> {
  const changes = await db
    .selectFrom('library_changes')
    .select((eb) => [
      eb.fn.countAll<number>().as('changes'),
      eb.fn.max('at').as('changedAt'),
      eb.fn.max('undone_at').as('undoneAt'),
    ])
    .where('learner_id', '=', learnerId)
    .executeTakeFirstOrThrow()
  const cards = await db
    .selectFrom('cards')
    .select((eb) => [eb.fn.countAll<number>().as('cards'), eb.fn.max('id').as('newest')])
    .where('learner_id', '=', learnerId)
    .where(isAskedSql)
    .executeTakeFirstOrThrow()
  const accepted = await db
    .selectFrom('accepted_answers')
    .select((eb) => [eb.fn.countAll<number>().as('accepted'), eb.fn.max('accepted_at').as('acceptedAt')])
    .where('learner_id', '=', learnerId)
    .executeTakeFirstOrThrow()
  return JSON.stringify([changes, cards, accepted])
}
