import { isLeechToTell } from '../../shared/schedule/leech.ts'
import type { CardState } from '../../shared/schedule/schedule.ts'
import { settings } from '../state/settings-state.ts'
import { LeechNotice, type LeechActs } from './leech-notice.tsx'

/** The notice, when it is time to say that a card keeps being forgotten. */
export function LeechToTell({ state, ...acts }: LeechActs & { readonly state: CardState }) {
  if (!isLeechToTell(state, settings.value.leechLapses)) return null
  return <LeechNotice missedDays={state.missedDays} {...acts} />
}
