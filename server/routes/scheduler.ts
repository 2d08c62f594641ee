import { Problem } from '../../shared/api/common.ts'
import { SchedulerBody, SchedulerReply } from '../../shared/api/scheduler.ts'
import type { App, Deps } from '../deps.ts'
import { changeScheduler, openScheduler } from '../study/change-scheduler.ts'

/** `/scheduler`: SM-2 or FSRS; a change folds the same log anew and can be changed back with nothing lost. */
export async function schedulerRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/scheduler',
    { schema: { summary: 'What decides when a card returns', response: { 200: SchedulerReply } } },
    () => openScheduler(deps.db.reader, deps.learnerId),
  )

  app.put(
    '/scheduler',
    {
      schema: {
        summary:
          'Choose SM-2 or FSRS and the desired retention; the log stays, the schedules are folded anew',
        body: SchedulerBody,
        response: { 200: SchedulerReply, '4xx': Problem, '5xx': Problem },
      },
    },
    ({ body }) => changeScheduler(deps, body),
  )
}
