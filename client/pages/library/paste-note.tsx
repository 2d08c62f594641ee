import { useState } from 'preact/hooks'
import type { ChosenFile } from '../../api-client.ts'
import { pastedFile } from './chosen-files.ts'

/** Text instead of a file: a name, the text, and a look at what it would give. */
export function PasteNote({ onPaste }: { readonly onPaste: (file: ChosenFile) => void }) {
  const [name, setName] = useState('Pasted note')
  const [text, setText] = useState('')
  return (
    <details class="notes-paste">
      <summary>Paste text instead</summary>
      <form
        class="notes-paste-form"
        onSubmit={(event) => {
          event.preventDefault()
          onPaste(pastedFile(name, text))
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
            placeholder={'## Caching\n\n- **TTL** (Time to Live): time after which a cached entry expires.'}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <p>
          <button class="btn quiet" disabled={text.trim() === ''}>
            See what would change
          </button>
        </p>
      </form>
    </details>
  )
}
