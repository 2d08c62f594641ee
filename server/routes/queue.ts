import { Problem } from '../../shared/api/common.ts'
import { QueueQuery, QueueReply } from '../../shared/api/queue.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { App, Deps } from '../deps.ts'
import { findActiveProfile } from '../db/learners.ts'
import type { PartFilter } from '../study/name-part.ts'
import { openQueue } from '../study/open-queue.ts'
import { isSteeringStale, steerDay } from '../study/steer-day.ts'
import { typedQuery } from './typed-query.ts'

/** `GET /queue`: what is to be asked today. */
export async function queueRoutes(app: App, { schedulers, matchPattern, runMemory }: Deps): Promise<void> {
  app.get(
    '/queue',
    {
      preValidation: typedQuery('limit', 'practice'),
      schema: {
        summary: 'Today’s cards in the order they are asked, with their previews and counts',
        querystring: QueueQuery,
        response: { 200: QueueReply, '4xx': Problem },
      },
    },
    async ({ query, learner }) => {
      const { id, db } = learner
      const scheduler = schedulers.of(await findActiveProfile(db.reader, id))
      const { limit = 50 } = query
      const conceptId = query.conceptId as ConceptId | undefined
      const reply = await openQueue(
        learner,
        { limit, conceptId, part: toPart(query) },
        scheduler,
        matchPattern,
      )
      // Nobody waits for it: the next look at the queue has the new limit.
      if (isSteeringStale(reply.settings, reply.today))
        steerDay(learner, runMemory).catch((error: unknown) =>
          app.log.error({ err: error }, 'the new cards of the day could not be worked out'),
        )
      return reply
    },
  )
}

/** Any search but the concept alone is a part of its own; with the concept it is one when the learner says so. */
function toPart({
  conceptId,
  noteId,
  folder,
  tag,
  topic,
  state,
  q,
  practice,
}: QueueQuery): PartFilter | null {
  const words = q?.trim() === '' ? undefined : q
  const isChosen = [noteId, folder, tag, topic, state, words].some((part) => part !== undefined)
  return isChosen || practice === true ? { conceptId, noteId, folder, tag, topic, state, q: words } : null
}
