import type { Settings } from '../../shared/api/settings.ts'
import type { TasteReset } from '../../shared/card/learned-odds.ts'
import type { LearnerId, LogDigest } from '../../shared/schedule/review-event.ts'
import { sm2Profile } from '../../shared/schedule/profile.ts'
import { emptyDigest } from '../../shared/schedule/review-event.ts'
import type { StabilityPerInterval } from '../../shared/schedule/predicted-recall.ts'
import { fromJson, toJson } from './json-column.ts'
import type { FittedRecall } from './answer-store.ts'
import { toFittedRecall } from './learner-rows.ts'
import type { Reader, Writer } from './tables.ts'

/** The one learner of a server without accounts; null before the first start made it. */
export async function findLocalLearner(db: Reader): Promise<LearnerId | null> {
  const row = await db.selectFrom('learners').select('id').orderBy('created_at').limit(1).executeTakeFirst()
  return (row?.id ?? null) as LearnerId | null
}

/** Every learner, the local one first. */
export async function listLearners(db: Reader): Promise<LearnerId[]> {
  const rows = await db.selectFrom('learners').select('id').orderBy('created_at').execute()
  return rows.map((row) => row.id as LearnerId)
}

export async function insertLearner(
  trx: Writer,
  id: LearnerId,
  name: string,
  settings: Settings,
  now: number,
): Promise<void> {
  await trx
    .insertInto('learners')
    .values({
      id,
      name,
      created_at: now,
      settings: toJson(settings),
      event_count: emptyDigest.count,
      event_digest: emptyDigest.digest,
      profile: sm2Profile,
      sm2_recall: null,
      taste_reset: null,
    })
    .execute()
}

export async function findSettings(db: Reader, learnerId: LearnerId): Promise<Partial<Settings>> {
  const row = await db
    .selectFrom('learners')
    .select('settings')
    .where('id', '=', learnerId)
    .executeTakeFirstOrThrow()
  return fromJson(row.settings)
}

/** From when on the learner's decisions teach which cards they want; null when they never began anew. */
export async function findTasteReset(db: Reader, learnerId: LearnerId): Promise<TasteReset | null> {
  const row = await db
    .selectFrom('learners')
    .select('taste_reset')
    .where('id', '=', learnerId)
    .executeTakeFirstOrThrow()
  return row.taste_reset === null ? null : fromJson(row.taste_reset)
}

export async function saveTasteReset(trx: Writer, learnerId: LearnerId, reset: TasteReset): Promise<void> {
  await trx
    .updateTable('learners')
    .set({ taste_reset: toJson(reset) })
    .where('id', '=', learnerId)
    .execute()
}

export async function saveSettings(trx: Writer, learnerId: LearnerId, settings: Settings): Promise<void> {
  await trx
    .updateTable('learners')
    .set({ settings: toJson(settings) })
    .where('id', '=', learnerId)
    .execute()
}

export async function findLogDigest(db: Reader, learnerId: LearnerId): Promise<LogDigest> {
  return await db
    .selectFrom('learners')
    .select(['event_count as count', 'event_digest as digest'])
    .where('id', '=', learnerId)
    .executeTakeFirstOrThrow()
}

/** The profile that the schedules are folded with. */
export async function findActiveProfile(db: Reader, learnerId: LearnerId): Promise<string> {
  const row = await db
    .selectFrom('learners')
    .select('profile')
    .where('id', '=', learnerId)
    .executeTakeFirstOrThrow()
  return row.profile
}

export async function saveActiveProfile(trx: Writer, learnerId: LearnerId, profile: string): Promise<void> {
  await trx.updateTable('learners').set({ profile }).where('id', '=', learnerId).execute()
}

export async function saveLogDigest(trx: Writer, learnerId: LearnerId, log: LogDigest): Promise<void> {
  await trx
    .updateTable('learners')
    .set({ event_count: log.count, event_digest: log.digest })
    .where('id', '=', learnerId)
    .execute()
}

/** What the learner's predictions were fitted to. */
export async function findFittedRecall(db: Reader, learnerId: LearnerId): Promise<FittedRecall> {
  const row = await db
    .selectFrom('learners')
    .leftJoin('profiles', (join) =>
      join.onRef('profiles.learner_id', '=', 'learners.id').onRef('profiles.id', '=', 'learners.profile'),
    )
    .select(['learners.sm2_recall', 'profiles.parameters'])
    .where('learners.id', '=', learnerId)
    .executeTakeFirstOrThrow()
  return toFittedRecall(row)
}

export async function saveSm2Recall(
  trx: Writer,
  learnerId: LearnerId,
  factors: StabilityPerInterval,
): Promise<void> {
  await trx
    .updateTable('learners')
    .set({ sm2_recall: toJson(factors) })
    .where('id', '=', learnerId)
    .execute()
}
