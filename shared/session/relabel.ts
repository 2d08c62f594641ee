import type { Day } from '../basics/time.ts'
import { type SchedulerSettings, previewGrades } from '../schedule/scheduler.ts'
import type { SessionCard } from './session-model.ts'

/** The card with its labels worked out again for its present state. */
export function relabel(card: SessionCard, today: Day, settings: SchedulerSettings): SessionCard {
  const grades = card.previews.map((preview) => preview.grade)
  return { ...card, previews: previewGrades(card.state, card.id, grades, today, settings) }
}
