import type { CardView } from '../../shared/api/cards.ts'

/** Whether a card may be worded badly: it is doubtful, flagged, or forgotten again and again. */
export function isAtFault(
  { status, flag, state }: Pick<CardView, 'status' | 'flag' | 'state'>,
  leechLapses: number,
): boolean {
  if (status === 'retired') return false
  const { schedule } = state
  return status === 'doubtful' || flag !== null || (schedule.kind !== 'new' && schedule.lapses >= leechLapses)
}
