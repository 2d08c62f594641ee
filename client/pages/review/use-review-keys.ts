import { pressesControl, useActivePlace } from '../../keys/dispatch.ts'
import { reviewAction } from '../../keys/review-keys.ts'
import { chosenKeys, singleKeys } from '../../state/device.ts'
import { gradesOnOffer } from '../../state/review-sitting.ts'
import type { ReviewActions } from './use-review-actions.ts'
import type { Typing } from './use-typing.ts'

interface KeyTable {
  readonly side: 'prompt' | 'answer'
  readonly hasCard: boolean
  readonly isBusy: boolean
  readonly typing: Typing
  readonly actions: ReviewActions
}

/** Lets the keys of a sitting act for as long as its page is shown. */
export function useReviewKeys(table: KeyTable): void {
  useActivePlace({ press: (event) => pressed(event, table) })
}

function pressed(event: KeyboardEvent, { side, hasCard, isBusy, typing, actions }: KeyTable): boolean {
  // Space ticks the box that a key went to; after a click it is ours.
  if (isBusy || (!event.repeat && pressesControl(event, 'input:focus-visible'))) return false
  const action = reviewAction(event, {
    side,
    grades: gradesOnOffer(),
    suggested: typing.suggested,
    singleKeys: singleKeys.value,
    namesFlag: actions.isNamingFlag(),
    chosen: chosenKeys.value,
  })
  const needsCard = action !== null && !['leave', 'undo', 'redo', 'keys', 'reason'].includes(action.kind)
  if (action === null || (needsCard && !hasCard)) {
    // A key held down must not press a focused button over and over.
    return event.repeat && (event.key === ' ' || event.key === 'Enter')
  }
  if (action.kind === 'reason') actions.nameFlag(action.number)
  else actions.act(action, event.key)
  return true
}
