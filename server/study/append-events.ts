import { v7 as uuidv7 } from 'uuid'
import type { Day, EpochMs } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import { eventsAhead } from '../../shared/schedule/events-ahead.ts'
import type { EventId } from '../../shared/schedule/review-event.ts'
import { findCardsAhead, readCardLogs } from '../db/card-logs.ts'
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

export interface AppendedEvents extends RecordedBatch {
  /** The undos that had to come with them: what they took back lay ahead of now and would have hidden the events. */
  readonly takenBack: ReadonlySet<string>
}

/**
 * Writes an event of one kind for each card into the learner's log, now. What a clock that ran ahead wrote later than now,
 * and would hide the event, is undone with it.
 */
export async function appendEvents(
  learner: Learner,
  answers: AnswerTurn,
  event: CardEvent,
  cardIds: readonly CardId[],
): Promise<AppendedEvents> {
  const { id: learnerId, db, clock, zone: deviceZone } = learner
  const now = clock()
  const { today, zone } = todayFor(await readSettings(db.reader, learnerId), deviceZone, now)
  const ahead = await findAhead(learner, event.kind, cardIds, now)
  const base = () => ({ id: uuidv7(), deviceId: serverDevice, at: now, zone, studyDay: today })
  const undos = cardIds.flatMap((cardId) =>
    (ahead.get(cardId) ?? []).map((targetId) => ({ ...base(), kind: 'undone', targetId })),
  )
  const events = [...undos, ...cardIds.map((cardId) => ({ ...event, ...base(), cardId }))]
  const recorded = await answers.record({ learnerId, events, receivedAt: now })
  return { ...recorded, takenBack: new Set(undos.map(({ id }) => id)) }
}

/** What of each card's log lies ahead of now and would hide an event of this kind. */
async function findAhead(
  { id: learnerId, db }: Learner,
  kind: CardEvent['kind'],
  cardIds: readonly CardId[],
  now: EpochMs,
): Promise<Map<CardId, EventId[]>> {
  const cards = await findCardsAhead(db.reader, learnerId, cardIds, now)
  const logs = await readCardLogs(db.reader, learnerId, cards)
  return new Map(
    cards.map((id) => [id, eventsAhead(logs.get(id) ?? [], kind, now).map((logged) => logged.event.id)]),
  )
}
