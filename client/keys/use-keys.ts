import { signal } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'
import { pressesControl, useActivePlace } from './dispatch.ts'
import { namesOf } from './key-names.ts'
import { type KeyNames, type KeyPlace, actionOf } from './keys.ts'

/** The places whose keys act now: what the key sheet of the page shows. */
export const placesHere = signal<readonly KeyPlace[]>([])

/** What to do by the name of an action or a key; what is left out does nothing now. */
type Acts<Name extends string> = Readonly<Partial<Record<Name, ((event: KeyboardEvent) => void) | undefined>>>

/** Lets the single keys of a place act while the page that calls it is shown. */
export function useKeys<Place extends KeyPlace>(place: Place, acts: Acts<KeyNames<Place>>): void {
  useListPlace(place)
  useMoreKeys(place, acts)
}

/** More single keys of a place whose page lists it: for a part of that page. They come before the page's own. */
export function useMoreKeys<Place extends KeyPlace>(place: Place, acts: Acts<KeyNames<Place>>): void {
  useActs(acts, (event) => actionOf(place, event))
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
  useActs(acts, (event) => {
    // Arrows go on while they are held: a step too far is a step back.
    const isHeld = event.repeat && !event.key.startsWith('Arrow')
    return isHeld || event.altKey || pressesControl(event) ? null : nameOf(event)
  })
}

function useActs(acts: Acts<string>, nameOfPress: (event: KeyboardEvent) => string | null): void {
  useActivePlace({
    press: (event) => {
      const name = nameOfPress(event)
      const act = name === null ? undefined : acts[name]
      act?.(event)
      return act !== undefined
    },
  })
}

function nameOf(event: KeyboardEvent): string {
  if (!event.ctrlKey && !event.metaKey) return event.key
  return `Ctrl ${event.shiftKey ? 'Shift ' : ''}${namesOf(event).at(-1)?.toUpperCase()}`
}
