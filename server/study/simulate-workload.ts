import type { SimulationBody, SimulationReply } from '../../shared/api/memory.ts'
import { dayNumber } from '../../shared/basics/time.ts'
import { type SimulationSettings, everyDay } from '../../shared/insight/simulation.ts'
import type { Learner } from '../learner.ts'
import { findKnownProfile, openScheduler } from './change-scheduler.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import type { MemoryRunner } from './memory-runner.ts'

/** What studying would be like under other settings, from the learner's own cards and habits. Changes nothing. */
export async function simulateWorkload(
  learner: Learner,
  run: MemoryRunner,
  body: SimulationBody,
): Promise<SimulationReply> {
  const { from, ...basis } = await gatherSimulation(learner, body)
  const days = await run({ kind: 'simulate', days: body.days, ...basis })
  return { from, days }
}

/** What a simulation of this learner starts from; what is left out is as it is set. */
export async function gatherSimulation(learner: Learner, body: Partial<SimulationBody>) {
  const { id: learnerId, db, clock, zone } = learner
  const settings = await readSettings(db.reader, learnerId)
  const { today } = todayFor(settings, zone, clock())
  const now = await openScheduler(learner)
  const { defaultFsrsParameters, desiredRetention } = await import('../../shared/schedule/fsrs.ts')
  // Under SM-2 too, FSRS describes the memory as it was last fitted to it.
  const weights = (await findKnownProfile(db.reader, learnerId))?.setting.weights ?? defaultFsrsParameters
  const retention = body.desiredRetention ?? now.desiredRetention ?? desiredRetention.usual
  const simulated: SimulationSettings = {
    newPerDay: body.newPerDay ?? settings.newPerDay,
    reviewsPerDay: body.reviewsPerDay ?? settings.reviewsPerDay,
    scheduler:
      (body.scheduler ?? now.scheduler) === 'sm2'
        ? { kind: 'sm2' }
        : { kind: 'fsrs', parameters: weights, retention },
    weekdays: body.weekdays ?? everyDay.weekdays,
    pause:
      body.pause === undefined
        ? null
        : { from: Math.max(0, dayNumber(body.pause.from) - dayNumber(today)), days: body.pause.days },
  }
  return { learnerId, from: today, today: dayNumber(today), memory: weights, settings: simulated }
}
