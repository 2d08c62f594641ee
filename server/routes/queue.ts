import { Problem } from '../../shared/api/common.ts'
import { QueueQuery, QueueReply } from '../../shared/api/queue.ts'
import type { App, Deps } from '../deps.ts'
import { openQueue } from '../study/open-queue.ts'
import { typedQuery } from './typed-query.ts'

/** `GET /queue`: what is to be asked today. */
export async function queueRoutes(app: App, { db, learnerId, clock }: Deps): Promise<void> {
  app.get(
    '/queue',
    {
      preValidation: typedQuery('limit'),
      schema: {
        summary: 'Today’s cards in the order they are asked, with their previews and counts',
        querystring: QueueQuery,
        response: { 200: QueueReply, '4xx': Problem },
      },
    },
    ({ query }) =>
      openQueue(
        db.reader,
        learnerId,
        { limit: query.limit ?? 50, zone: query.zone, conceptId: query.conceptId },
        clock(),
        db.epoch,
      ),
  )
}
