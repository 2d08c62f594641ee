import { useLayoutEffect, useRef } from 'preact/hooks'

/** A part of the page that keys act on while it is shown. */
export interface ActivePlace {
  /** Whether its keys act in fields and over open dialogs, too: few do. */
  readonly isEverywhere?: boolean
  /** Whether it is asked before the page: a letter after Go may mean something else there. */
  readonly isFirst?: boolean
  /** Hears of a press that was for something else: what waits for a second key waits no more. */
  readonly onTaken?: () => void
  /** Does what a press means here. False when it means nothing, and another place may have it. */
  readonly press: (event: KeyboardEvent) => boolean
}

const active: { current: ActivePlace }[] = []

/** Lets the keys of a place act while the component that calls it is shown. */
export function useActivePlace(place: ActivePlace): void {
  const latest = useRef(place)
  latest.current = place
  // Before the paint: whoever sees the page may press a key.
  useLayoutEffect(() => {
    if (active.length === 0) addEventListener('keydown', dispatch)
    if (latest.current.isFirst === true) active.unshift(latest)
    else active.push(latest)
    return () => {
      active.splice(active.indexOf(latest), 1)
      if (active.length === 0) removeEventListener('keydown', dispatch)
    }
  }, [])
}

/**
 * Leaves to an input method what it composes a word with: nothing in the page hears of such a press, whoever listens. By
 * the last one of a word Safari says that it composes no more; the number that stands for every such key is still there.
 */
export function leaveInputMethodsAlone(): void {
  const isTheirs = ({ isComposing, keyCode }: KeyboardEvent) => isComposing || keyCode === 229
  addEventListener('keydown', (event) => isTheirs(event) && event.stopImmediatePropagation(), true)
}

/** Every press of the app comes by here, and goes to the first place that has a use for it. */
function dispatch(event: KeyboardEvent): void {
  const rests = isElsewhere(event)
  // A press may close the place it acts on, and so change the list.
  const asked = active.slice()
  for (const { current } of asked) {
    if (event.defaultPrevented) current.onTaken?.()
    if ((rests && current.isEverywhere !== true) || !current.press(event)) continue
    event.preventDefault()
    return
  }
}

/** Whether a press belongs to what has the focus: a field, an open dialog, or a button that waits for a new key. */
function isElsewhere({ defaultPrevented, target }: KeyboardEvent): boolean {
  if (defaultPrevented || document.querySelector('dialog[open]') !== null) return true
  const fields =
    'textarea, select, [contenteditable], [data-takes-key], input:not([type=checkbox], [type=radio], [type=button])'
  return target instanceof Element && target.closest(fields) !== null
}

/** Whether a press is for the control that has the focus: Space and Enter press it, Space and arrows turn a box or a choice. */
export function pressesControl({ key, target }: KeyboardEvent, box = 'input'): boolean {
  const isSpace = key === ' '
  const isIn = (what: string) => target instanceof Element && target.closest(what) !== null
  return (
    ((isSpace || key === 'Enter') && isIn('a, button, summary')) ||
    ((isSpace || key.startsWith('Arrow')) && isIn(box))
  )
}
