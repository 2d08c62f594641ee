import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { ConceptWordsTable, Reader, Writer } from './tables.ts'

/** Everything the learner said about concepts by hand. */
export function listConceptWords(db: Reader, learnerId: LearnerId): Promise<ConceptWordsTable[]> {
  return db
    .selectFrom('concept_words')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .orderBy('change_id')
    .orderBy('subject')
    .execute()
}

/** Stores a word; what was said before about the same thing gives way. */
export async function saveConceptWord(trx: Writer, word: ConceptWordsTable): Promise<void> {
  await deleteConceptWord(trx, word)
  await trx.insertInto('concept_words').values(word).execute()
}

export async function deleteConceptWord(
  trx: Writer,
  word: Pick<ConceptWordsTable, 'learner_id' | 'kind' | 'subject'>,
): Promise<void> {
  await trx
    .deleteFrom('concept_words')
    .where('learner_id', '=', word.learner_id)
    .where('kind', '=', word.kind)
    .where('subject', '=', word.subject)
    .execute()
}
