import type { SchedulerReply } from '../../../shared/api/scheduler.ts'
import type { Settings, SettingsPatch } from '../../../shared/api/settings.ts'
import { addDays, isDay } from '../../../shared/basics/time.ts'
import { api } from '../../api-client.ts'
import { sayQuietly } from '../../state/quiet-line.ts'
import { takeSettings } from '../../state/settings-state.ts'
import { toApiError } from '../../state/use-resource.ts'
import type { Plan } from './stats-plan.tsx'

/** Puts what was tried out into force, and gives a way back to what was. */
export function useApplied(settings: Settings, scheduler: SchedulerReply): (plan: Plan) => Promise<void> {
  const put = async (
    patch: SettingsPatch,
    retention: number | null,
    words: string,
    back: (() => void) | null,
  ) => {
    try {
      takeSettings(await api.changeSettings(patch))
      if (retention !== null) await api.changeScheduler({ scheduler: 'fsrs', desiredRetention: retention })
      sayQuietly(words, back === null ? null : { name: 'Undo', run: back })
    } catch (reason) {
      sayQuietly(`Not applied. ${toApiError(reason).message}`)
    }
  }
  return (plan) => {
    const { newPerDay, reviewsPerDay, restDays, easyDays = [], breaks } = settings
    const before = { newPerDay, reviewsPerDay, restDays, easyDays, breaks }
    const changes = scheduler.scheduler === 'fsrs' && plan.retention !== scheduler.desiredRetention
    const back = () => void put(before, changes ? scheduler.desiredRetention : null, 'Undone.', null)
    return put(
      patchOf(plan, settings),
      changes ? plan.retention : null,
      'Applied: these settings hold from now on.',
      back,
    )
  }
}

function patchOf(plan: Plan, { breaks }: Settings): SettingsPatch {
  const { newPerDay, reviewsPerDay, breakFrom, breakDays } = plan
  // Somebody who rests on every day of the week has no day to study on; one stays.
  const restDays = plan.restDays.slice(0, 6)
  const more =
    breakDays > 0 && isDay(breakFrom) ? [{ from: breakFrom, until: addDays(breakFrom, breakDays - 1) }] : []
  return {
    newPerDay,
    reviewsPerDay,
    restDays: [...restDays],
    easyDays: [...plan.easyDays],
    breaks: [...breaks, ...more].slice(-20),
  }
}
