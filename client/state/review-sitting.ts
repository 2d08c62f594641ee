import { gradesOfKeys } from '../../shared/queue/grades-of-keys.ts'
import type { Grade } from '../../shared/schedule/review-event.ts'
import { now, ticks } from './clock.ts'
import { dealFromServer, dealFromShelf } from './deal.ts'
import { deviceId } from './device.ts'
import { setFlag } from './flags.ts'
import { newId } from './new-id.ts'
import { settings, studyDayNow, zoneInForce } from './settings-state.ts'
import { readShelf } from './shelf.ts'
import { createSitting } from './sitting.ts'
import { keepStorage, outbox } from './sync.ts'
import { tellTabs } from './tabs.ts'

/** This page's sitting. */
export const sitting = createSitting({
  now,
  ticks,
  studyDay: studyDayNow,
  zone: zoneInForce,
  newId,
  deviceId,
  readShelf,
  dealFromShelf,
  dealFromServer,
  outbox,
  setFlag,
  // The page is drawn in the first microtask after a change; what follows in the second sees it drawn.
  behindThePrompt: (work) => queueMicrotask(() => queueMicrotask(work)),
  onRecorded: (cardId) => {
    tellTabs({ kind: 'answered', cardId })
    if (outbox.link.value === 'offline') void keepStorage()
  },
})

/** The keys on offer, in their fixed order. */
export function gradesOnOffer(): readonly Grade[] {
  return gradesOfKeys[settings.value.gradeKeys]
}
