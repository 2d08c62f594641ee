import type { InboxItem, WaitingKind } from '../../../shared/api/inbox.ts'
import { type Choice, type InboxAction, choicesOf } from '../../keys/inbox-keys.ts'
import { singleKeys } from '../../state/device.ts'
import { shortcutOf } from '../../keys/keys.ts'
import type { InboxDesk } from '../../state/use-inbox.ts'

interface InboxActionsProps {
  readonly item: InboxItem
  readonly canUndo: boolean
  /** What the last decision did. */
  readonly lastWords: string
  readonly onAct: (action: InboxAction) => void
  readonly onStartAnew: () => void
}

/** What can be decided about the card on the desk, each with its key. In thumb reach on a phone. */
export function InboxActions({ item, canUndo, lastWords, onAct, onStartAnew }: InboxActionsProps) {
  const choices = choicesOf[item.waiting]
  const offersAnew = item.waiting === 'meaning' && item.answers > 0
  return (
    <div class="inbox-foot">
      <div class="inbox-choices">
        {choices.map((choice, i) => (
          <button
            key={choice}
            type="button"
            class={i === 0 ? 'btn' : 'btn quiet'}
            aria-keyshortcuts={shortcutOf('inbox', choice)}
            onClick={() => onAct(choice)}
          >
            {choiceName(choice, item.waiting)}
            {choice === 'never' ? <span class="wide-words"> from this line</span> : null}
          </button>
        ))}
      </div>
      <p class={offersAnew || canUndo ? 'inbox-more' : 'inbox-more idle'}>
        {offersAnew ? (
          <button type="button" class="link-btn" onClick={onStartAnew}>
            Take it over and begin anew
          </button>
        ) : null}
        <span>
          {lastWords}{' '}
          <button type="button" class="link-btn" disabled={!canUndo} onClick={() => onAct('undo')}>
            Undo
          </button>
        </span>
        {singleKeys.value ? (
          <span class="key-hint">
            {choices.map((choice) => (
              <span key={choice}>
                <kbd>{shortcutOf('inbox', choice)}</kbd> {choiceName(choice, item.waiting).toLowerCase()}{' '}
                ·{' '}
              </span>
            ))}
            <kbd>{shortcutOf('inbox', 'undo')}</kbd> undo · <kbd>{shortcutOf('everywhere', 'keys')}</kbd> all
            keys
          </span>
        ) : null}
      </p>
    </div>
  )
}

/** One decision for many: all that nothing speaks against, or all whose text is gone. */
export function InboxBulk({ desk, waiting }: { readonly desk: InboxDesk; readonly waiting: WaitingKind }) {
  const { counts } = desk.list
  const offersClean = counts.clean > 1 && waiting === 'meaning'
  const offersGone = counts.gone > 1 && waiting === 'gone'
  if (!offersClean && !offersGone) return null
  return (
    <p class="row">
      {offersClean ? (
        <button
          type="button"
          class="btn quiet"
          onClick={() => desk.decideAll({ waiting: 'meaning', decision: 'accept', cleanOnly: true })}
        >
          Accept all without warnings ({counts.clean})
        </button>
      ) : null}
      {offersGone ? (
        <button
          type="button"
          class="btn quiet"
          onClick={() => desk.decideAll({ waiting: 'gone', decision: 'accept' })}
        >
          Retire all {counts.gone} whose text is gone
        </button>
      ) : null}
    </p>
  )
}

function choiceName(choice: Choice, waiting: WaitingKind): string {
  if (choice === 'accept') {
    if (waiting === 'gone') return 'Retire'
    return waiting === 'meaning' ? 'Take it over' : 'Accept'
  }
  if (choice === 'keep') return waiting === 'gone' ? 'Keep asking' : 'Keep the old'
  if (choice === 'never') return 'Never'
  return choice === 'edit' ? 'Edit' : 'Skip'
}
