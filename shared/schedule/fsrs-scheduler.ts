import { daysBetween } from '../basics/time.ts'
import type { CardId } from '../card/card.ts'
import { acceptedDueOn } from './accepted-due-on.ts'
import { fsrsIntervalDays, nextFsrs } from './fsrs.ts'
import type { FsrsScheduler, ScheduledAnswer } from './memory-model.ts'
import { type FsrsRules, type FsrsSetting, rulesIn } from './profile.ts'

/** FSRS-6 with a learner's setting, as the scheduler asks it; `scopeOf` says in which scope of the setting a card lies. */
export function fsrsScheduler(
  setting: FsrsSetting,
  scopeOf: (card: CardId) => string | undefined = () => undefined,
): FsrsScheduler {
  const rulesOf = ({ cardId }: ScheduledAnswer): FsrsRules =>
    cardId === undefined || setting.scopes === undefined ? setting : rulesIn(setting, scopeOf(cardId))
  return {
    kind: 'fsrs',
    scopeOf,
    repeat: (schedule, answer, day, lapses) => {
      const { grade, plannedDueOn } = answer
      const { weights, desiredRetention } = rulesOf(answer)
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
    drill: (schedule, answer) =>
      schedule.kind === 'fsrs'
        ? { ...schedule, ...nextFsrs(schedule, 0, answer.grade, rulesOf(answer).weights) }
        : schedule,
  }
}
