import { DecisionsBody, DecisionsReply, InboxQuery, InboxReply } from '../../shared/api/inbox.ts'
import { Problem } from '../../shared/api/common.ts'
import type { App, Deps } from '../deps.ts'
import { decide } from '../library/decide.ts'
import { openInbox } from '../library/inbox.ts'
import { appendEvents } from '../study/append-events.ts'
import { typedQuery } from './typed-query.ts'

/** `/inbox`: doubtful cards, changes of meaning and vanished sources that wait for the learner's word. */
export async function inboxRoutes(app: App, { answers }: Deps): Promise<void> {
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
    ({ query, learner }) => openInbox(learner, { ...query, limit: query.limit ?? 50 }),
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
    async ({ body, learner }) => {
      const { anew, ...reply } = await decide(learner, body)
      if (anew.length > 0) await appendEvents(learner, answers, { kind: 'reset' }, anew)
      return reply
    },
  )
}
