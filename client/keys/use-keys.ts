import { signal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { type KeyNames, type KeyPlace, actionOf } from './keys.ts'

/** The places whose keys act now: what the key sheet of the page shows. */
export const placesHere = signal<readonly KeyPlace[]>([])

/** What to do by the name of an action or a key; what is left out does nothing now. */
type Acts<Name extends string> = Readonly<Partial<Record<Name, ((event: KeyboardEvent) => void) | undefined>>>

/** Whether single keys mean nothing now: someone writes, a dialog is open, or the key is part of something larger. */
export function isTypedAway(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event)
}

/** Whether a press belongs to what has the focus: a field, an open dialog, or a button that waits for a new key. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true
  if (document.querySelector('dialog[open]') !== null) return true
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('textarea, select, [contenteditable], [data-takes-key]') !== null) return true
  const field = target.closest('input')
  return field !== null && !['checkbox', 'radio', 'button'].includes(field.type)
}

/** Lets the single keys of a place act while the page that calls it is shown. */
export function useKeys<Place extends KeyPlace>(place: Place, acts: Acts<KeyNames<Place>>): void {
  useListPlace(place)
  usePresses(acts, (event) => (isElsewhere(event) ? null : actionOf(place, event)))
}

/** Tells the key sheet that the keys of a place act. */
export function useListPlace(place: KeyPlace): void {
  useLayoutEffect(() => {
    placesHere.value = [...placesHere.value, place]
    return () => {
      placesHere.value = placesHere.value.filter((one) => one !== place)
    }
  }, [place])
}

/**
 * Keys that nobody chooses: Space, Enter, Escape, arrows and what is pressed with Ctrl, such as `Ctrl Z`. They act whether
 * single keys do or not.
 */
export function useFixedKeys(acts: Acts<string>): void {
  usePresses(acts, (event) => {
    // Arrows go on while they are held: a step too far is a step back.
    const isHeld = event.repeat && !event.key.startsWith('Arrow')
    return isHeld || event.altKey || isElsewhere(event) || pressesControl(event) ? null : nameOf(event)
  })
}

function usePresses(acts: Acts<string>, nameOfPress: (event: KeyboardEvent) => string | null): void {
  const latest = useRef({ acts, nameOfPress })
  latest.current = { acts, nameOfPress }
  // Before the paint: whoever sees the page may press a key.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const name = latest.current.nameOfPress(event)
      const act = name === null ? undefined : latest.current.acts[name]
      if (act === undefined) return
      event.preventDefault()
      act(event)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

function nameOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  if (!ctrlKey && !metaKey) return key
  return `Ctrl ${shiftKey ? 'Shift ' : ''}${key.toUpperCase()}`
}

/** Space and Enter press the control that has the focus; Space and arrows turn a box or a choice. */
function pressesControl({ key, target }: KeyboardEvent): boolean {
  const presses = key === ' ' || key === 'Enter' ? ['a', 'button', 'summary'] : []
  const turns = key === ' ' || key.startsWith('Arrow') ? ['input'] : []
  const controls = [...presses, ...turns]
  return target instanceof Element && controls.some((one) => target.closest(one) !== null)
}
