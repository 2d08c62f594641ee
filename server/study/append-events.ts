import { v7 as uuidv7 } from 'uuid'
import type { Day } from '../../shared/basics/time.ts'
import type { Learner } from '../learner.ts'
import type { AnswerTurn } from './answer-turn.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import type { RecordedBatch } from './record-reviews.ts'

/** The device that events are from when the server itself writes them on the learner's word. */
export const serverDevice = 'server'

/** What the learner says about a card besides an answer. */
export type CardEvent =
  | { readonly kind: 'suspended' | 'resumed' | 'reset' }
  | { readonly kind: 'buried'; readonly until: Day }
  | { readonly kind: 'dueSet'; readonly dueOn: Day }

/** Writes an event of one kind for each card into the learner's log, now. */
export async function appendEvents(
  { id: learnerId, db, clock, zone: deviceZone }: Learner,
  answers: AnswerTurn,
  event: CardEvent,
  cardIds: readonly string[],
): Promise<RecordedBatch> {
  const now = clock()
  const { today, zone } = todayFor(await readSettings(db.reader, learnerId), deviceZone, now)
  const events = cardIds.map((cardId) => ({
    ...event,
    id: uuidv7(),
    deviceId: serverDevice,
    at: now,
    zone,
    studyDay: today,
    cardId,
  }))
  return answers.record({ learnerId, events, receivedAt: now })
}
