import { useMemo, useState } from 'preact/hooks'
import { defaultSettings } from '../../../shared/queue/settings.ts'
import type { NoteReply } from '../../../shared/api/notes.ts'
import { basePath } from '../../api/base-path.ts'
import { draftWords } from './draft-words.ts'
import { paths } from '../../router.ts'
import { useDraftReading } from './use-draft-reading.ts'
import { type NoteDesk, useNoteDesk } from './use-note-desk.ts'
import { Page } from '../../ui/page.tsx'
import { EditorBar } from './editor-bar.tsx'
import { FoundDraft } from './editor-notices.tsx'
import { EditorPanes } from './editor-panes.tsx'
import { suggestPath } from './new-note.ts'
import { ConflictView } from './save-conflict.tsx'
import { InlineText } from '../../ui/quoted-line.tsx'
import { plainLine } from '../../words/inline-parts.ts'
import './note-editor.css'

interface NoteEditorProps {
  /** Null for a note that is yet to be written. */
  readonly note: NoteReply | null
  readonly text: string
  readonly startLine: number | null
}

/** A note and the cards it gives, side by side and tied to each other line by line. */
export function NoteEditor({ note, text, startLine }: NoteEditorProps) {
  const desk = useNoteDesk({ note, text })
  const [typedPath, setTypedPath] = useState<string | null>(null)
  const path = desk.note?.path ?? typedPath ?? suggestPath(desk.text)
  const saved = useMemo(
    () => ({
      path: desk.note?.path ?? 'note.md',
      // A note that is not there yet has no cards that could change.
      text: desk.note === null ? '' : desk.base,
      rejected: desk.note?.rejected.map((lines) => lines.text) ?? [],
      density: desk.note?.density ?? defaultSettings.cardDensity,
      standing: desk.note?.cardsByLine.map((card) => card.cardKey) ?? [],
    }),
    [desk.note, desk.base],
  )
  const reading = useDraftReading(saved, desk.text)
  const [side, setSide] = useState<'write' | 'cards'>('write')

  const save = async () => {
    if (!desk.isDirty || desk.isSaving || desk.conflict !== null) return
    const stored = await desk.save(path)
    // The text stays where it is; only the address learns that the note has a name now.
    if (stored !== null && desk.note === null)
      history.replaceState(null, '', basePath + paths.editNote(stored.id))
  }
  return (
    <Page
      title={desk.note === null ? 'New note' : `Edit ${plainLine(desk.note.title)}`}
      heading={<InlineText text={desk.note?.title ?? 'New note'} />}
      sub={<EditorPlace desk={desk} path={path} onPath={setTypedPath} />}
    >
      {desk.found === null ? null : (
        <FoundDraft draft={desk.found} onTake={desk.takeFound} onDrop={desk.dropFound} />
      )}
      {desk.conflict === null ? null : <ConflictView conflict={desk.conflict} onResolve={desk.resolve} />}
      <EditorPanes
        desk={desk}
        reading={reading}
        startLine={startLine}
        side={side}
        onSide={setSide}
        onSave={() => void save()}
      />
      <EditorBar
        desk={desk}
        words={reading === null ? 'Reading the text…' : draftWords(reading.changes)}
        removed={reading?.removed ?? []}
        onSave={() => void save()}
      />
    </Page>
  )
}

function EditorPlace(props: {
  readonly desk: NoteDesk
  readonly path: string
  readonly onPath: (path: string) => void
}) {
  const { desk, path, onPath } = props
  if (desk.note !== null) {
    return (
      <>
        <span class="path">{desk.note.path}</span> · <a href={paths.note(desk.note.id)}>Read it</a>
      </>
    )
  }
  return (
    <label class="editor-new-path">
      <span>File</span>
      <input
        class="input"
        value={path}
        spellcheck={false}
        onInput={(event) => onPath(event.currentTarget.value)}
      />
    </label>
  )
}
