import { useEffect, useRef, useState } from 'preact/hooks'
import type { CardEdited } from '../../shared/api/cards.ts'
import { api } from '../api-client.ts'
import { toApiError } from '../state/use-resource.ts'
import './edit-card.css'

interface EditCardProps {
  readonly cardId: string
  /** Whether saving takes a doubtful card into the queue. */
  readonly accepts?: boolean
  /** Opens the note at the card's line, where there is one. */
  readonly onEditNote: (() => void) | null
  readonly onSaved: (card: CardEdited) => void
  readonly onCancel: () => void
}

/** The words of one card, edited where they stand. The note stays as it is. */
export function EditCard({ cardId, accepts = false, onEditNote, onSaved, onCancel }: EditCardProps) {
  return (
    <EditWords
      of={cardId}
      load={() => api.card(cardId)}
      save={async (words) =>
        onSaved(await api.patchCard(cardId, accepts ? { ...words, accept: true } : words))
      }
      onEditNote={onEditNote}
      onCancel={onCancel}
    />
  )
}

interface Words {
  readonly front: string
  readonly back: string
}

interface EditWordsProps {
  /** Whose words they are. */
  readonly of: string
  readonly load: () => Promise<Words>
  readonly save: (words: Words) => Promise<void>
  readonly onEditNote: (() => void) | null
  readonly onCancel: () => void
}

/** A question and its answer in two fields. What cannot be saved stays in them. */
export function EditWords({ of, load: ask, save: store, onEditNote, onCancel }: EditWordsProps) {
  const [words, setWords] = useState<Words | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const first = useRef<HTMLTextAreaElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const load = () => {
    setTrouble(null)
    ask().then(
      ({ front, back }) => setWords({ front, back }),
      (reason: unknown) => setTrouble(`Editing needs the server. ${toApiError(reason).message}`),
    )
  }
  useEffect(load, [of])
  useEffect(() => first.current?.focus(), [words === null])
  const save = async () => {
    if (words === null || isSaving || words.front.trim() === '' || words.back.trim() === '') return
    setSaving(true)
    try {
      await store(words)
    } catch (reason) {
      setTrouble(`Not saved. ${toApiError(reason).message} Your words are still here.`)
      setSaving(false)
    }
  }
  const press = useRef((_event: KeyboardEvent) => {})
  press.current = (event) => {
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press.current(event)
    form.current?.addEventListener('keydown', listen)
    return () => form.current?.removeEventListener('keydown', listen)
  }, [])
  const field = (name: 'front' | 'back', label: string) => (
    <div class="field">
      <label for={`edit-${name}`}>{label}</label>
      <textarea
        id={`edit-${name}`}
        ref={name === 'front' ? first : null}
        class="input"
        rows={name === 'front' ? 2 : 4}
        maxLength={name === 'front' ? 2000 : 5000}
        value={words?.[name] ?? ''}
        onInput={(event) => words !== null && setWords({ ...words, [name]: event.currentTarget.value })}
      />
    </div>
  )
  return (
    <form
      ref={form}
      class="panel edit-card"
      aria-label="Edit this card"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {words === null ? null : field('front', 'Question')}
      {words === null ? null : field('back', 'Answer')}
      {trouble === null ? null : <p role="alert">{trouble}</p>}
      <p class="row">
        {words === null && trouble !== null ? (
          <button type="button" class="btn quiet" onClick={load}>
            Try again
          </button>
        ) : null}
        {words === null ? null : (
          <button type="submit" class="btn quiet" aria-keyshortcuts="Control+Enter">
            Save
          </button>
        )}
        <button type="button" class="btn quiet" aria-keyshortcuts="Escape" onClick={onCancel}>
          Cancel
        </button>
        {onEditNote === null ? null : (
          <button type="button" class="link-btn" onClick={onEditNote}>
            Edit the line of the note instead
          </button>
        )}
      </p>
    </form>
  )
}
