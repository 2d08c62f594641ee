import { useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { paths } from '../router.ts'
import { openCardSheet, selectedWords } from '../state/card-draft.ts'
import { useActivePlace } from './dispatch.ts'
import { writesSign } from './key-names.ts'
import { type KeyNames, actionOf } from './keys.ts'
import { overlay } from '../state/overlay.ts'
import { useListPlace } from './use-keys.ts'

const addresses: Readonly<Record<KeyNames<'go'>, string>> = {
  today: paths.today,
  quiz: paths.quiz(),
  concepts: paths.concepts,
  library: paths.notes,
  inbox: paths.inbox(),
  skim: paths.skim(),
  stats: paths.stats,
}

/** Go and then a letter goes to a place; others find the search field of the page, or show its keys. */
export function usePlaceKeys(): void {
  const { route } = useLocation()
  useListPlace('everywhere')
  const goes = useRef(false)
  useActivePlace({
    isFirst: true,
    onTaken: () => {
      goes.current = false
    },
    press: (event) => {
      // What only helps to write a sign is no second key.
      const isCommand = (event.ctrlKey || event.metaKey || event.altKey) && !writesSign(event)
      if (event.repeat || isCommand || event.key === 'Shift' || event.key === 'AltGraph') return false
      const place = goes.current ? actionOf('go', event) : null
      const action = place === null ? actionOf('everywhere', event) : null
      goes.current = action === 'go'
      if (place !== null) route(addresses[place])
      else if (action === 'keys') overlay.value = 'keys'
      else if (action === 'search') goToSearch()
      else if (action === 'card') openCardSheet(selectedWords())
      return place !== null || action !== null
    },
  })
}

function goToSearch(): void {
  const search = document.querySelector<HTMLInputElement>('main input[type=search]')
  if (search === null) overlay.value = 'palette'
  else search.focus()
}
