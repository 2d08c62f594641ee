import { useMemo, useRef } from 'preact/hooks'
import type { ImportReply } from '../../../shared/api/imports.ts'
import { singleKeys } from '../../state/device.ts'
import { shortcutOf } from '../../keys/keys.ts'
import { useFixedKeys, useKeys } from '../../keys/use-keys.ts'
import { counted } from '../../words/words.ts'
import { PlanGroups } from './plan-groups.tsx'
import { changeWords, refusedWords, waitingAfter } from '../../words/import-words.ts'
import './import-plan.css'

interface ImportPlanProps {
  readonly plan: ImportReply
  /** Files of the folder that are no notes. */
  readonly others: number
  readonly leftOut: readonly string[]
  /** A note out of an archive cannot be left out by itself. */
  readonly canLeaveOut: (path: string) => boolean
  readonly onLeaveOut: (path: string) => void
  readonly onPutBack: (path: string) => void
  readonly onApply: () => void
  readonly onCancel: () => void
}

/** What bringing these notes in would do, card by card, before it is done. */
export function ImportPlan(props: ImportPlanProps) {
  const { plan, others, leftOut, canLeaveOut, onLeaveOut, onPutBack, onApply, onCancel } = props
  const { counts, notes } = plan
  const added = useMemo(() => countFiles(plan.added.map((card) => card.file)), [plan])
  const changed = useMemo(() => countFiles(plan.updated.map(({ after }) => after.file)), [plan])
  const sheet = useRef<HTMLDivElement>(null)
  const canApply = notes.length > 0 || counts.retired > 0 || counts.waiting > 0
  usePlanKeys(sheet, { ...props, onApply: canApply ? onApply : () => {} })
  const waiting = waitingAfter(plan)
  const also = [
    counts.same > 0
      ? `${counted(counts.same, 'card')} stay${counts.same === 1 ? 's as it is' : ' as they are'}`
      : '',
    waiting > 0 ? `${counted(waiting, 'card')} will wait in the Inbox` : '',
    others > 0 ? `${counted(others, 'file')} of the folder ${others === 1 ? 'is' : 'are'} no notes` : '',
  ].filter((part) => part !== '')
  return (
    <div ref={sheet} class="plan panel">
      <div>
        <p class="plan-sentence" role="status">
          {changeWords(plan)}
        </p>
        {also.length === 0 ? null : <p class="hint nums">{also.join(' · ')}.</p>}
      </div>
      <p class="row">
        {canApply ? (
          <button type="button" class="btn" aria-keyshortcuts="Enter" onClick={onApply}>
            Apply
          </button>
        ) : null}
        <button type="button" class="btn quiet" aria-keyshortcuts="Escape" onClick={onCancel}>
          Cancel
        </button>
      </p>
      {singleKeys.value ? (
        <p class="key-hint">
          <kbd>{shortcutOf('import', 'previous')}</kbd> <kbd>{shortcutOf('import', 'next')}</kbd> previous and
          next change · <kbd>{shortcutOf('import', 'leaveOut')}</kbd> leave its file out · <kbd>Enter</kbd>{' '}
          apply · <kbd>Esc</kbd> cancel
        </p>
      ) : null}
      {leftOut.length === 0 ? null : (
        <section aria-labelledby="plan-left-out">
          <h3 id="plan-left-out">Left out</h3>
          <ul class="rows">
            {leftOut.map((path) => (
              <li key={path} class="plan-file">
                <span class="path">{path}</span>
                <button type="button" class="link-btn" onClick={() => onPutBack(path)}>
                  Put back<span class="vh"> {path}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {plan.refused.length === 0 ? null : (
        <section aria-labelledby="plan-refused">
          <h3 id="plan-refused">Ignored: {counted(plan.refused.length, 'file')}</h3>
          <ul class="rows">
            {plan.refused.map((file) => (
              <li key={file.path}>
                <span class="path">{file.path}</span>
                <p class="hint">{refusedWords(file)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {notes.length === 0 ? null : (
        <section aria-labelledby="plan-notes">
          <h3 id="plan-notes">{counted(notes.length, 'note')}</h3>
          <ul class="rows plan-notes">
            {notes.map((note) => (
              <li key={note.path} class="plan-file">
                <span>
                  <span class="path">{note.path}</span>
                  <span class="small nums">
                    {noteWords(note, added.get(note.path) ?? 0, changed.get(note.path) ?? 0)}
                  </span>
                </span>
                {canLeaveOut(note.path) ? (
                  <button type="button" class="link-btn" onClick={() => onLeaveOut(note.path)}>
                    Leave out<span class="vh"> {note.path}</span>
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      )}
      <PlanGroups plan={plan} />
    </div>
  )
}

function noteWords(note: ImportReply['notes'][number], added: number, changed: number): string {
  return [
    note.change === 'new' ? 'new' : 'replaces the note of that name',
    counted(note.facts, 'fact'),
    added > 0 ? `${counted(added, 'card')} added` : '',
    changed > 0 ? `${changed} changed` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** How many cards each file has among `files`. */
function countFiles(files: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const file of files) counts.set(file, (counts.get(file) ?? 0) + 1)
  return counts
}

type PlanKeys = Pick<ImportPlanProps, 'canLeaveOut' | 'onLeaveOut' | 'onApply' | 'onCancel'>

/** Walks through the changes, leaves the file of the one in focus out, applies, or goes back. */
function usePlanKeys(sheet: { readonly current: HTMLElement | null }, keys: PlanKeys): void {
  const here = () => {
    const changes = [...(sheet.current?.querySelectorAll<HTMLElement>('.plan-change') ?? [])]
    return { changes, at: changes.findIndex((change) => change === document.activeElement) }
  }
  useFixedKeys({ Escape: keys.onCancel, Enter: keys.onApply })
  useKeys('import', {
    next: () => {
      const { changes, at } = here()
      step(changes, at + 1)
    },
    previous: () => {
      const { changes, at } = here()
      step(changes, at < 0 ? changes.length - 1 : at - 1)
    },
    leaveOut: () => {
      const { changes, at } = here()
      const file = changes[at]?.dataset['file'] ?? ''
      if (keys.canLeaveOut(file)) keys.onLeaveOut(file)
    },
  })
}

function step(changes: readonly HTMLElement[], to: number): void {
  const change = changes[Math.min(Math.max(0, to), changes.length - 1)]
  change?.closest('details')?.setAttribute('open', '')
  change?.focus()
  change?.scrollIntoView({ block: 'nearest' })
}
