import { paths } from '../router.ts'
import { singleKeys } from '../state/device.ts'
import { type KeyPlace, actionsOf, capOf, keyIn, keyPlaceNames } from '../state/keys.ts'
import { type KeyRow, KeySheet } from '../ui/key-sheet.tsx'

/** The keys of the page one is on: those that hold everywhere, and its own. */
export function PageKeys({ path, onClose }: { readonly path: string; readonly onClose: () => void }) {
  const own = placeOf(path)
  const rows = [
    { keys: ['Ctrl K'], does: 'Search everything, and every command' },
    ...rowsOf('everywhere'),
    ...(own === null ? [] : rowsOf(own)),
    ...(own === 'cards' ? cardRows : []),
    ...moreRows(path),
    { keys: ['Esc'], does: 'Close what is open' },
  ]
  return (
    <KeySheet
      rows={rows}
      onClose={onClose}
      note={
        singleKeys.value
          ? undefined
          : 'Single keys are switched off on this device; Settings switches them on.'
      }
    />
  )
}

function placeOf(path: string): KeyPlace | null {
  if (path === paths.cards()) return 'cards'
  return /^\/notes\/[^/]+$/.test(path) && path !== paths.changes && path !== paths.newNote ? 'note' : null
}

/** Every action of a place with the key it has now. */
function rowsOf(place: KeyPlace): KeyRow[] {
  return Object.entries(actionsOf(place)).map(([action, { says }]) => ({
    keys: [capOf(keyIn(place, action as never))],
    does: place === 'everywhere' ? says : `${keyPlaceNames[place]}: ${says.toLowerCase()}`,
  }))
}

const cardRows: readonly KeyRow[] = [
  { keys: ['Shift J'], does: 'Cards: select on to the next one' },
  { keys: ['Enter'], does: 'Cards: open the card' },
  { keys: ['Del'], does: 'Cards: never ask' },
]

function moreRows(path: string): KeyRow[] {
  if (path === paths.today) return [{ keys: ['Space'], does: 'Today: start the review' }]
  return path.endsWith('/edit') || path === paths.newNote ? [{ keys: ['Ctrl S'], does: 'Editor: save' }] : []
}
