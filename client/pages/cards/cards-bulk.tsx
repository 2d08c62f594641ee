import type { CardActionBody } from '../../../shared/api/cards.ts'
import { counted } from '../../words/words.ts'

export type BulkAction = CardActionBody['action']

const actions: readonly { readonly action: BulkAction; readonly name: string }[] = [
  { action: 'suspend', name: 'Suspend' },
  { action: 'resume', name: 'Ask again' },
  { action: 'bury', name: 'Bury until tomorrow' },
  { action: 'setDue', name: 'Set the day …' },
  { action: 'flag', name: 'Flag …' },
  { action: 'reset', name: 'Set back to new' },
  { action: 'retire', name: 'Never ask' },
]

interface CardsBulkProps {
  readonly count: number
  readonly total: number
  readonly onAct: (action: BulkAction) => void
  readonly onClear: () => void
  /** Selects all that were found; null when they are. */
  readonly onAll: (() => void) | null
}

/** What can be done with the selected cards. Each of it can be undone. */
export function CardsBulk({ count, total, onAct, onClear, onAll }: CardsBulkProps) {
  return (
    <section class="cards-bulk" aria-label="With the selected cards">
      <p class="nums">
        <b>{counted(count, 'card')} selected</b>{' '}
        {onAll === null ? null : (
          <button type="button" class="link-btn" onClick={onAll}>
            All {total.toLocaleString('en')}
          </button>
        )}{' '}
        <button type="button" class="link-btn" onClick={onClear}>
          None
        </button>
      </p>
      <div class="cards-bulk-acts">
        {actions.map(({ action, name }) => (
          <button key={action} type="button" class="btn quiet" onClick={() => onAct(action)}>
            {name}
          </button>
        ))}
      </div>
    </section>
  )
}
