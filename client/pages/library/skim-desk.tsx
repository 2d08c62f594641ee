import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { type KeyNames, shortcutOf } from '../../keys/keys.ts'
import { useFixedKeys, useKeys } from '../../keys/use-keys.ts'
import { paths } from '../../router.ts'
import { useModel } from '../../state/drafting.ts'
import { singleKeys } from '../../state/device.ts'
import { currentRow, groupOf, isEditable, isRewordable, leftIn } from '../../state/skim-list.ts'
import type { SkimDesk } from '../../state/use-skim.ts'
import { type OpenRow, SkimRows } from './skim-rows.tsx'
import './skim-desk.css'

type SkimKey = KeyNames<'skim'>

/** New cards and the decisions on them: each has a key, and a button in thumb reach. */
export function SkimTable({ desk }: { readonly desk: SkimDesk }) {
  const { route } = useLocation()
  const [open, setOpen] = useState<OpenRow | null>(null)
  const hasModel = useModel() !== null
  const row = currentRow(desk.list)
  const act: Readonly<Record<SkimKey, () => void>> = {
    next: () => desk.move(1),
    previous: () => desk.move(-1),
    keep: () => desk.decide('keep'),
    drop: () => desk.decide('drop'),
    never: () => desk.decide('never'),
    edit: () => setOpen(row !== undefined && isEditable(row) ? 'edit' : null),
    reword: () => setOpen(hasModel && row !== undefined && isRewordable(row) ? 'reword' : null),
    keepNote: () => row && desk.decideNote(groupOf(row.card), 'keep'),
    dropNote: () => row && desk.decideNote(groupOf(row.card), 'drop'),
    undo: desk.undo,
    source: () => {
      const source = row?.card.sources.find(({ noteId }) => noteId !== null)
      if (source?.noteId != null) route(paths.note(source.noteId, source.lines[0]))
    },
  }
  useKeys('skim', open === null ? act : {})
  useFixedKeys(
    open === null
      ? { ArrowDown: act.next, ArrowUp: act.previous, ' ': act.keep, Enter: act.keep, 'Ctrl Z': act.undo }
      : {},
  )
  return (
    <>
      <SkimRows
        desk={desk}
        open={open}
        onReword={hasModel ? act.reword : null}
        onEdited={(card) => {
          setOpen(null)
          desk.edited(card)
        }}
        onStop={() => setOpen(null)}
      />
      {open !== null || row === undefined ? null : <SkimBar desk={desk} act={act} />}
    </>
  )
}

const choices = [
  { action: 'keep', name: 'Keep' },
  { action: 'drop', name: 'Drop' },
  { action: 'edit', name: 'Edit' },
  { action: 'never', name: 'Never' },
] as const satisfies readonly { action: SkimKey; name: string }[]

/** What can be decided about the row that is looked at; in thumb reach on a phone. */
function SkimBar(props: { readonly desk: SkimDesk; readonly act: Readonly<Record<SkimKey, () => void>> }) {
  const { desk, act } = props
  const { notice } = desk
  const left = leftIn(desk.list.counts)
  const row = currentRow(desk.list)
  // They stay where they are, so that none slips under a finger.
  const isIdle = (action: SkimKey) =>
    row !== undefined &&
    ((action === 'edit' && !isEditable(row)) || (action === 'never' && row.card.drafted !== null))
  const others = choices.slice(1).filter(({ action }) => !isIdle(action))
  return (
    <div class="skim-bar">
      <div class="skim-choices">
        {choices.map(({ action, name }, i) => (
          <button
            key={action}
            type="button"
            class={i === 0 ? 'btn' : 'btn quiet'}
            aria-keyshortcuts={shortcutOf('skim', action)}
            disabled={isIdle(action)}
            onClick={act[action]}
          >
            {name}
          </button>
        ))}
      </div>
      <p class="quiet-line skim-said">
        <span
          class={notice?.isBad === true ? 'skim-bad' : undefined}
          role={notice?.isBad === true ? 'alert' : undefined}
        >
          {notice === null ? `${left.toLocaleString('en')} left` : notice.words}
        </span>{' '}
        <button type="button" class="link-btn" disabled={!desk.canUndo} onClick={desk.undo}>
          Undo
        </button>
        {singleKeys.value ? (
          <span class="key-hint">
            <kbd>Space</kbd> keep ·{' '}
            {others.map(({ action, name }) => (
              <span key={action}>
                <kbd>{shortcutOf('skim', action)}</kbd> {name.toLowerCase()} ·{' '}
              </span>
            ))}
            <kbd>{shortcutOf('skim', 'undo')}</kbd> undo · <kbd>{shortcutOf('everywhere', 'keys')}</kbd> all
            keys
          </span>
        ) : null}
      </p>
    </div>
  )
}
