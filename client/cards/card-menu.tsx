import { Sheet } from '../ui/sheet.tsx'
import { type SingleKeyAction, keyOf } from '../keys/review-keys.ts'
import './card-menu.css'

const rows: readonly { readonly action: SingleKeyAction; readonly says: string }[] = [
  { action: 'edit', says: 'Edit this card' },
  { action: 'flag', says: 'Flag it, to look after later' },
  { action: 'bury', says: 'Bury it until tomorrow' },
  { action: 'suspend', says: 'Suspend it until you say otherwise' },
  { action: 'source', says: 'Open its note' },
  { action: 'info', says: 'What is known of it' },
  { action: 'redo', says: 'Redo what was undone' },
  { action: 'keys', says: 'All keys' },
]

/** Everything that can be done to the card besides grading it, each with its key. */
export function CardMenu(props: {
  readonly can: (action: SingleKeyAction) => boolean
  readonly chosenKeys: Readonly<Record<string, string>>
  readonly showKeys: boolean
  readonly onAct: (action: SingleKeyAction) => void
  readonly onDelete: () => void
  readonly onClose: () => void
}) {
  return (
    <Sheet heading="This card" onClose={props.onClose}>
      <ul class="card-menu">
        {rows.map(({ action, says }) => (
          <li key={action}>
            <button type="button" disabled={!props.can(action)} onClick={() => props.onAct(action)}>
              <span>{says}</span>
              {props.showKeys ? <kbd>{keyOf(action, props.chosenKeys).toUpperCase()}</kbd> : null}
            </button>
          </li>
        ))}
        <li>
          <button type="button" disabled={!props.can('bury')} onClick={props.onDelete}>
            Delete it: its line gives no card any more
          </button>
        </li>
      </ul>
    </Sheet>
  )
}
