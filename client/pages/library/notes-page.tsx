import { useEffect, useRef } from 'preact/hooks'
import type { NotesReply } from '../../../shared/api/notes.ts'
import { api } from '../../api-client.ts'
import { paths } from '../../router.ts'
import { countInbox } from '../../state/inbox-count.ts'
import { reading } from '../../state/reading.ts'
import { useResource } from '../../state/use-resource.ts'
import { Page } from '../../ui/page.tsx'
import { GoodNote } from '../../ui/good-note.tsx'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import { counted } from '../../words/words.ts'
import { BringIn } from './bring-in.tsx'
import { LibraryTabs } from '../frame/library-tabs.tsx'
import { NoteList } from './note-list.tsx'
import './notes-page.css'

export function NotesPage() {
  const { resource, reload } = useResource('notes', api.notes)
  const isReading = reading.value !== null && reading.value.state !== 'idle'
  // What a reading in the background found belongs on the page when it is done.
  const wasReading = useRef(isReading)
  useEffect(() => {
    if (wasReading.current && !isReading) reload()
    wasReading.current = isReading
  }, [isReading])
  const applied = () => {
    reload()
    void countInbox()
  }
  return (
    <Page
      title="Library"
      heading="Notes"
      // A line that is empty keeps its place.
      sub={resource.kind === 'ready' ? librarySentence(resource.value) : '\u00a0'}
    >
      <LibraryTabs here="notes" />
      {resource.kind === 'loading' ? <Loading /> : null}
      {resource.kind === 'failed' ? (
        <Failure what="Could not load your notes." error={resource.error} onRetry={reload} />
      ) : null}
      {resource.kind === 'ready' ? <Library library={resource.value} /> : null}
      {resource.kind === 'loading' ? null : <BringIn onApplied={applied} />}
    </Page>
  )
}

/** What one card counts for is said where the rows below add up to more. */
function librarySentence({ notes, cards, doubtful, folder }: NotesReply): string {
  const present = notes.filter((note) => !note.missing).length
  if (present === 0) return `No notes yet · read from ${folder}`
  const isShared = notes.reduce((sum, note) => sum + note.cards, 0) > cards
  return [
    `${counted(present, 'note')}, ${counted(cards, 'card')}`,
    doubtful === 0 ? '' : `, ${doubtful.toLocaleString('en')} of them doubtful`,
    isShared ? '; a card of several notes counts once' : '',
    ` · read from ${folder}`,
  ].join('')
}

function Library({ library }: { readonly library: NotesReply }) {
  return (
    <>
      {library.notes.length === 0 ? (
        <Empty>
          There are no notes yet. Write one, put Markdown files into the folder above, or bring some in below.
        </Empty>
      ) : null}
      {library.notes.length === 0 ? <GoodNote /> : null}
      <p class="row notes-new">
        <a class="btn quiet" href={paths.newNote}>
          New note
        </a>
        {library.notes.length === 0 ? null : <a href="#bring-in">Bring in notes</a>}
      </p>
      <NoteList library={library} />
      {library.unreadable.length === 0 ? null : (
        <section class="section">
          <h2>Could not be read</h2>
          <ul class="rows">
            {library.unreadable.map((file) => (
              <li key={file.path}>
                <span class="path">{file.path}</span>
                <p class="hint">{file.sentence}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
