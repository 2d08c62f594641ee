import type { EpochMs } from '../../shared/basics/time.ts'
import type { FsrsSetting } from '../../shared/schedule/profile.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { fromJson, toJson } from './json-column.ts'
import type { ProfilesTable, Reader, Writer } from './tables.ts'

/** A scheduler's parameters by the name that events know them by. */
export interface StoredProfile {
  readonly id: string
  readonly setting: FsrsSetting
  readonly madeAt: EpochMs
  /** JSON: what showed that these parameters predict better than those before. */
  readonly evidence: string | null
}

/** One profile by its name. */
export async function findProfile(
  db: Reader,
  learnerId: LearnerId,
  id: string,
): Promise<StoredProfile | undefined> {
  const row = await db
    .selectFrom('profiles')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toProfile(row)
}

/** Every profile that the learner ever used, newest first. */
export async function listProfiles(db: Reader, learnerId: LearnerId): Promise<StoredProfile[]> {
  const rows = await db
    .selectFrom('profiles')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toProfile)
}

/** Stores a profile; one of the same name holds the same parameters and stays. */
export async function insertProfile(
  trx: Writer,
  learnerId: LearnerId,
  { id, setting, madeAt, evidence }: StoredProfile,
): Promise<void> {
  await trx
    .insertInto('profiles')
    .values({
      learner_id: learnerId,
      id,
      scheduler: 'fsrs',
      parameters: toJson(setting),
      made_at: madeAt,
      evidence,
    })
    .onConflict((conflict) => conflict.columns(['learner_id', 'id']).doNothing())
    .execute()
}

function toProfile({ id, parameters, made_at: madeAt, evidence }: ProfilesTable): StoredProfile {
  return { id, setting: fromJson(parameters), madeAt, evidence }
}
