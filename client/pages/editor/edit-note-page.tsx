import { useEffect, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { NoteReply } from '../../../shared/api/notes.ts'
import { api } from '../../api-client.ts'
import { type Resource, toApiError } from '../../state/use-resource.ts'
import { Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/states.tsx'
import { noteTemplate } from './new-note.ts'
import { NoteEditor } from './note-editor.tsx'
import { NoteUnloaded } from '../../ui/note-unloaded.tsx'

export function EditNotePage() {
  const id = useRoute().params['id'] ?? ''
  const line = Number(useLocation().query['line'])
  const [resource, setResource] = useState<Resource<NoteReply>>({ kind: 'loading' })
  // An editor must begin with the text as it is now, so nothing remembered is shown while the note is on its way.
  const load = () => {
    setResource({ kind: 'loading' })
    api.note(id).then(
      (value) => setResource({ kind: 'ready', value }),
      (reason: unknown) => setResource({ kind: 'failed', error: toApiError(reason) }),
    )
  }
  useEffect(load, [id])
  if (resource.kind === 'loading') return <Page heading="Edit note" children={<Loading />} />
  if (resource.kind === 'failed')
    return <NoteUnloaded heading="Edit note" error={resource.error} onRetry={load} />
  const { value } = resource
  return (
    <NoteEditor
      key={value.id}
      note={value}
      text={value.text}
      startLine={Number.isInteger(line) && line > 0 ? line : null}
    />
  )
}

export function NewNotePage() {
  return <NoteEditor note={null} text={noteTemplate} startLine={null} />
}
