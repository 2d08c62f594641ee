import { useLayoutEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { paths } from '../router.ts'
import { type KeyNames, actionOf } from './keys.ts'
import { overlay } from '../state/overlay.ts'
import { isTypedAway, useListPlace } from './use-keys.ts'

const addresses: Readonly<Record<KeyNames<'go'>, string>> = {
  today: paths.today,
  quiz: paths.quiz(),
  concepts: paths.concepts,
  library: paths.notes,
  inbox: paths.inbox(),
  stats: paths.stats,
}

/** Go and then a letter goes to a place; others find the search field of the page, or show its keys. */
export function usePlaceKeys(): void {
  const { route } = useLocation()
  useListPlace('everywhere')
  // Before the paint: whoever sees the page may press a key.
  useLayoutEffect(() => {
    let goes = false
    const listen = (event: KeyboardEvent) => {
      // What only helps to write a sign is no second key.
      if (event.repeat || isTypedAway(event) || event.key === 'Shift') return
      const place = goes ? actionOf('go', event) : null
      const action = place === null ? actionOf('everywhere', event) : null
      goes = action === 'go'
      if (place === null && action === null) return
      event.preventDefault()
      // The second letter may mean something else to the page that is left.
      event.stopImmediatePropagation()
      if (place !== null) route(addresses[place])
      else if (action === 'keys') overlay.value = 'keys'
      else if (action === 'search') goToSearch()
    }
    addEventListener('keydown', listen, true)
    return () => removeEventListener('keydown', listen, true)
  }, [])
}

function goToSearch(): void {
  const search = document.querySelector<HTMLInputElement>('main input[type=search]')
  if (search === null) overlay.value = 'palette'
  else search.focus()
}
