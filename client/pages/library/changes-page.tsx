import { useState } from 'preact/hooks'
import type { LibraryChange } from '../../../shared/api/changes.ts'
import { type EpochMs, studyDayOf } from '../../../shared/basics/time.ts'
import { api } from '../../api-client.ts'
import { paths } from '../../router.ts'
import { now } from '../../state/clock.ts'
import { zoneInForce } from '../../state/settings-state.ts'
import { undoChange } from '../../state/undo-change.ts'
import { useResource } from '../../state/use-resource.ts'
import { Page } from '../../ui/page.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import { counted, longDay } from '../../words/words.ts'
import { LibraryTabs } from '../frame/library-tabs.tsx'
import { decisionWords, groupChanges } from './group-changes.ts'
import './changes-page.css'

/** What changed the library in the last 30 days, newest first, and how to take it back. */
export function ChangesPage() {
  const { resource, reload } = useResource('changes', api.changes)
  return (
    <Page heading="Changes" sub="What changed your library in the last 30 days. Each change is one undo.">
      <LibraryTabs here="changes" />
      {resource.kind === 'loading' ? <Loading /> : null}
      {resource.kind === 'failed' ? (
        <Failure what="Could not load the changes." error={resource.error} onRetry={reload} />
      ) : null}
      {resource.kind === 'ready' ? <ChangeList changes={resource.value.changes} onUndone={reload} /> : null}
    </Page>
  )
}

interface ChangeListProps {
  readonly changes: readonly LibraryChange[]
  readonly onUndone: () => void
}

function ChangeList({ changes, onUndone }: ChangeListProps) {
  if (changes.length === 0) {
    return (
      <Empty
        action={
          <a class="btn quiet" href={paths.notes}>
            Back to your notes
          </a>
        }
      >
        Nothing changed in the last 30 days. Notes brought in, edits, decisions and merged concepts are listed
        here, each with its undo.
      </Empty>
    )
  }
  const today = calendarDay(now())
  return (
    <>
      {byDay(changes).map(([day, held]) => (
        <section key={day} class="section">
          <h2>{day === today ? 'Today' : longDay(day, today)}</h2>
          <ul class="rows">
            {groupChanges(held).map((entry) =>
              entry.kind === 'one' ? (
                <li key={entry.change.id}>
                  <ChangeRow change={entry.change} onUndone={onUndone} />
                </li>
              ) : (
                // Further decisions come in front: by its first one a group is the same, and stays open.
                <li key={entry.changes.at(-1)?.id}>
                  <DecisionGroup changes={entry.changes} onUndone={onUndone} />
                </li>
              ),
            )}
          </ul>
        </section>
      ))}
    </>
  )
}

/** Decisions on cards that were made at one go, in one row that opens to each of them. What is closed is not drawn. */
function DecisionGroup({ changes, onUndone }: ChangeListProps) {
  const [open, setOpen] = useState(false)
  const undone = changes.filter((change) => change.undone).length
  const [newest, oldest] = [changes[0]?.at ?? 0, changes.at(-1)?.at ?? 0]
  const times = [...new Set([timeOf(oldest), timeOf(newest)])].join('–')
  return (
    <details class="fold change-group" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class={undone === changes.length ? 'change-undone' : undefined}>{decisionWords(changes)}</span>
        <span class="small nums">
          {kindNames.decision} · {times} · {counted(changes.length, 'decision')}
          {undone === 0 ? '' : `, ${undone === changes.length ? 'all' : undone} undone`}
        </span>
      </summary>
      {open ? (
        <ul class="rows">
          {changes.map((change) => (
            <li key={change.id}>
              <ChangeRow change={change} onUndone={onUndone} />
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  )
}

function ChangeRow({ change, onUndone }: { readonly change: LibraryChange; readonly onUndone: () => void }) {
  const [failure, setFailure] = useState<string | null>(null)
  const undo = async () => {
    const reason = await undoChange(change.id)
    setFailure(reason)
    if (reason === null) onUndone()
  }
  return (
    <div class="change-row">
      <div>
        <p class={change.undone ? 'change-undone' : undefined}>{change.sentence}</p>
        <p class="small nums">
          {kindNames[change.kind]} · {timeOf(change.at)}
        </p>
        {change.undone || change.blocked === null ? null : <p class="hint">{change.blocked}</p>}
        {failure === null ? null : (
          <p class="hint" role="alert">
            {failure}
          </p>
        )}
      </div>
      {change.undone ? <span class="small">Undone</span> : null}
      {change.undone || change.blocked !== null ? null : (
        <button type="button" class="btn quiet" onClick={() => void undo()}>
          Undo<span class="vh">: {change.sentence}</span>
        </button>
      )}
    </div>
  )
}

const kindNames: Record<LibraryChange['kind'], string> = {
  import: 'Brought in',
  folder: 'Folder read',
  save: 'Note saved',
  removal: 'Note removed',
  decision: 'Cards',
  concept: 'Concept',
}

function byDay(changes: readonly LibraryChange[]): [string, LibraryChange[]][] {
  const days = new Map<string, LibraryChange[]>()
  for (const change of changes) {
    const day = calendarDay(change.at as EpochMs)
    days.set(day, [...(days.get(day) ?? []), change])
  }
  return [...days]
}

/** The day as on a calendar: what was changed after midnight was changed on the new day. */
function calendarDay(at: EpochMs): string {
  return studyDayOf(at, zoneInForce(), 0)
}

function timeOf(at: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zoneInForce(),
  }).format(at)
}
