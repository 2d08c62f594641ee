import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { paths } from '../router.ts'
import { singleKeys } from './device.ts'
import { keyIn } from './keys.ts'
import { overlay } from './overlay.ts'
import { isTypedAway } from './use-keys.ts'

const keyPlaces: Readonly<Record<string, string>> = {
  t: paths.today,
  q: paths.quiz(),
  c: paths.concepts,
  l: paths.notes,
  s: paths.stats,
  i: paths.inbox(),
}

/** Pages whose `?` is their own. */
const ownSheet = /^\/inbox$/

/** `g` and then a letter goes to a place; `/` to the search field of the page; `?` shows its keys. */
export function usePlaceKeys(): void {
  const { route, path } = useLocation()
  useEffect(() => {
    let goes = false
    const listen = (event: KeyboardEvent) => {
      if (!singleKeys.value || event.repeat || isTypedAway(event)) return
      const place = goes ? keyPlaces[event.key.toLowerCase()] : undefined
      const key = event.key.toLowerCase()
      goes = key === keyIn('everywhere', 'go')
      if (place !== undefined) {
        // The second letter may mean something else to the page that is left.
        event.stopImmediatePropagation()
        route(place)
      } else if (key === keyIn('everywhere', 'search')) {
        const search = document.querySelector<HTMLInputElement>('main input[type=search]')
        event.preventDefault()
        if (search === null) overlay.value = 'palette'
        else search.focus()
      } else if (key === keyIn('everywhere', 'keys') && !ownSheet.test(path)) {
        event.preventDefault()
        overlay.value = 'keys'
      }
    }
    addEventListener('keydown', listen, true)
    return () => removeEventListener('keydown', listen, true)
  }, [path])
}
