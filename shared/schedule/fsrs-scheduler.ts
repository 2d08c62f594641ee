import { daysBetween } from '../basics/time.ts'
import { acceptedDueOn } from './accepted-due-on.ts'
import { fsrsIntervalDays, nextFsrs } from './fsrs.ts'
import type { FsrsScheduler } from './memory-model.ts'
import type { FsrsSetting } from './profile.ts'

/** FSRS-6 with a learner's weights and desired retention, as the scheduler asks it. */
export function fsrsScheduler({ weights, desiredRetention }: FsrsSetting): FsrsScheduler {
  return {
    kind: 'fsrs',
    repeat: (schedule, { grade, plannedDueOn }, day, lapses) => {
      const before = schedule.kind === 'fsrs' ? schedule : null
      const elapsedDays = before === null ? 0 : daysBetween(before.repeatedOn, day)
      const { stability, difficulty } = nextFsrs(before, elapsedDays, grade, weights)
      const intervalDays = fsrsIntervalDays(stability, desiredRetention, weights)
      return {
        kind: 'fsrs',
        stability,
        difficulty,
        repetitions: grade < 3 ? 0 : (before?.repetitions ?? 0) + 1,
        intervalDays,
        lapses,
        dueOn: acceptedDueOn(intervalDays, plannedDueOn, day),
        repeatedOn: day,
      }
    },
    drill: (schedule, { grade }) =>
      schedule.kind === 'fsrs' ? { ...schedule, ...nextFsrs(schedule, 0, grade, weights) } : schedule,
  }
}
