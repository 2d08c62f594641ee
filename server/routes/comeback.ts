import { ComebackQuery, ComebackReply } from '../../shared/api/comeback.ts'
import { Problem } from '../../shared/api/common.ts'
import { comebackDays } from '../../shared/queue/plan-comeback.ts'
import type { App } from '../deps.ts'
import { openComeback } from '../study/open-comeback.ts'
import { typedQuery } from './typed-query.ts'

/** `GET /comeback`: what working off a backlog over some days would ask of each. */
export async function comebackRoutes(app: App): Promise<void> {
  app.get(
    '/comeback',
    {
      preValidation: typedQuery('days'),
      schema: {
        summary: 'A backlog spread over some days, before the learner agrees to it (setting “comeback”)',
        querystring: ComebackQuery,
        response: { 200: ComebackReply, '4xx': Problem },
      },
    },
    ({ query, learner }) => openComeback(learner, query.days ?? comebackDays.usual),
  )
}
