import { Type } from 'typebox'
import { v7 as uuidv7 } from 'uuid'
import { Problem, Uuid, closed } from '../../shared/api/common.ts'
import { LogQuery, LogReply, ReviewsBody, ReviewsReply } from '../../shared/api/reviews.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import { findEvent, listLogAfter } from '../db/events.ts'
import { findLogDigest } from '../db/learners.ts'
import type { EventId } from '../../shared/schedule/review-event.ts'
import type { App, Deps } from '../deps.ts'
import type { Learner } from '../learner.ts'
import { serverDevice } from '../study/append-events.ts'
import { readSettings, todayFor } from '../study/learner-settings.ts'
import type { RecordedBatch } from '../study/record-reviews.ts'
import { followProfile } from '../study/refold.ts'
import { typedQuery } from './typed-query.ts'

const maxEvents = 1000

/** `POST /reviews`: the one way into the log. `DELETE /reviews/:id` is a convenience that appends an `undone`. */
export async function reviewsRoutes(app: App, { answers, schedulers }: Deps): Promise<void> {
  const record = async (learner: Learner, events: readonly unknown[], receivedAt: EpochMs) => {
    const recorded = await answers.record({ learnerId: learner.id, events, receivedAt })
    if (recorded.asksForProfile) await followProfile(learner, schedulers)
    return toReviewsReply(recorded, learner.db.epoch)
  }

  app.post(
    '/reviews',
    {
      config: { judgesEach: true },
      schema: {
        summary: 'Add a batch of events to the log; each is recorded, a duplicate, or rejected with a code',
        body: ReviewsBody,
        response: { 200: ReviewsReply, '4xx': Problem, '5xx': Problem },
      },
    },
    async ({ body, learner }) => {
      if (body.events.length > maxEvents) {
        throw new Refusal('too_many_events', `A batch may hold ${maxEvents} events; send these in several.`)
      }
      return record(learner, body.events, learner.clock())
    },
  )

  app.get(
    '/reviews',
    {
      preValidation: typedQuery('after', 'limit'),
      schema: {
        summary: 'The log in the order of arrival, a part at a time: what another device did',
        querystring: LogQuery,
        response: { 200: LogReply, '4xx': Problem },
      },
    },
    async ({ query, learner: { id: learnerId, db } }) => {
      const limit = query.limit ?? 500
      const { events, position } = await listLogAfter(db.reader, learnerId, query.after ?? 0, limit)
      return {
        events: events.map(({ event, receivedAt, countedOn }) => ({ event, receivedAt, countedOn })),
        position,
        more: events.length === limit,
        log: await findLogDigest(db.reader, learnerId),
        epoch: db.epoch,
      }
    },
  )

  app.delete(
    '/reviews/:id',
    {
      schema: {
        summary: 'Undo an event: appends an “undone”, deletes nothing',
        params: Type.Object({ id: Type.Unsafe<EventId>(Uuid) }, closed),
        response: { 200: ReviewsReply, '4xx': Problem },
      },
    },
    async ({ params, learner }) => {
      const { id: learnerId, db, clock } = learner
      const target = await findEvent(db.reader, learnerId, params.id)
      if (target === undefined) throw new Refusal('not_found', `There is no event ${params.id} in the log.`)
      const settings = await readSettings(db.reader, learnerId)
      const now = clock()
      const { today, zone } = todayFor(settings, target.event.zone, now)
      const undone = {
        kind: 'undone',
        id: uuidv7(),
        deviceId: serverDevice,
        at: now,
        zone,
        studyDay: today,
        targetId: params.id,
      }
      return record(learner, [undone], now)
    },
  )
}

/** What a batch came to, as the API says it. */
export function toReviewsReply({ verdicts, states, log }: RecordedBatch, epoch: string): ReviewsReply {
  return {
    verdicts: [...verdicts],
    states: [...states].map(([cardId, state]) => ({ cardId, state })),
    log,
    epoch,
  }
}
