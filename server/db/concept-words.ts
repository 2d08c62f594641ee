import { type SaidPrerequisite, prerequisiteOf } from '../../shared/concept/prerequisites.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { type ConceptWord, toConceptWord, toConceptWordRow } from './concept-rows.ts'
import type { Reader, Writer } from './tables.ts'

/** Everything the learner said about concepts by hand. */
export async function listConceptWords(db: Reader, learnerId: LearnerId): Promise<ConceptWord[]> {
  const rows = await db
    .selectFrom('concept_words')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .orderBy('change_id')
    .orderBy('subject')
    .execute()
  return rows.map(toConceptWord)
}

/** Which concept builds on which, and which does not, as the learner said. */
export async function listSaidPrerequisites(db: Reader, learnerId: LearnerId): Promise<SaidPrerequisite[]> {
  return (await listConceptWords(db, learnerId))
    .filter(({ kind }) => kind === 'needs')
    .map(({ subject, value }) => ({ ...prerequisiteOf(subject), holds: value === 'yes' }))
}

/** Stores a word; what was said before about the same thing gives way. */
export async function saveConceptWord(trx: Writer, learnerId: LearnerId, word: ConceptWord): Promise<void> {
  await deleteConceptWord(trx, learnerId, word)
  await trx.insertInto('concept_words').values(toConceptWordRow(learnerId, word)).execute()
}

export async function deleteConceptWord(
  trx: Writer,
  learnerId: LearnerId,
  { kind, subject }: Pick<ConceptWord, 'kind' | 'subject'>,
): Promise<void> {
  await trx
    .deleteFrom('concept_words')
    .where('learner_id', '=', learnerId)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .execute()
}
