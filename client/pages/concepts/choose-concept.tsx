import { useEffect, useRef, useState } from 'preact/hooks'
import type { ConceptRow } from '../../../shared/api/concepts.ts'
import { useConceptSearch } from '../../state/use-concept-search.ts'
import { counted } from '../../words/words.ts'
import { InlineText } from '../../ui/quoted-line.tsx'

const shownChoices = 8

interface ChooseConceptProps {
  readonly id: string
  readonly label: string
  /** Cannot be chosen: the concept that it is chosen for. */
  readonly except: string
  readonly onChoose: (concept: ConceptRow) => void
}

/** A search among the other concepts, of which one is chosen. Enter chooses where only one is left. */
export function ChooseConcept({ id, label, except, onChoose }: ChooseConceptProps) {
  const [search, setSearch] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  // One more than is shown: the concept itself may be among them.
  const { found, total, error } = useConceptSearch(search, shownChoices + 1)
  const others = (found ?? []).filter((concept) => concept.id !== except)
  const count = total - ((found?.length ?? 0) - others.length)
  return (
    <form
      class="concept-by-hand-form"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        const [only] = others
        if (only !== undefined && count === 1) onChoose(only)
      }}
    >
      <div class="field">
        <label htmlFor={id}>{label}</label>
        <input
          ref={field}
          id={id}
          class="input"
          type="search"
          placeholder="Search concepts"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      {error === null ? null : (
        <p class="hint" role="alert">
          Could not load the concepts. {error.message}
        </p>
      )}
      {found === null ? null : (
        <>
          <p class="small nums" role="status">
            {counted(count, 'concept')}
            {count > shownChoices ? `, the first ${shownChoices} shown` : ''}
          </p>
          <ul class="rows concept-choices">
            {others.slice(0, shownChoices).map((other) => (
              <li key={other.id}>
                <button type="button" class="concept-choice" onClick={() => onChoose(other)}>
                  <InlineText text={other.term} />{' '}
                  <span class="small nums">
                    {counted(other.mastery.facts, 'fact')}, {counted(other.cards, 'card')}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </form>
  )
}
