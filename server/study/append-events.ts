import { v7 as uuidv7 } from 'uuid'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/open-database.ts'
import type { AnswerTurn } from './answer-turn.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import type { RecordedBatch } from './record-reviews.ts'

/** The device that events are from when the server itself writes them on the learner's word. */
export const serverDevice = 'server'

interface Log {
  readonly db: Database
  readonly learnerId: LearnerId
  readonly clock: Clock
  readonly answers: AnswerTurn
}

/** Writes an event of one kind for each card into the learner's log, now. */
export async function appendEvents(
  { db, learnerId, clock, answers }: Log,
  kind: 'suspended' | 'resumed' | 'reset',
  cardIds: readonly string[],
): Promise<RecordedBatch> {
  const now = clock()
  const { today, zone } = todayFor(await readSettings(db.reader, learnerId), undefined, now)
  const events = cardIds.map((cardId) => ({
    kind,
    id: uuidv7(),
    deviceId: serverDevice,
    at: now,
    zone,
    studyDay: today,
    cardId,
  }))
  return answers.record({ learnerId, events, receivedAt: now })
}
