import { useEffect, useRef, useState } from 'preact/hooks'
import { type Chosen, droppedFiles, pickedFiles, pickedFolder } from './chosen-files.ts'

interface WaysInProps {
  readonly onChosen: (chosen: Chosen) => void
  readonly onReadFolder: () => void
}

/** A place to drop notes on, and buttons for the same: dragging is never the only way. */
export function WaysIn({ onChosen, onReadFolder }: WaysInProps) {
  const isOver = usePageDrop(onChosen)
  return (
    <div class={isOver ? 'notes-drop-zone over' : 'notes-drop-zone'}>
      {isOver ? <p class="notes-drop-banner">Drop to see what would change</p> : null}
      <p class="notes-drop-words">
        <span class="notes-drop-hint">Drop notes or a folder here, or choose them. </span>
        Markdown and plain text are read, and archives of them (zip, tar, tar.gz).
      </p>
      <div class="row">
        <FilePicker
          name="Choose files"
          accept=".md,.markdown,.txt,.zip,.tar,.tgz,.gz,.7z,.rar,text/markdown,text/plain,application/zip"
          onPicked={(files) => onChosen(pickedFiles(files))}
        />
        <FilePicker name="Choose folder" isFolder onPicked={(files) => onChosen(pickedFolder(files))} />
        <button type="button" class="btn quiet" onClick={onReadFolder}>
          Read the folder again
        </button>
      </div>
    </div>
  )
}

interface FilePickerProps {
  readonly name: string
  readonly accept?: string
  readonly isFolder?: boolean
  readonly onPicked: (files: readonly File[]) => void
}

function FilePicker({ name, accept, isFolder = false, onPicked }: FilePickerProps) {
  return (
    <label class="btn quiet notes-file">
      {name}
      <input
        type="file"
        class="vh"
        multiple
        {...(accept === undefined ? {} : { accept })}
        {...(isFolder ? { webkitdirectory: true } : {})}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          if (files.length > 0) onPicked(files)
        }}
      />
    </label>
  )
}

/** The whole page takes what is dropped on it: a browser would open the file and leave. Says whether something hovers. */
function usePageDrop(onChosen: (chosen: Chosen) => void): boolean {
  const [isOver, setOver] = useState(false)
  const latest = useRef(onChosen)
  latest.current = onChosen
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      if (event.dataTransfer === null || !event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      void droppedFiles(event.dataTransfer).then((chosen) => latest.current(chosen))
    }
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [])
  return isOver
}
