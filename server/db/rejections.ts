import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import { isQuestionSpan } from '../../shared/card/rejected-spans.ts'
import { findConceptsOfLines } from './ignored-facts.ts'
import { inChunks } from './in-chunks.ts'
import { fromJson, toJson } from './json-column.ts'
import { dropStandingsOf } from './standings.ts'
import type { Reader, Writer } from './tables.ts'

/** Lines, or a question, that give no card because the learner said so. */
export interface Rejection {
  readonly id: string
  /** `spanKey` or `questionSpan` of shared/card/rejected-spans.ts. */
  readonly span: string
  /** The lines as they were, or the question. */
  readonly quote: readonly string[]
  readonly madeAt: EpochMs
}

/** Everything that gives no card because the learner said so. */
export async function listRejections(db: Reader, learnerId: LearnerId): Promise<Rejection[]> {
  const rows = await db
    .selectFrom('rejections')
    .select(['id', 'span', 'quote', 'made_at as madeAt'])
    .where('learner_id', '=', learnerId)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, quote: fromJson(row.quote) }))
}

/** Stores rejections; a span that was rejected before stays as it is. */
export async function insertRejections(
  trx: Writer,
  learnerId: LearnerId,
  rejections: readonly Rejection[],
): Promise<void> {
  for (const chunk of inChunks(rejections, 100)) {
    await trx
      .insertInto('rejections')
      .values(
        chunk.map(({ id, span, quote, madeAt }) => ({
          learner_id: learnerId,
          id,
          span,
          quote: toJson(quote),
          made_at: madeAt,
        })),
      )
      .onConflict((conflict) => conflict.columns(['learner_id', 'span']).doNothing())
      .execute()
  }
  await leaveToBeMadeAnew(trx, learnerId, rejections)
}

export async function deleteRejections(
  trx: Writer,
  learnerId: LearnerId,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const gone = new Set(ids)
  const rejections = (await listRejections(trx, learnerId)).filter(({ id }) => gone.has(id))
  for (const chunk of inChunks(ids, 500)) {
    await trx.deleteFrom('rejections').where('learner_id', '=', learnerId).where('id', 'in', chunk).execute()
  }
  await leaveToBeMadeAnew(trx, learnerId, rejections)
}

/** What is kept of a concept counts no fact of which every line is rejected. */
async function leaveToBeMadeAnew(
  trx: Writer,
  learnerId: LearnerId,
  rejections: readonly Rejection[],
): Promise<void> {
  const lines = new Set(rejections.map(({ span }) => span).filter((span) => !isQuestionSpan(span)))
  await dropStandingsOf(trx, learnerId, await findConceptsOfLines(trx, learnerId, lines))
}
