import type { Day } from '../basics/time.ts'
import { type SchedulerSettings, planDueOn, previewGrades } from '../schedule/scheduler.ts'
import type { SessionCard } from './session-model.ts'

/** The card with its labels worked out again for its present state. */
export function relabel(card: SessionCard, today: Day, settings: SchedulerSettings): SessionCard {
  const grades = card.previews.map((preview) => preview.grade)
  const previews = previewGrades(card.state, card.id, grades, today, settings).map((preview) => ({
    ...preview,
    plannedDueOn: planDueOn(card.state, card.id, preview.grade, today, settings),
  }))
  return { ...card, previews }
}
