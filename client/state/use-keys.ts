import { useEffect, useRef } from 'preact/hooks'
import { singleKeys } from './device.ts'
import { type KeyNames, type KeyPlace, actionIn, actionsOf } from './keys.ts'

/** Whether single keys mean nothing now: someone writes, a dialog is open, or the key is part of something larger. */
export function isTypedAway(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return true
  if (document.querySelector('dialog[open]') !== null) return true
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('textarea, select, [contenteditable]') !== null) return true
  const field = target.closest('input')
  return field !== null && !['checkbox', 'radio', 'button'].includes(field.type)
}

/** Lets the single keys of a place act while the page that calls it is shown. */
export function useKeys<Place extends KeyPlace>(
  place: Place,
  acts: Readonly<Partial<Record<KeyNames<Place>, (event: KeyboardEvent) => void>>>,
): void {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!singleKeys.value || isTypedAway(event)) return
      const action = actionIn(place, event.key)
      if (action === null || (event.repeat && actionsOf(place)[action]?.repeats !== true)) return
      const act = latest.current[action]
      if (act === undefined) return
      event.preventDefault()
      act(event)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [place])
}
