import { useEffect, useState } from 'preact/hooks'
import { paths } from '../../router.ts'
import { now } from '../../state/clock.ts'
import type { Draft } from './draft-store.ts'
import { zoneInForce } from '../../state/settings-state.ts'
import { undoChange } from '../../state/undo-change.ts'
import type { NoteDesk, SaveOutcome } from './use-note-desk.ts'
import { savedWords, waitWords, waitingAfter } from '../../words/import-words.ts'

/** A text left unsaved by an earlier visit, offered before anything is typed over it. */
export function FoundDraft(props: {
  readonly draft: Draft
  readonly onTake: () => void
  readonly onDrop: () => void
}) {
  return (
    <div class="notice" role="status">
      <p>You left an unsaved text here {whenWords(props.draft.at)}.</p>
      <p class="row">
        <button type="button" class="btn quiet" onClick={props.onTake}>
          Take it up
        </button>
        <button type="button" class="btn quiet" onClick={props.onDrop}>
          Throw it away
        </button>
      </p>
    </div>
  )
}

/** What the last save did, and its undo; or why it failed. */
export function SaveWords({ desk, outcome }: { readonly desk: NoteDesk; readonly outcome: SaveOutcome }) {
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => setFailure(null), [outcome])
  if (outcome.kind === 'failed') {
    return (
      <p class="editor-change bad" role="alert">
        Not saved. {outcome.error.message}{' '}
        {desk.keepsDrafts ? 'Your text is kept as a draft in this browser.' : ''}
      </p>
    )
  }
  const { changeId } = outcome.changes
  const waiting = waitingAfter(outcome.changes)
  const undo = async (id: string) => {
    const reason = await undoChange(id)
    if (reason === null) location.reload()
    else setFailure(reason)
  }
  return (
    <p class="editor-change nums">
      {failure ?? savedWords(outcome.changes)}{' '}
      {waiting === 0 ? null : <a href={paths.inbox()}>{waitWords(waiting)}</a>}{' '}
      {changeId === null || failure !== null ? null : (
        <button type="button" class="link-btn" onClick={() => void undo(changeId)}>
          Undo this save
        </button>
      )}
    </p>
  )
}

/** `at 14:32`, `on Saturday 21 November at 14:32`. */
function whenWords(at: number): string {
  const zone = { timeZone: zoneInForce() }
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', ...zone }).format(at)
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', ...zone })
  return day.format(at) === day.format(now()) ? `at ${time}` : `on ${day.format(at)} at ${time}`
}
