import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { NoteReply } from '../../../shared/api/notes.ts'
import { api } from '../../api-client.ts'
import { ExamOf } from '../../cards/exam-of.tsx'
import { paths } from '../../router.ts'
import { announce } from '../../state/announcer.ts'
import { singleKeys } from '../../state/device.ts'
import { shortcutOf } from '../../keys/keys.ts'
import { studyAddress } from '../../state/review-address.ts'
import { toApiError, useResource } from '../../state/use-resource.ts'
import { useWantedCards } from '../../state/use-wanted-cards.ts'
import { Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/states.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { coverageWords } from '../../words/coverage-words.ts'
import { counted } from '../../words/words.ts'
import { NoteUnloaded } from '../../ui/note-unloaded.tsx'
import { RejectedLines } from './rejected-lines.tsx'
import { DraftButton, NoteDrafts, useDraftOffer } from './note-drafting.tsx'
import { NoteLineRow } from './note-line-row.tsx'
import { readNoteLines } from './read-note-lines.ts'
import { useNoteKeys } from './use-note-keys.ts'
import { InlineText } from '../../ui/quoted-line.tsx'
import { plainLine } from '../../words/inline-parts.ts'
import './note-page.css'

export function NotePage() {
  const id = useRoute().params['id'] ?? ''
  const { resource, reload } = useResource(`note ${id}`, () => api.note(id))
  if (resource.kind === 'loading') return <Page heading="Note" children={<Loading />} />
  if (resource.kind === 'failed')
    return <NoteUnloaded heading="Note" error={resource.error} onRetry={reload} />
  return <NoteReady note={resource.value} onChanged={reload} />
}

interface NoteReadyProps {
  readonly note: NoteReply
  readonly onChanged: () => void
}

function NoteReady({ note, onChanged }: NoteReadyProps) {
  const wanted = Number(useLocation().query['line'] ?? 0)
  const target = useRef<HTMLLIElement>(null)
  useEffect(() => {
    target.current?.scrollIntoView({ block: 'center' })
  }, [note.id, wanted])
  const sheet = useRef<HTMLOListElement>(null)
  const changed = useRef<string | null>(null)
  const cards = useWantedCards(note.id, (cardKey) => {
    changed.current = cardKey
    onChanged()
  })
  // A button that made a card, or took it back, is gone with it: the focus goes to the one in its place.
  useEffect(() => {
    const cardKey = changed.current
    if (cardKey === null) return
    changed.current = null
    sheet.current?.querySelector<HTMLElement>(`[data-card-key="${cardKey}"] button`)?.focus()
  }, [note])
  const editHref = note.missing ? null : paths.editNote(note.id, wanted > 0 ? wanted : undefined)
  const onDraft = useDraftOffer(note)
  const studyHref = note.cards === 0 ? null : studyAddress({ noteId: note.id })
  useNoteKeys({ editHref, studyHref, sheet, onDraft, onUndo: () => void cards.undoLast() })
  const lines = readNoteLines(note)
  return (
    <Page
      title={plainLine(note.title)}
      heading={<InlineText text={note.title} />}
      sub={<span class="path">{note.path}</span>}
    >
      <p class="note-summary nums">
        {coverageWords(note)}
        {note.missing ? ' The file is no longer in the folder; its cards rest.' : ''}
      </p>
      {editHref === null ? null : (
        <p class="row note-tools">
          <a class="btn quiet" href={editHref} aria-keyshortcuts={shortcutOf('note', 'edit')}>
            Edit
          </a>
          {studyHref === null ? null : (
            <a class="btn quiet" href={studyHref} aria-keyshortcuts={shortcutOf('note', 'practise')}>
              Study
            </a>
          )}
          <DraftButton onOpen={onDraft} />
          <a href={paths.skim(note.id)}>Skim its new cards</a>
        </p>
      )}
      {note.cards === 0 ? null : <ExamOf exam={{ kind: 'note', name: note.id, title: note.title }} />}
      <NoteDrafts noteId={note.id} onOpen={onDraft} />
      {note.problemLines.length === 0 ? null : (
        <section class="notice bad" aria-label="Problems">
          {note.problemLines.map((problem) => (
            <p key={`${problem.line}${problem.code}`}>
              <b>Line {problem.line}:</b> {problem.sentence}
            </p>
          ))}
        </section>
      )}
      {lines.some(({ wouldBe }) => wouldBe !== null) ? <OfferHint /> : null}
      <ol ref={sheet} class="note-sheet" data-note={note.id}>
        {lines.map((line) => (
          <NoteLineRow
            key={line.number}
            line={line}
            noteId={note.id}
            cards={cards}
            isWanted={line.number === wanted}
            target={target}
          />
        ))}
      </ol>
      <RejectedLines lines={note.rejected} onAllowed={onChanged} />
      {note.origin === 'upload' && !note.missing ? <RemoveNote note={note} /> : null}
    </Page>
  )
}

/** The keys for lines that gave no card and could give one. */
function OfferHint() {
  if (!singleKeys.value) return null
  return (
    <p class="key-hint">
      <kbd>{shortcutOf('note', 'next')}</kbd> <kbd>{shortcutOf('note', 'previous')}</kbd> to a line that could
      give a card · <kbd>{shortcutOf('note', 'make')}</kbd> make it · <kbd>{shortcutOf('note', 'undo')}</kbd>{' '}
      undo
    </p>
  )
}

/** Only a note that was brought in here can be taken out here, and only after a second word. */
function RemoveNote({ note }: { readonly note: NoteReply }) {
  const { route } = useLocation()
  const [asks, setAsks] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const remove = async () => {
    try {
      await api.removeNote(note.id)
      announce(`${plainLine(note.title)} was removed from the library.`)
      route(paths.notes)
    } catch (reason) {
      setFailure(toApiError(reason).message)
    }
  }
  return (
    <section class="section" aria-label="Remove this note">
      {asks ? (
        <>
          <p class="hint">
            Its {counted(note.cards, 'card')} will rest and keep their history. The file is kept aside.
          </p>
          <p class="row">
            <button type="button" class="btn" onClick={() => void remove()}>
              Remove
            </button>
            <button type="button" class="btn quiet" onClick={() => setAsks(false)}>
              Keep it
            </button>
          </p>
        </>
      ) : (
        <button type="button" class="btn quiet" onClick={() => setAsks(true)}>
          Remove from the library
        </button>
      )}
      <Trouble>{failure}</Trouble>
    </section>
  )
}
