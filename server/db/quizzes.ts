import type { LearnerId } from '../../shared/schedule/review-event.ts'
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

export interface QuizMaterialRow {
  readonly id: string
  readonly kind: string
  readonly fact_kind: string
  readonly fact_key: string
  readonly front: string
  readonly back: string
  readonly edited_front: string | null
  readonly edited_back: string | null
  readonly accepted: string
  readonly sources: string
  readonly concept_id: string
  readonly term: string
  readonly aliases: string
}

/** Every ready card with its fact and concept: questions and their wrong options come from all of them. */
export function listQuizMaterial(db: Reader, learnerId: LearnerId): Promise<QuizMaterialRow[]> {
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
    .select([
      'cards.id',
      'cards.kind',
      'facts.kind as fact_kind',
      'cards.fact_key',
      'front',
      'back',
      'edited_front',
      'edited_back',
      'accepted',
      'cards.sources',
      'cards.concept_id',
      'concepts.term',
      'aliases',
    ])
    .where('cards.learner_id', '=', learnerId)
    .where((eb) =>
      eb.or([
        eb('cards.status', '=', 'ready'),
        eb.and([eb('cards.status', '=', 'doubtful'), eb('accepted_at', 'is not', null)]),
      ]),
    )
    .orderBy('cards.id')
    .execute()
}
