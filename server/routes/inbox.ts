import { DecisionsBody, DecisionsReply, InboxQuery, InboxReply } from '../../shared/api/inbox.ts'
import { Problem } from '../../shared/api/common.ts'
import type { App, Deps } from '../deps.ts'
import { decide } from '../library/decide.ts'
import { openInbox } from '../library/inbox.ts'
import { appendEvents } from '../study/append-events.ts'
import { typedQuery } from './typed-query.ts'

/** `/inbox`: doubtful cards, changes of meaning and vanished sources that wait for the learner's word. */
export async function inboxRoutes(app: App, deps: Deps): Promise<void> {
  const { db, learnerId, library } = deps
  app.get(
    '/inbox',
    {
      preValidation: typedQuery('limit'),
      schema: {
        summary: 'What waits for the learner, a page at a time',
        querystring: InboxQuery,
        response: { 200: InboxReply, '4xx': Problem },
      },
    },
    ({ query }) => openInbox(db.reader, learnerId, { ...query, limit: query.limit ?? 50 }),
  )

  app.post(
    '/inbox/decisions',
    {
      schema: {
        summary: 'Decide on what waits; undone by DELETE /changes/:id',
        body: DecisionsBody,
        response: { 200: DecisionsReply, '4xx': Problem, '5xx': Problem },
      },
    },
    async ({ body }) => {
      const { anew, ...reply } = await decide(library, body)
      if (anew.length > 0) await appendEvents(deps, { kind: 'reset' }, anew)
      return reply
    },
  )
}
