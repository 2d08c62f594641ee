import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { ProfilesTable, Reader, Writer } from './tables.ts'

/** A scheduler's parameters by the name that events know them by. */
export function findProfile(
  db: Reader,
  learnerId: LearnerId,
  id: string,
): Promise<ProfilesTable | undefined> {
  return db
    .selectFrom('profiles')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Every profile that the learner ever used, newest first. */
export function listProfiles(db: Reader, learnerId: LearnerId): Promise<ProfilesTable[]> {
  return db
    .selectFrom('profiles')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
}

/** Stores a profile; one of the same name holds the same parameters and stays. */
export async function insertProfile(trx: Writer, profile: ProfilesTable): Promise<void> {
  await trx
    .insertInto('profiles')
    .values(profile)
    .onConflict((conflict) => conflict.columns(['learner_id', 'id']).doNothing())
    .execute()
}
