import { sql } from 'kysely'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { FactKind } from '../../shared/fact/fact.ts'
import type { QuizQuestion } from '../../shared/quiz/question.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { QuizAnswer } from './answer-store.ts'
import { isAskedSql } from './asked.ts'
import { type NamedCard, toNamedCard } from './card-rows.ts'
import { fromJson, toJson } from './json-column.ts'
import { toQuestion } from './stored-question.ts'
import type { Reader, Writer } from './tables.ts'

/** A quiz as it is stored, the key of each question included. */
export interface StoredQuiz {
  readonly id: string
  readonly conceptId: ConceptId | null
  readonly createdAt: EpochMs
  readonly questions: readonly QuizQuestion[]
}

/** What was answered to a question, as far as a page shows it. */
export type AnsweredQuestion = Pick<QuizAnswer, 'questionId' | 'given' | 'optionIndex' | 'verdict'>

/** One quiz with its questions. */
export async function findQuiz(
  db: Reader,
  learnerId: LearnerId,
  id: string,
): Promise<StoredQuiz | undefined> {
  const row = await db
    .selectFrom('quizzes')
    .select(['concept_id as conceptId', 'created_at as createdAt', 'questions'])
    .where('learner_id', '=', learnerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id, ...row, questions: fromJson(row.questions).map(toQuestion) }
}

/** What was answered so far. */
export function listQuizAnswers(
  db: Reader,
  learnerId: LearnerId,
  quizId: string,
): Promise<AnsweredQuestion[]> {
  return db
    .selectFrom('quiz_answers')
    .select(['question_id as questionId', 'given', 'option_index as optionIndex', 'verdict'])
    .where('learner_id', '=', learnerId)
    .where('quiz_id', '=', quizId)
    .execute()
}

/** Stores a new quiz. */
export async function insertQuiz(trx: Writer, learnerId: LearnerId, quiz: StoredQuiz): Promise<void> {
  await trx
    .insertInto('quizzes')
    .values({
      learner_id: learnerId,
      id: quiz.id,
      concept_id: quiz.conceptId,
      created_at: quiz.createdAt,
      questions: toJson(quiz.questions),
    })
    .execute()
}

/** A card that is asked, with what a quiz must know of its fact and concept. */
export interface QuizMaterial {
  readonly card: NamedCard
  readonly factKind: FactKind
  readonly conceptAliases: readonly string[]
  /** The fact's own term, where that is filed by its topic; else null. */
  readonly ownTerm: string | null
}

/** Every card that is asked with its fact and concept: questions and their wrong options come from all of them. */
export async function listQuizMaterial(db: Reader, learnerId: LearnerId): Promise<QuizMaterial[]> {
  return (await materialOf(db, learnerId).execute()).map(toMaterial)
}

/**
 * Of these cards only those whose names may read as one of the texts, which are normalised: they hold its longest word of
 * plain letters and digits, or a character that can be written in several ways.
 */
export async function listQuizMaterialWith(
  db: Reader,
  learnerId: LearnerId,
  texts: readonly string[],
): Promise<QuizMaterial[]> {
  const words = [...new Set(texts.map(longestPlainWord))].filter((word) => word !== '')
  const names = [
    sql`concepts.term`,
    sql`concepts.aliases`,
    sql`cards.back`,
    sql`cards.edited_back`,
    sql`cards.accepted`,
  ]
  const mayRead = names.flatMap((name) => [
    sql<boolean>`${name} glob '*[^ -~]*'`,
    ...words.map((word) => sql<boolean>`replace(${name}, '\`', '') like ${`%${word}%`}`),
  ])
  const rows = await materialOf(db, learnerId)
    .where((eb) => eb.or(mayRead))
    .execute()
  return rows.map(toMaterial)
}

function longestPlainWord(text: string): string {
  const words = text.match(/[a-z0-9]+/g) ?? []
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '')
}

type MaterialRow = Awaited<ReturnType<ReturnType<typeof materialOf>['execute']>>[number]

function toMaterial(row: MaterialRow): QuizMaterial {
  return {
    card: toNamedCard(row),
    factKind: row.fact_kind,
    conceptAliases: fromJson(row.aliases),
    ownTerm: row.by_topic === 1 ? row.fact_term : null,
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
      'concepts.term',
      'concepts.aliases',
    ])
    .where('cards.learner_id', '=', learnerId)
    .where(isAskedSql)
    .orderBy('cards.id')
}
