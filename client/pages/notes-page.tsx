import { useState } from 'preact/hooks'
import type { ImportReply } from '../../shared/api/imports.ts'
import type { NoteRow, NotesReply } from '../../shared/api/notes.ts'
import { type ApiError, api } from '../api-client.ts'
import { paths } from '../router.ts'
import { announce } from '../state/announcer.ts'
import { toApiError, useResource } from '../state/use-resource.ts'
import { Page } from '../ui/page.tsx'
import { Failure, Loading } from '../ui/states.tsx'
import { counted } from '../ui/words.ts'
import { ImportPlan, changeWords } from './import-plan.tsx'
import './notes-page.css'

export function NotesPage() {
  const { resource, reload } = useResource('notes', api.notes)
  return (
    <Page
      title="Library"
      heading="Notes"
      sub={resource.kind === 'ready' ? librarySentence(resource.value) : undefined}
    >
      {resource.kind === 'loading' ? <Loading /> : null}
      {resource.kind === 'failed' ? (
        <Failure what="Could not load your notes." error={resource.error} onRetry={reload} />
      ) : null}
      {resource.kind === 'ready' ? <Library library={resource.value} /> : null}
      <BringIn onApplied={reload} />
    </Page>
  )
}

function librarySentence({ notes, folder }: NotesReply): string {
  const cards = notes.reduce((sum, note) => sum + note.cards, 0)
  const present = notes.filter((note) => !note.missing).length
  const read = present === 0 ? 'No notes yet' : `${counted(present, 'note')}, ${counted(cards, 'card')}`
  return `${read} · read from ${folder}`
}

function Library({ library }: { readonly library: NotesReply }) {
  return (
    <>
      {library.notes.length === 0 ? null : (
        <ul class="rows note-rows">
          {[...library.notes].sort(byPath).map((note) => (
            <NoteLine key={note.id} note={note} />
          ))}
        </ul>
      )}
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

function NoteLine({ note }: { readonly note: NoteRow }) {
  return (
    <li>
      <a class="note-row" href={paths.note(note.id)}>
        <span>
          <span class="note-title">{note.title}</span>
          <span class="path">
            {note.path}
            {whereWords(note)}
          </span>
        </span>
        <span class="note-counts nums">{countWords(note)}</span>
      </a>
    </li>
  )
}

function whereWords(note: NoteRow): string {
  if (note.origin === 'folder') return note.missing ? ' · no longer in the folder' : ''
  return note.missing ? ' · removed; its cards rest' : ' · brought in by you'
}

function countWords(note: NoteRow): string {
  const words = [counted(note.cards, 'card')]
  if (note.doubtful > 0) words.push(`${note.doubtful} doubtful`)
  if (note.problems > 0) words.push(counted(note.problems, 'problem'))
  return words.join(' · ')
}

type Stage =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'busy'; readonly words: string }
  | { readonly kind: 'planned'; readonly files: readonly File[]; readonly plan: ImportReply }
  | { readonly kind: 'done'; readonly reply: ImportReply }
  | { readonly kind: 'failed'; readonly error: ApiError }

function BringIn({ onApplied }: { readonly onApplied: () => void }) {
  const [stage, setStage] = useState<Stage>({ kind: 'choosing' })
  const [name, setName] = useState('Pasted note')
  const [text, setText] = useState('')

  const run = async (words: string, step: () => Promise<Stage>) => {
    setStage({ kind: 'busy', words })
    try {
      const next = await step()
      setStage(next)
      if (next.kind === 'done') {
        announce(changeWords(next.reply))
        onApplied()
      }
    } catch (reason) {
      setStage({ kind: 'failed', error: toApiError(reason) })
    }
  }
  const plan = (files: readonly File[]) =>
    run('Reading the notes…', async () => ({ kind: 'planned', files, plan: await api.planImport(files) }))
  const apply = (files: readonly File[]) =>
    run('Bringing them in…', async () => {
      const reply = await api.applyImport(files)
      if (reply.refused.length === 0) setText('')
      return { kind: 'done', reply }
    })
  const choose = async (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])]
    input.value = ''
    if (files.length > 0) await plan(files)
  }

  return (
    <section class="section bring-in" aria-labelledby="bring-in">
      <h2 id="bring-in">Bring in notes</h2>
      <p class="hint prose">
        You see what would change before anything does. Cards keep their history when a note is edited.
      </p>
      {stage.kind === 'planned' ? (
        <ImportPlan
          plan={stage.plan}
          onApply={() => void apply(stage.files)}
          onCancel={() => setStage({ kind: 'choosing' })}
        />
      ) : (
        <>
          <div class="row choose-files">
            <label class="btn quiet file">
              Choose files
              <input
                type="file"
                class="vh"
                multiple
                accept=".md,.markdown,.txt,text/markdown,text/plain"
                onChange={(event) => void choose(event.currentTarget)}
              />
            </label>
            <button
              type="button"
              class="btn quiet"
              disabled={stage.kind === 'busy'}
              onClick={() =>
                void run('Reading the folder…', async () => ({
                  kind: 'done',
                  reply: await api.readFolder(),
                }))
              }
            >
              Read the folder again
            </button>
          </div>
          <details class="paste">
            <summary>Paste text instead</summary>
            <form
              class="paste-form"
              onSubmit={(event) => {
                event.preventDefault()
                void plan([pastedFile(name, text)])
              }}
            >
              <div class="field">
                <label htmlFor="paste-name">Name of the note</label>
                <input
                  id="paste-name"
                  class="input"
                  value={name}
                  onInput={(event) => setName(event.currentTarget.value)}
                />
              </div>
              <div class="field">
                <label htmlFor="paste-text">Text, as Markdown</label>
                <textarea
                  id="paste-text"
                  class="input"
                  rows={8}
                  value={text}
                  placeholder={
                    '## Caching\n\n- **TTL** (Time to Live): time after which a cached entry expires.'
                  }
                  onInput={(event) => setText(event.currentTarget.value)}
                />
              </div>
              <p>
                <button class="btn quiet" disabled={text.trim() === '' || stage.kind === 'busy'}>
                  See what would change
                </button>
              </p>
            </form>
          </details>
          {stage.kind === 'busy' ? (
            <p class="hint" role="status">
              {stage.words}
            </p>
          ) : null}
          {stage.kind === 'done' ? (
            <p class="notice">
              {changeWords(stage.reply)}{' '}
              {stage.reply.refused.length > 0
                ? `${counted(stage.reply.refused.length, 'file')} could not be read.`
                : ''}
            </p>
          ) : null}
          {stage.kind === 'failed' ? (
            <p class="notice bad" role="alert">
              {stage.error.message} Nothing was changed.
            </p>
          ) : null}
        </>
      )}
    </section>
  )
}

/** A name without an ending is a Markdown note: nobody has to know that notes are files. */
function pastedFile(name: string, text: string): File {
  const given = name.trim() === '' ? 'pasted' : name.trim()
  return new File([text], /\.(?:md|markdown|txt)$/i.test(given) ? given : `${given}.md`)
}

function byPath(a: NoteRow, b: NoteRow): number {
  return Number(a.missing) - Number(b.missing) || a.path.localeCompare(b.path, 'en')
}
