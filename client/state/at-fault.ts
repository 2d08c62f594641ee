import type { CardView } from '../../shared/api/cards.ts'
import { isLeech } from '../../shared/schedule/leech.ts'
import type { CardState } from '../../shared/schedule/schedule.ts'

/** Whether a card may be worded badly: it is doubtful, flagged, or forgotten again and again. */
export function isAtFault(
  { status, flag, state }: Pick<CardView, 'status' | 'flag' | 'state'>,
  leechDays: number,
): boolean {
  if (status === 'retired') return false
  // The contract speaks of plain strings; inside, days are branded.
  return status === 'doubtful' || flag !== null || isLeech(state as CardState, leechDays)
}
