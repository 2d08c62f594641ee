import { useLayoutEffect, useRef } from 'preact/hooks'
import { reviewAction } from '../cards/review-keys.ts'
import { chosenKeys, singleKeys } from '../state/device.ts'
import { gradesOnOffer } from '../state/session-state.ts'
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
  if (isElsewhere(event)) return
  if (isBusy) return
  if (actions.isNamingFlag() && singleKeys.value && !event.repeat && /^[1-5]$/.test(event.key)) {
    event.preventDefault()
    return actions.nameFlag(Number(event.key))
  }
  const action = reviewAction(event, {
    side,
    grades: gradesOnOffer(),
    suggested: typing.suggested,
    singleKeys: singleKeys.value,
    chosen: chosenKeys.value,
  })
  const needsCard = action !== null && !['leave', 'undo', 'redo', 'keys'].includes(action.kind)
  if (action === null || (needsCard && !hasCard)) {
    // A key held down must not press a focused button over and over.
    if (event.repeat && (event.key === ' ' || event.key === 'Enter')) event.preventDefault()
    return
  }
  event.preventDefault()
  actions.act(action, event.key)
}

/** Keys belong to a field while one is being filled in, and to a dialog while it is open. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]') !== null) return true
  if (!(event.target instanceof Element)) return false
  if (event.target.closest('input, textarea, select, [contenteditable]') !== null) return true
  // Space and Enter press the control that has the focus; every other key is ours.
  const pressesControl = event.key === ' ' || event.key === 'Enter'
  return pressesControl && !event.repeat && event.target.closest('a, button, summary') !== null
}
