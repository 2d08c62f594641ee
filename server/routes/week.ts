import { Problem } from '../../shared/api/common.ts'
import { WeekQuery, WeekReply } from '../../shared/api/week.ts'
import type { App, Deps } from '../deps.ts'
import { openWeek } from '../study/open-week.ts'

/** `GET /week`: what was learnt in a week, what slipped, and what comes. What else is worth doing, `GET /mastery` says. */
export async function weekRoutes(app: App, { runMemory }: Deps): Promise<void> {
  app.get(
    '/week',
    {
      schema: {
        summary:
          'The week, Monday to Sunday, that a day lies in: answers, levels that moved, what was forgotten and is still open',
        querystring: WeekQuery,
        response: { 200: WeekReply, '4xx': Problem, '5xx': Problem },
      },
    },
    ({ learner, query }) => openWeek(learner, runMemory, query),
  )
}
