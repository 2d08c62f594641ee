import { useLocation } from 'preact-iso'
import { notesHelpPath } from '../../help-paths.ts'
import { paths } from '../../router.ts'
import { openCardSheet } from '../../state/card-draft.ts'
import { overlay } from '../../state/overlay.ts'
import { shortcutOf } from '../../keys/keys.ts'
import { usePlaceKeys } from '../../keys/use-place-keys.ts'
import { Icon } from '../../ui/icon.tsx'

const places = [
  { name: 'Today', href: paths.today },
  { name: 'Quiz', href: paths.quiz() },
  { name: 'Concepts', href: paths.concepts },
  { name: 'Library', href: paths.notes },
  { name: 'Stats', href: paths.stats },
] as const

/** The way to every place: a rail beside wide pages, tabs under narrow ones, and the keys that do the same. */
export function Rail() {
  const { path } = useLocation()
  usePlaceKeys()
  return (
    <>
      <header class="top">
        <a class="brand" href={paths.today}>
          Recollect
        </a>
        <CardButton />
        <PaletteButton />
        <a
          class="icon-btn"
          href={notesHelpPath}
          aria-label="Help"
          aria-current={isHelp(path) ? 'page' : undefined}
        >
          <Icon name="help" />
        </a>
        <a
          class="icon-btn"
          href={paths.settings}
          aria-label="Settings"
          aria-current={path === paths.settings ? 'page' : undefined}
        >
          <Icon name="settings" />
        </a>
      </header>
      <nav class="nav" aria-label="Main">
        <div class="places">
          <a class="brand" href={paths.today}>
            Recollect
          </a>
          <span class="rail-tools">
            <PaletteButton />
            <CardButton />
          </span>
          {places.map((place) => (
            <a
              key={place.href}
              href={place.href}
              aria-current={isWithin(path, place.href) ? 'page' : undefined}
            >
              {place.name}
            </a>
          ))}
          <a
            class="rail-foot help-link"
            href={notesHelpPath}
            aria-current={isHelp(path) ? 'page' : undefined}
          >
            Help
          </a>
          <a
            class="rail-foot"
            href={paths.settings}
            aria-current={path === paths.settings ? 'page' : undefined}
          >
            Settings
          </a>
        </div>
      </nav>
    </>
  )
}

/** A card of one's own, from anywhere. */
function CardButton() {
  return (
    <button
      type="button"
      class="icon-btn palette-btn"
      aria-label="Write a card"
      aria-keyshortcuts={shortcutOf('everywhere', 'card')}
      onClick={() => openCardSheet()}
    >
      <Icon name="add" />
    </button>
  )
}

/** The palette’s button: what a key can do, a finger can. */
function PaletteButton() {
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

const isHelp = (path: string): boolean => path.startsWith('/help/')

function isWithin(path: string, place: string): boolean {
  if (place === paths.notes && [paths.inbox(), paths.skim(), paths.cards()].includes(path)) return true
  return place === '/'
    ? path === '/' || path.startsWith('/review')
    : path === place || path.startsWith(`${place}/`)
}
