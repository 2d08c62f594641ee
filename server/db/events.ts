import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { EventsTable, Reader } from './tables.ts'

export function findEvent(db: Reader, learnerId: LearnerId, id: string): Promise<EventsTable | undefined> {
  return db
    .selectFrom('events')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .where('id', '=', id)
    .executeTakeFirst()
}
