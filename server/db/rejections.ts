import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { inChunks } from './in-chunks.ts'
import type { Reader, RejectionsTable, Writer } from './tables.ts'

/** Every span of lines that gives no card because the learner said so. */
export function listRejections(db: Reader, learnerId: LearnerId): Promise<RejectionsTable[]> {
  return db
    .selectFrom('rejections')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
}

/** Stores rejections; a span that was rejected before stays as it is. */
export async function insertRejections(trx: Writer, rows: readonly RejectionsTable[]): Promise<void> {
  for (const chunk of inChunks(rows, 100)) {
    await trx
      .insertInto('rejections')
      .values(chunk)
      .onConflict((conflict) => conflict.columns(['learner_id', 'span']).doNothing())
      .execute()
  }
}

export async function deleteRejections(
  trx: Writer,
  learnerId: LearnerId,
  ids: readonly string[],
): Promise<void> {
  for (const chunk of inChunks(ids, 500)) {
    await trx.deleteFrom('rejections').where('learner_id', '=', learnerId).where('id', 'in', chunk).execute()
  }
}
