import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { paths } from '../router.ts'
import { announce } from '../state/announcer.ts'
import { singleKeys } from '../state/device.ts'
import { keyIn } from '../state/keys.ts'
import { overlay } from '../state/palette.ts'
import { isTypedAway } from '../state/use-keys.ts'
import { Icon } from '../ui/icon.tsx'
import type { PageKeys as PageKeysView } from './palette-keys.tsx'
import type { Palette as PaletteView } from './palette.tsx'

/** What holds on every page but a sitting: the palette, the sheet of keys, and the keys that go to a place. */
export function PaletteHost() {
  const { path } = useLocation()
  usePlaceKeys()
  useEffect(() => {
    overlay.value = null
  }, [path])
  const close = () => {
    overlay.value = null
  }
  const parts = useParts(overlay.value !== null)
  if (parts === null) return null
  if (overlay.value === 'palette') return <parts.Palette onClose={close} />
  return overlay.value === 'keys' ? <parts.PageKeys path={path} onClose={close} /> : null
}

interface Parts {
  readonly Palette: typeof PaletteView
  readonly PageKeys: typeof PageKeysView
}

/** What comes when it is first wanted. */
function useParts(wanted: boolean): Parts | null {
  const [parts, setParts] = useState<Parts | null>(null)
  useEffect(() => {
    if (!wanted || parts !== null) return
    Promise.all([import('./palette.tsx'), import('./palette-keys.tsx')]).then(
      ([palette, keys]) => setParts({ Palette: palette.Palette, PageKeys: keys.PageKeys }),
      () => {
        overlay.value = null
        announce('This part of the page did not load. Try again when the server can be reached.')
      },
    )
  }, [wanted])
  return parts
}

/** The palette’s button: what a key can do, a finger can. */
export function PaletteButton() {
  return (
    <button
      type="button"
      class="icon-btn palette-btn"
      aria-label="Search and commands"
      aria-keyshortcuts="Control+K"
      onClick={() => {
        overlay.value = 'palette'
      }}
    >
      <Icon name="search" />
    </button>
  )
}

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

/** `g` and then a letter goes to a place; `/` to the search field of the page; Ctrl K opens the palette. */
function usePlaceKeys(): void {
  const { route, path } = useLocation()
  useEffect(() => {
    let goes = false
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        if (!event.repeat) overlay.value = overlay.value === 'palette' ? null : 'palette'
        return
      }
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
