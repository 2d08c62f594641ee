import { fsrsIntervalDays, fsrsRecall, nextFsrs } from './fsrs.ts'
import type { Scheduler } from './memory-model.ts'
import type { FsrsSetting } from './profile.ts'

/** FSRS-6 with a learner's weights and desired retention, as the scheduler asks it. */
export function fsrsScheduler({ weights, desiredRetention }: FsrsSetting): Scheduler {
  return {
    kind: 'fsrs',
    model: {
      next: (memory, elapsedDays, grade) => nextFsrs(memory, elapsedDays, grade, weights),
      intervalDays: (stability) => fsrsIntervalDays(stability, desiredRetention, weights),
      recall: (elapsedDays, stability) => fsrsRecall(elapsedDays, stability, weights),
    },
  }
}
