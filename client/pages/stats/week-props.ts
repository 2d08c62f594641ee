import type { WeekReply } from '../../../shared/api/week.ts'
import type { Suggested } from '../../state/suggested.ts'

/** What a part of the page of a week is given that speaks of what to do now, too. */
export interface WeekDoingProps {
  readonly week: WeekReply
  readonly suggestions: readonly Suggested[]
}
