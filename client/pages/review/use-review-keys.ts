import { useLayoutEffect, useRef } from 'preact/hooks'
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

/** Listens to the keys of a sitting for as long as its page is shown. */
export function useReviewKeys(table: KeyTable): void {
  const latest = useRef(table)
  latest.current = table
  // Before the paint: whoever sees the page may press a key.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event, latest.current)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

function pressed(event: KeyboardEvent, { side, hasCard, isBusy, typing, actions }: KeyTable): void {
  if (isBusy || isElsewhere(event)) return
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
    if (event.repeat && (event.key === ' ' || event.key === 'Enter')) event.preventDefault()
    return
  }
  event.preventDefault()
  if (action.kind === 'reason') actions.nameFlag(action.number)
  else actions.act(action, event.key)
}

/** Keys belong to a field while one is being filled in, and to a dialog while it is open. */
function isElsewhere(event: KeyboardEvent): boolean {
  const isIn = (what: string) => event.target instanceof Element && event.target.closest(what) !== null
  if (document.querySelector('dialog[open]') !== null) return true
  if (isIn('input:not([type=checkbox]), textarea, select, [contenteditable]')) return true
  // Space and Enter press the control that has the focus, and Space ticks the box that a key went to; all else is ours.
  if (event.repeat || (event.key !== ' ' && event.key !== 'Enter')) return false
  return isIn('a, button, summary') || (event.key === ' ' && isIn('input:focus-visible'))
}
