import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { LibraryChangesTable, Reader, Writer } from './tables.ts'

/** A change without what it takes to undo it, which may be long. */
export type LibraryChangeRow = Omit<LibraryChangesTable, 'before'> & { undoable: number }

/** The changes since a moment, newest first. */
export function listLibraryChanges(
  db: Reader,
  learnerId: LearnerId,
  since: number,
): Promise<LibraryChangeRow[]> {
  return db
    .selectFrom('library_changes')
    .select(['learner_id', 'id', 'kind', 'at', 'sentence', 'undone_at'])
    .select((eb) => eb.case().when('before', 'is', null).then(0).else(1).end().as('undoable'))
    .where('learner_id', '=', learnerId)
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export function findLibraryChange(
  db: Reader,
  learnerId: LearnerId,
  id: string,
): Promise<LibraryChangesTable | undefined> {
  return db
    .selectFrom('library_changes')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Stores a change, and lets go of what only undoing much older ones would need. */
export async function insertLibraryChange(
  trx: Writer,
  change: LibraryChangesTable,
  forgetBefore: number,
): Promise<void> {
  await trx
    .updateTable('library_changes')
    .set({ before: null })
    .where('learner_id', '=', change.learner_id)
    .where('at', '<', forgetBefore)
    .where('before', 'is not', null)
    // A word about a concept can always be taken back.
    .where('kind', '<>', 'concept')
    .execute()
  await trx.insertInto('library_changes').values(change).execute()
}

export async function markUndone(
  trx: Writer,
  learnerId: LearnerId,
  id: string,
  undoneAt: number,
): Promise<void> {
  await trx
    .updateTable('library_changes')
    .set({ undone_at: undoneAt })
    .where('learner_id', '=', learnerId)
    .where('id', '=', id)
    .execute()
}
