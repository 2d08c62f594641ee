import { Problem } from '../../shared/api/common.ts'
import { FitReply, SimulationBody, SimulationReply } from '../../shared/api/memory.ts'
import { SchedulerBody, SchedulerReply, ScopeBody } from '../../shared/api/scheduler.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { isDay } from '../../shared/basics/time.ts'
import type { App, Deps } from '../deps.ts'
import { changeScheduler, openScheduler } from '../study/change-scheduler.ts'
import { fitScheduler, fitScope } from '../study/fit-scheduler.ts'
import { simulateWorkload } from '../study/simulate-workload.ts'

/** `/scheduler`, `/simulations`: SM-2 or FSRS; a change folds the same log anew and can be changed back with nothing lost. */
export async function schedulerRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/scheduler',
    { schema: { summary: 'What decides when a card returns', response: { 200: SchedulerReply } } },
    ({ learner }) => openScheduler(learner),
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
    ({ body, learner }) => changeScheduler(learner, deps, body),
  )

  app.post(
    '/scheduler/fit',
    {
      schema: {
        summary: 'Fit to the learner’s own answers; adopted only when it predicts later answers better',
        response: { 200: FitReply, '4xx': Problem, '5xx': Problem },
      },
    },
    ({ learner }) => fitScheduler(learner, deps, deps.runMemory),
  )

  app.post(
    '/scheduler/scopes/fit',
    {
      schema: {
        summary:
          'Fit to the answers of one concept, note or tag; from 1 024 of them on, and past the same gate',
        body: ScopeBody,
        response: { 200: FitReply, '4xx': Problem, '5xx': Problem },
      },
    },
    ({ body, learner }) => fitScope(learner, deps, deps.runMemory, body),
  )

  app.post(
    '/simulations',
    {
      schema: {
        summary: 'Reviews, minutes, recall and backlog of the days to come under other settings',
        body: SimulationBody,
        response: { 200: SimulationReply, '4xx': Problem, '5xx': Problem },
      },
    },
    ({ body, learner }) => {
      if (body.pause !== undefined && !isDay(body.pause.from))
        throw new Refusal(
          'invalid_day',
          `“${String(body.pause.from)}” is not a date. Write it as 2026-12-01.`,
        )
      return simulateWorkload(learner, deps.runMemory, body)
    },
  )
}
