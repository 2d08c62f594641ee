import type { Settings } from '../../shared/api/settings.ts'
import { saveSettings } from '../db/learners.ts'
import { writing } from '../db/open-database.ts'
import type { Learner } from '../learner.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import type { MemoryRunner } from './memory-runner.ts'
import { gatherSimulation } from './simulate-workload.ts'

/** Learners whose day is being worked out: a second question waits for the first. */
const running = new Map<string, Promise<Settings>>()

/** Whether the new cards of today were not yet worked out from the minutes that the learner gave. */
export function isSteeringStale(
  { minutesPerDay, steered }: Pick<Settings, 'minutesPerDay' | 'steered'>,
  today: string,
): boolean {
  return minutesPerDay !== null && (steered?.on !== today || steered.forMinutes !== minutesPerDay)
}

/**
 * Works out how many new cards a day keep the learner at their minutes, once a day and for every change of them, and sets
 * that limit. The long arithmetic runs where `run` does it; nobody who studies waits for it.
 */
export function steerDay(learner: Learner, run: MemoryRunner): Promise<Settings> {
  const { id } = learner
  const known = running.get(id)
  if (known !== undefined) return known
  const work = steer(learner, run).finally(() => running.delete(id))
  running.set(id, work)
  return work
}

async function steer(learner: Learner, run: MemoryRunner): Promise<Settings> {
  const { id, db, clock, zone } = learner
  const settings = await readSettings(db.reader, id)
  const { today } = todayFor(settings, zone, clock())
  const { minutesPerDay } = settings
  if (minutesPerDay === null || !isSteeringStale(settings, today)) return settings
  const { from: _from, ...basis } = await gatherSimulation(learner, {})
  const { newPerDay, minutes, minutesWithoutNew } = await run({
    kind: 'steer',
    minutes: minutesPerDay,
    ...basis,
  })
  const rounded = (value: number) => Math.round(value * 10) / 10
  const steered = {
    on: today,
    forMinutes: minutesPerDay,
    minutes: rounded(minutes),
    minutesWithoutNew: rounded(minutesWithoutNew),
  }
  return writing(db, async (trx) => {
    const now = await readSettings(trx, id)
    // The learner may have said something else meanwhile.
    if (now.minutesPerDay !== minutesPerDay) return now
    const after = { ...now, newPerDay, steered }
    await saveSettings(trx, id, after)
    return after
  })
}
