import type { Day } from '../basics/time.ts'
import type { CardId } from '../card/card.ts'
import type { CardState } from '../schedule/schedule.ts'
import { type GradePreview, type SchedulerSettings, previewGrades } from '../schedule/scheduler.ts'
import { type DayLoads, lightestDay } from './balance-load.ts'
import { gradesOfKeys } from './grades-of-keys.ts'

/** What the labels of a deal depend on besides its cards. */
export interface LabelRules {
  readonly today: Day
  readonly gradeKeys: keyof typeof gradesOfKeys
  readonly scheduler: NonNullable<SchedulerSettings['scheduler']>
  /** What lies on the days to come; null without fuzz, which alone asks for it. */
  readonly loads: DayLoads | null
}

/** What each key does to each of these cards, in their order. With fuzz, a card adds to the load of the day Good gives it. */
export function labelDeal(
  cards: readonly { readonly id: CardId; readonly state: CardState }[],
  { today, gradeKeys, scheduler, loads }: LabelRules,
): GradePreview[][] {
  const due = new Map(loads?.due)
  const chooseDay = loads === null ? {} : { chooseDay: lightestDay({ ...loads, due }) }
  const rules = { fuzz: loads !== null, scheduler, ...chooseDay }
  return cards.map(({ id, state }) => {
    const previews = previewGrades(state, id, gradesOfKeys[gradeKeys], today, rules)
    // Counted when all keys of the card have their days: the load may not move a day that is shown already.
    const good = previews.find(({ grade }) => grade === 4)?.dueOn
    if (good !== undefined) due.set(good, (due.get(good) ?? 0) + 1)
    return previews
  })
}
