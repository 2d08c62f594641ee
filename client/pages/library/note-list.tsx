import { useState } from 'preact/hooks'
import type { NoteRow, NotesReply } from '../../../shared/api/notes.ts'
import { paths } from '../../router.ts'
import { studyAddress } from '../../state/review-address.ts'
import { Empty } from '../../ui/states.tsx'
import { counted } from '../../words/words.ts'
import { type NoteFolder, fileOf, noteFolders } from './note-folders.ts'
import { InlineText } from '../../ui/quoted-line.tsx'

const fewNotes = 8
const openAtOnce = 60

/** Every note by its folder, with what it gave; a search field once there are more than a screen shows. */
export function NoteList({ library }: { readonly library: NotesReply }) {
  const [search, setSearch] = useState('')
  const { notes } = library
  if (notes.length === 0) return null
  const folders = noteFolders(notes, search)
  const shown = folders.reduce((sum, folder) => sum + folder.notes.length, 0)
  return (
    <>
      {notes.length <= fewNotes ? null : (
        <form class="note-search" role="search" onSubmit={(event) => event.preventDefault()}>
          <input
            class="input"
            type="search"
            aria-label="Search notes"
            placeholder="Search notes by title or path"
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
          <p class="small nums" role="status">
            {search === '' ? '' : `${shown} of ${counted(notes.length, 'note')}`}
          </p>
        </form>
      )}
      {shown === 0 ? (
        <Empty
          action={
            <button type="button" class="btn quiet" onClick={() => setSearch('')}>
              Show all notes
            </button>
          }
        >
          No note is called anything like “{search}”.
        </Empty>
      ) : null}
      {folders.length === 1 && folders[0] !== undefined ? (
        <NoteRows notes={folders[0].notes} />
      ) : (
        folders.map((folder) => (
          <FolderGroup key={folder.name} folder={folder} isOpen={search !== '' || shown <= openAtOnce} />
        ))
      )}
    </>
  )
}

function FolderGroup({ folder, isOpen }: { readonly folder: NoteFolder; readonly isOpen: boolean }) {
  const cards = folder.notes.reduce((sum, note) => sum + note.cards, 0)
  return (
    <details class="note-folder" open={isOpen}>
      <summary>
        {folder.name === '' ? 'In no folder' : `${folder.name}/`}{' '}
        <span class="small nums">
          {counted(folder.notes.length, 'note')}, {counted(cards, 'card')}
        </span>
      </summary>
      {folder.name === '' || cards === 0 ? null : (
        <p class="small">
          <a href={studyAddress({ folder: folder.name })}>Study {folder.name}/</a>
        </p>
      )}
      <NoteRows notes={folder.notes} />
    </details>
  )
}

function NoteRows({ notes }: { readonly notes: readonly NoteRow[] }) {
  return (
    <ul class="rows note-rows">
      {notes.map((note) => (
        <li key={note.id}>
          <a class="note-row" href={paths.note(note.id)}>
            <span>
              <span class="note-title" dir="auto">
                <InlineText text={note.title} />
              </span>
              <span class="path">
                {fileOf(note.path)}
                {whereWords(note)}
              </span>
            </span>
            <span class="note-counts nums">
              {countWords(note)}
              {troubleWords(note) === '' ? null : <span class="note-trouble">{troubleWords(note)}</span>}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function whereWords(note: NoteRow): string {
  if (note.origin === 'folder') return note.missing ? ' · no longer in the folder' : ''
  return note.missing ? ' · removed; its cards rest' : ' · brought in by you'
}

/** `12 cards · 11 of 14 facts have one`. */
function countWords(note: NoteRow): string {
  if (note.facts === 0) return 'No facts found'
  const cards = counted(note.cards, 'card')
  return note.covered === note.facts
    ? `${cards} for all ${counted(note.facts, 'fact')}`
    : `${cards} for ${note.covered} of ${counted(note.facts, 'fact')}`
}

function troubleWords(note: NoteRow): string {
  const words = []
  if (note.doubtful > 0) words.push(`${note.doubtful} doubtful`)
  if (note.problems > 0) words.push(counted(note.problems, 'problem'))
  return words.join(' · ')
}
