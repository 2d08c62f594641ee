import { type Day, weekdayOf } from '../basics/time.ts'
import type { CardId } from '../card/card.ts'
import type { ChooseDay } from '../schedule/scheduler.ts'

/** What already lies on the days to come. */
export interface DayLoads {
  /** Cards due by day. */
  readonly due: ReadonlyMap<Day, number>
  /** Days of the week, 0 for Sunday, on which the learner wants to rest. */
  readonly restDays: readonly number[]
  /** Stretches without study, with their last day. */
  readonly breaks: readonly { readonly from: Day; readonly until: Day }[]
  /** Days on which a sibling of a card is due: seeing one gives the other away. */
  readonly siblingDays: (card: CardId) => ReadonlySet<Day>
}

/**
 * Picks the emptiest day of a fuzz window: no rest day and no sibling's day where the window has others. Among equally
 * empty days the one that chance picked (the first of the list) goes before, so that loads of zero stay spread.
 */
export function lightestDay(loads: DayLoads): ChooseDay {
  return (days, card) => {
    const [chance] = days
    if (chance === undefined) throw new Error('Inconsistent: a fuzz window without days')
    const siblings = loads.siblingDays(card)
    const open = preferring(days, (day) => !isRestDay(day, loads))
    const apart = preferring(open, (day) => !siblings.has(day))
    return apart.reduce((best, day) => (loadOf(day, loads) < loadOf(best, loads) ? day : best))
  }
}

/** Whether the learner rests on a day. */
export function isRestDay(day: Day, { restDays, breaks }: Pick<DayLoads, 'restDays' | 'breaks'>): boolean {
  return restDays.includes(weekdayOf(day)) || breaks.some(({ from, until }) => from <= day && day <= until)
}

/** The days that fit, or all of them when none does. */
function preferring(days: readonly Day[], fits: (day: Day) => boolean): readonly Day[] {
  const fitting = days.filter(fits)
  return fitting.length > 0 ? fitting : days
}

function loadOf(day: Day, { due }: DayLoads): number {
  return due.get(day) ?? 0
}
