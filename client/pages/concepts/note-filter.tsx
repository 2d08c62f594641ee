import { useState } from 'preact/hooks'
import { api } from '../../api-client.ts'

interface NoteFilterProps {
  /** The path of the note whose concepts are shown; none where all are. */
  readonly note: string | undefined
  readonly onChoose: (note: string | undefined) => void
}

const mostOffered = 20

/** Leaves the concepts of one note. Its names are asked for when somebody goes to the field: there may be thousands. */
export function NoteFilter({ note, onChoose }: NoteFilterProps) {
  const [names, setNames] = useState<readonly string[]>([])
  const [typed, setTyped] = useState<string | null>(null)
  const load = () => {
    if (names.length > 0) return
    api.notes().then(
      ({ notes }) => setNames(notes.map(({ path }) => path)),
      () => undefined,
    )
  }
  if (note !== undefined) {
    return (
      <button type="button" class="btn quiet" onClick={() => onChoose(undefined)}>
        <span class="vh">Show concepts of all notes, not only of </span>
        {note} <span aria-hidden="true">×</span>
      </button>
    )
  }
  const text = typed ?? ''
  const offered = names.filter((name) => name.toLowerCase().includes(text.trim().toLowerCase()))
  const type = (now: string) => {
    setTyped(now)
    if (!names.includes(now)) return
    setTyped(null)
    onChoose(now)
  }
  return (
    <label class="concept-choice-field">
      <span>Note</span>
      <input
        class="input"
        list="concept-notes"
        placeholder="All"
        value={text}
        onFocus={load}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <datalist id="concept-notes">
        {offered.slice(0, mostOffered).map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </label>
  )
}
