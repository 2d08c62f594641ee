import { paths } from '../../router.ts'
import type { NoteDesk } from './use-note-desk.ts'
import { BlockText } from '../../ui/block-text.tsx'
import { SaveWords } from './editor-notices.tsx'

interface EditorBarProps {
  readonly desk: NoteDesk
  /** What saving would do to the cards. */
  readonly words: string
  /** The questions that saving would end. */
  readonly removed: readonly string[]
  readonly onSave: () => void
}

/** What saving would do, said before it is done, and the button that does it. */
export function EditorBar({ desk, words, removed, onSave }: EditorBarProps) {
  const { note, isDirty, isSaving, keepsDrafts, outcome } = desk
  const showsOutcome = outcome !== null && (outcome.kind === 'failed' || !isDirty)
  return (
    <div class={isDirty ? 'editor-bar' : 'editor-bar clean'}>
      <div>
        {showsOutcome ? <SaveWords desk={desk} outcome={outcome} /> : null}
        {outcome !== null && !isDirty ? null : (
          <p class="editor-change nums">{isDirty ? words : cleanWords(desk)}</p>
        )}
        {isDirty ? <Removed fronts={removed} /> : null}
        <p class="small">
          {note === null ? 'Saving writes a new file.' : writeWords(note)}{' '}
          {keepsDrafts
            ? 'Until then a draft is kept in this browser.'
            : 'This browser has no room for a draft.'}
        </p>
      </div>
      <p class="row">
        <a class="btn quiet" href={note === null ? paths.notes : paths.note(note.id)}>
          Close
        </a>
        <button
          type="button"
          class="btn"
          disabled={!isDirty || isSaving || desk.conflict !== null}
          aria-keyshortcuts="Control+S"
          onClick={onSave}
        >
          {isSaving ? 'Saving…' : 'Save'}
        </button>
      </p>
    </div>
  )
}

const namedAtOnce = 3

/** What goes is in the text no more, so it is named here: new and changed cards stand beside their lines. */
function Removed({ fronts }: { readonly fronts: readonly string[] }) {
  if (fronts.length === 0) return null
  const more = fronts.length - namedAtOnce
  return (
    <ul class="editor-removed" aria-label="Removed cards">
      {fronts.slice(0, namedAtOnce).map((front) => (
        <li key={front} dir="auto">
          <BlockText text={front.replaceAll('___', '…')} />
        </li>
      ))}
      {more > 0 ? <li class="small">… and {more} more</li> : null}
    </ul>
  )
}

function cleanWords({ note }: NoteDesk): string {
  return note === null ? 'Nothing written yet.' : 'Nothing to save.'
}

function writeWords({
  origin,
  path,
}: {
  readonly origin: 'folder' | 'upload'
  readonly path: string
}): string {
  return origin === 'folder'
    ? `Saving writes ${path} in your notes folder.`
    : `Saving writes ${path}, which Recollect keeps.`
}
