import type { EpochMs } from '../../shared/basics/time.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { inChunks } from './in-chunks.ts'
import type { Reader, Writer } from './tables.ts'

/** A text that a model was sent, by its hash, and how many drafts came of it. */
export interface DraftedSection {
  readonly contentHash: string
  readonly model: string
  readonly at: EpochMs
  readonly drafts: number
}

/** Which of these texts the model was sent before. */
export async function findDraftedSections(
  db: Reader,
  learnerId: LearnerId,
  model: string,
  hashes: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>()
  for (const chunk of inChunks(hashes, 500)) {
    const rows = await db
      .selectFrom('drafted_sections')
      .select('content_hash as contentHash')
      .where('learner_id', '=', learnerId)
      .where('model', '=', model)
      .where('content_hash', 'in', chunk)
      .execute()
    for (const { contentHash } of rows) found.add(contentHash)
  }
  return found
}

/** What was sent since then, whatever the model. */
export function listDraftedSince(
  db: Reader,
  learnerId: LearnerId,
  since: EpochMs,
): Promise<Pick<DraftedSection, 'at' | 'drafts'>[]> {
  return db
    .selectFrom('drafted_sections')
    .select(['at', 'drafts'])
    .where('learner_id', '=', learnerId)
    .where('at', '>=', since)
    .execute()
}

/** Remembers what was sent. A text that is sent once more counts for both times. */
export async function rememberSection(
  trx: Writer,
  learnerId: LearnerId,
  { contentHash, model, at, drafts }: DraftedSection,
): Promise<void> {
  await trx
    .insertInto('drafted_sections')
    .values({ learner_id: learnerId, content_hash: contentHash, model, at, drafts })
    .onConflict((conflict) =>
      conflict.columns(['learner_id', 'content_hash', 'model']).doUpdateSet((eb) => ({
        at: eb.ref('excluded.at'),
        drafts: eb('drafted_sections.drafts', '+', eb.ref('excluded.drafts')),
      })),
    )
    .execute()
}
