import type { EpochMs } from '../../shared/basics/time.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { type Before, toBefore } from './before-column.ts'
import type { Json } from './json-column.ts'
import type { BeforeRows, LibraryChangesTable, Reader, Writer } from './tables.ts'

/** One change of the library, without what it takes to undo it, which may be long. */
export interface ChangeSummary {
  readonly id: string
  readonly kind: LibraryChangesTable['kind']
  readonly at: EpochMs
  readonly sentence: string
  readonly undoable: boolean
  readonly undoneAt: EpochMs | null
}

/** What is stored of a change that was made just now. */
export interface NewChange extends Pick<ChangeSummary, 'id' | 'kind' | 'at' | 'sentence'> {
  /** What it takes to undo it; null when it cannot be undone. */
  readonly before: Json<BeforeRows> | null
}

const summaryColumns = ['id', 'kind', 'at', 'sentence', 'undone_at as undoneAt'] as const

/** The changes since a moment, newest first. */
export async function listLibraryChanges(
  db: Reader,
  learnerId: LearnerId,
  since: EpochMs,
): Promise<ChangeSummary[]> {
  const rows = await db
    .selectFrom('library_changes')
    .select(summaryColumns)
    .select((eb) => eb.case().when('before', 'is', null).then(0).else(1).end().as('undoable'))
    .where('learner_id', '=', learnerId)
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, undoable: row.undoable === 1 }))
}

/** One change with what it takes to undo it; null when it cannot be undone. */
export async function findLibraryChange(
  db: Reader,
  learnerId: LearnerId,
  id: string,
): Promise<(ChangeSummary & { readonly before: Before | null }) | undefined> {
  const row = await db
    .selectFrom('library_changes')
    .select([...summaryColumns, 'before'])
    .where('learner_id', '=', learnerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, undoable: row.before !== null, before: row.before && toBefore(row.before) }
}

/** Stores a change, and lets go of what only undoing much older ones would need. */
export async function insertLibraryChange(
  trx: Writer,
  learnerId: LearnerId,
  change: NewChange,
  forgetBefore: EpochMs,
): Promise<void> {
  await trx
    .updateTable('library_changes')
    .set({ before: null })
    .where('learner_id', '=', learnerId)
    .where('at', '<', forgetBefore)
    .where('before', 'is not', null)
    // A word about a concept can always be taken back.
    .where('kind', '<>', 'concept')
    .execute()
  await trx
    .insertInto('library_changes')
    .values({ learner_id: learnerId, ...change, undone_at: null })
    .execute()
}

/** Whether anything but decisions on cards changed the library after a change, or was taken back since. */
export async function hasReadSince(
  db: Reader,
  learnerId: LearnerId,
  { id, at }: ChangeSummary,
): Promise<boolean> {
  const found = await db
    .selectFrom('library_changes')
    .select('id')
    .where('learner_id', '=', learnerId)
    .where('kind', '<>', 'decision')
    .where((eb) =>
      eb.or([eb('at', '>', at), eb.and([eb('at', '=', at), eb('id', '>', id)]), eb('undone_at', '>=', at)]),
    )
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

export async function markUndone(
  trx: Writer,
  learnerId: LearnerId,
  id: string,
  undoneAt: EpochMs,
): Promise<void> {
  await trx
    .updateTable('library_changes')
    .set({ undone_at: undoneAt })
    .where('learner_id', '=', learnerId)
    .where('id', '=', id)
    .execute()
}
