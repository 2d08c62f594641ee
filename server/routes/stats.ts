import { Type } from 'typebox'
import { Problem, closed } from '../../shared/api/common.ts'
import { StatsReply } from '../../shared/api/stats.ts'
import type { App } from '../deps.ts'
import { openStats } from '../study/open-stats.ts'

/** `GET /stats`: what was done, and what is coming. */
export async function statsRoutes(app: App): Promise<void> {
  app.get(
    '/stats',
    {
      schema: {
        summary: 'Answers by day, retention, forecast',
        querystring: Type.Object({ zone: Type.Optional(Type.String({ maxLength: 64 })) }, closed),
        response: { 200: StatsReply, '4xx': Problem },
      },
    },
    ({ learner }) => openStats(learner),
  )
}
