import { useEffect } from 'preact/hooks'
import type { NoteReply } from '../../../shared/api/notes.ts'
import { api } from '../../api-client.ts'
import { shortcutOf } from '../../keys/keys.ts'
import { paths } from '../../router.ts'
import { draftOffer, openDrafting, selectedLines } from '../../state/draft-request.ts'
import { goesOn, useDrafting, useModel } from '../../state/drafting.ts'
import { useResource } from '../../state/use-resource.ts'
import { progressWords } from '../../words/drafting-words.ts'
import { counted } from '../../words/words.ts'

/** Opens the sheet that shows what would be sent of a note; null where no model is named, or the note cannot be drafted. */
export function useDraftOffer(note: NoteReply): (() => void) | null {
  const model = useModel()
  const isOffered = model !== null && !note.missing && !note.path.startsWith(draftsOfOurs)
  const { id, title, skipped } = note
  const offer = isOffered
    ? () => openDrafting({ noteId: id, title, silent: skipped, lines: selectedLines(id) })
    : null
  useEffect(() => {
    draftOffer.value = offer
    return () => {
      draftOffer.value = null
    }
  }, [isOffered, id, skipped])
  return offer
}

/** Notes of our own that hold accepted drafts: they are cards already. */
const draftsOfOurs = 'uploads/drafts/'

/** The button that begins; what is selected in the note stays selected when it is pressed. */
export function DraftButton({ onOpen }: { readonly onOpen: (() => void) | null }) {
  if (onOpen === null) return null
  return (
    <button
      type="button"
      class="btn quiet"
      aria-keyshortcuts={shortcutOf('note', 'draft')}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onOpen}
    >
      Draft cards
    </button>
  )
}

/** One line about drafts of this note: how far the drafting is, or how many wait for the learner. */
export function NoteDrafts(props: { readonly noteId: string; readonly onOpen: (() => void) | null }) {
  const { noteId, onOpen } = props
  const now = useDrafting()
  const isGoing = now !== null && now.noteId === noteId && goesOn(now)
  const { resource, reload } = useResource(`drafts of ${noteId}`, () => api.drafts({ noteId, limit: 1 }))
  useEffect(reload, [isGoing, now?.accepted])
  if (isGoing)
    return (
      <p class="quiet-line note-drafts">
        <span class="nums">Cards are being drafted. {progressWords(now)}</span>
        {onOpen === null ? null : (
          <button type="button" class="link-btn" onClick={onOpen}>
            Show
          </button>
        )}
      </p>
    )
  const waiting = resource.kind === 'ready' ? resource.value.waiting : 0
  if (waiting === 0) return null
  return (
    <p class="quiet-line note-drafts">
      <span class="nums">
        {counted(waiting, 'draft')} of this note {waiting === 1 ? 'waits' : 'wait'} for your word.
      </span>
      <a href={paths.skim(noteId)}>Look at {waiting === 1 ? 'it' : 'them'}</a>
    </p>
  )
}
