import type { FactKind } from '../../shared/fact/fact.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { isAskedSql } from './asked.ts'
import { type NamedCard, toNamedCard } from './card-rows.ts'
import { fromJson } from './json-column.ts'
import type { QuizAnswersTable, QuizzesTable, Reader, Writer } from './tables.ts'

export function findQuiz(db: Reader, learnerId: LearnerId, id: string): Promise<QuizzesTable | undefined> {
  return db
    .selectFrom('quizzes')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function listQuizAnswers(
  db: Reader,
  learnerId: LearnerId,
  quizId: string,
): Promise<QuizAnswersTable[]> {
  return db
    .selectFrom('quiz_answers')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('quiz_id', '=', quizId)
    .execute()
}

export async function insertQuiz(trx: Writer, quiz: QuizzesTable): Promise<void> {
  await trx.insertInto('quizzes').values(quiz).execute()
}

/** The first answer to a question stays: a resend changes nothing. */
export async function insertQuizAnswer(trx: Writer, answer: QuizAnswersTable): Promise<void> {
  await trx
    .insertInto('quiz_answers')
    .values(answer)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A card that is asked, with what a quiz must know of its fact and concept. */
export interface QuizMaterial {
  readonly card: NamedCard
  readonly factKind: FactKind
  readonly conceptAliases: readonly string[]
}

/** Every card that is asked with its fact and concept: questions and their wrong options come from all of them. */
export async function listQuizMaterial(db: Reader, learnerId: LearnerId): Promise<QuizMaterial[]> {
  const rows = await db
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
    .select(['facts.kind as fact_kind', 'concepts.term', 'concepts.aliases'])
    .where('cards.learner_id', '=', learnerId)
    .where(isAskedSql)
    .orderBy('cards.id')
    .execute()
  return rows.map((row) => ({
    card: toNamedCard(row),
    factKind: row.fact_kind,
    conceptAliases: fromJson(row.aliases),
  }))
}
