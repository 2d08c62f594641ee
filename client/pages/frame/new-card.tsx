import { plainLine } from '../../words/inline-parts.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { CardAdded } from '../../../shared/api/cards.ts'
import { api } from '../../api-client.ts'
import { paths } from '../../router.ts'
import { announce } from '../../state/announcer.ts'
import { cardDraft } from '../../state/card-draft.ts'
import { undoChange } from '../../state/undo-change.ts'
import { useConceptSearch } from '../../state/use-concept-search.ts'
import { toApiError } from '../../state/use-resource.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import './new-card.css'

const savedMs = 8000
const shownNames = 20

/** A card of one's own, typed in seconds. Saved, it says so for a moment beside the page that one was on. */
export function NewCard({ onClose }: { readonly onClose: () => void }) {
  const draft = cardDraft.value
  const [saved, setSaved] = useState<{ readonly card: CardAdded; readonly of: typeof draft } | null>(null)
  const opener = useRef(document.activeElement)
  if (saved !== null && saved.of === draft) return <SavedCard card={saved.card} onClose={onClose} />
  return (
    <Sheet
      key={String(saved?.card.cardId)}
      heading="Write a card"
      onClose={() => cardDraft.value === draft && onClose()}
    >
      <CardForm
        onSaved={(card) => {
          setSaved({ card, of: draft })
          if (opener.current instanceof HTMLElement) opener.current.focus()
        }}
      />
    </Sheet>
  )
}

function CardForm({ onSaved }: { readonly onSaved: (card: CardAdded) => void }) {
  const draft = cardDraft.value
  const [words, setWords] = useState({
    question: draft.question,
    answer: draft.answer,
    concept: draft.concept ?? '',
  })
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const first = useRef<HTMLTextAreaElement>(null)
  useEffect(() => first.current?.focus(), [])
  const { found } = useConceptSearch(words.concept, shownNames)
  const save = async () => {
    if (isSaving) return
    setSaving(true)
    try {
      const { question, answer, concept } = words
      const card = await api.addCard({
        question,
        answer,
        ...(concept.trim() === '' ? {} : { concept }),
        ...(draft.from === undefined ? {} : { from: draft.from }),
      })
      announce(`Saved: ${plainLine(card.front)}`)
      onSaved(card)
    } catch (reason) {
      setTrouble(toApiError(reason).message)
      setSaving(false)
    }
  }
  // Enter saves from every field; a new line of an answer is Shift and Enter.
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    void save()
  }
  return (
    <div class="new-card">
      <div class="field">
        <label htmlFor="new-card-question">Question</label>
        <textarea
          ref={first}
          id="new-card-question"
          class="input"
          rows={2}
          value={words.question}
          onInput={(event) => setWords({ ...words, question: event.currentTarget.value })}
          onKeyDown={press}
        />
      </div>
      <div class="field">
        <label htmlFor="new-card-answer">Answer</label>
        <textarea
          id="new-card-answer"
          class="input"
          rows={3}
          aria-describedby="new-card-hint"
          value={words.answer}
          onInput={(event) => setWords({ ...words, answer: event.currentTarget.value })}
          onKeyDown={press}
        />
      </div>
      <div class="field">
        <label htmlFor="new-card-concept">
          Concept <span class="small">(optional)</span>
        </label>
        <input
          id="new-card-concept"
          class="input"
          list="new-card-concepts"
          maxLength={200}
          value={words.concept}
          onInput={(event) => setWords({ ...words, concept: event.currentTarget.value })}
          onKeyDown={press}
        />
        <datalist id="new-card-concepts">
          {(found ?? []).map(({ id, term }) => (
            <option key={id} value={term}>
              {term}
            </option>
          ))}
        </datalist>
      </div>
      <Trouble>{trouble}</Trouble>
      <p class="row">
        <button
          type="button"
          class="btn"
          disabled={isSaving}
          aria-keyshortcuts="Enter"
          onClick={() => void save()}
        >
          {isSaving ? 'Saving…' : 'Save'}
        </button>
        <span id="new-card-hint" class="small">
          Kept in my-cards.md{draft.from === undefined ? '' : ', with a link to its line'}. Enter saves; Shift
          Enter starts a new line.
        </span>
      </p>
    </div>
  )
}

/** That it is there, and the way back. It goes by itself. */
function SavedCard({ card, onClose }: { readonly card: CardAdded; readonly onClose: () => void }) {
  const [words, setWords] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(onClose, savedMs)
    return () => clearTimeout(timer)
  }, [words])
  const undo = async () => setWords((await undoChange(card.changeId)) ?? 'Undone: the card is gone.')
  return (
    <section class="new-card-saved" aria-label="Saved card">
      <p>{words ?? `Saved: ${card.front}`}</p>
      {words === null ? (
        <>
          <button type="button" class="link-btn" onClick={() => void undo()}>
            Undo
          </button>
          <a href={paths.note(card.noteId, card.line)}>Open it</a>
        </>
      ) : null}
      <button type="button" class="link-btn" onClick={onClose}>
        Close
      </button>
    </section>
  )
}
